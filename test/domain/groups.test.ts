// Groups of users: made, found, changed, deleted; who is in them and what that gives; what an identity provider decides.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/context";
import { directoryVersion, readDirectory } from "#domain/directory";
import {
  addUserGroupMember,
  createUserGroup,
  deleteUserGroup,
  getUserGroup,
  getUserGroupMembers,
  getUserGroups,
  insertGroup,
  removeUserGroupMember,
  replaceMembers,
  updateUserGroup,
} from "#domain/groups";
import { NO_ACCESS_BEYOND_ROLE } from "#domain/roles";
import { createServiceAccount } from "#domain/service-accounts";
import { deleteUser, getUsers } from "#domain/users";
import { verifyAudit } from "#domain/audit";
import { createActiveNamespace } from "./active-namespace.ts";
import {
  actorOf,
  createDomainWorld,
  createMember,
  createOwner,
  ROLE,
  type DomainWorld,
} from "./domain-world.ts";

const ADMIN = 1;
const WRITE = 2;
let world: DomainWorld;
let owner: Actor;
let admin: Actor;
let member: Actor;
let stranger: Actor;
let namespace: string;

beforeAll(async () => {
  world = await createDomainWorld("groups");
  owner = await createOwner(world, "owner@example.com");
  admin = await createMember(world, owner, { email: "admin@example.com", role: "admin" });
  member = await createMember(world, owner, { email: "member@example.com", role: "read" });
  stranger = await createOwner(world, "stranger@example.com");
  namespace = await createActiveNamespace(world, owner, "shop");
});
afterAll(() => world.close());

const accessOf = (role: number, permission?: number): object => ({
  accountAccess: { role },
  ...(permission === undefined ? {} : { namespaceAccesses: { [namespace]: { permission } } }),
});
const cloudSpec = (displayName: string, access: object = accessOf(ROLE.read)): object => ({
  displayName,
  access,
  cloudGroup: {},
});
const make = (spec: object, as = owner): ReturnType<typeof createUserGroup> =>
  createUserGroup(world.context(as), { spec });
const join = (groupId: string, user: Actor, as = owner): Promise<unknown> =>
  addUserGroupMember(world.context(as), { groupId, memberId: { userId: user.principalId } });
const leave = (groupId: string, user: Actor, as = owner): Promise<unknown> =>
  removeUserGroupMember(world.context(as), { groupId, memberId: { userId: user.principalId } });
const rightsOf = async (user: Actor): Promise<boolean> =>
  (await actorOf(world, user.accountId, user.principalId)).can("cloud.namespace.update", { namespace });
const atTheEdge = async (user: Actor): Promise<unknown> =>
  (await readDirectory(world.database, world.clock)).principals?.find(
    (principal) => principal.principalId === user.principalId,
  )?.namespacePermissions;

describe("a cloud group", () => {
  it("gives its members what it has, here and at the gateways, until they leave or it goes", async () => {
    const { groupId } = await make(cloudSpec("shop-admins", accessOf(ROLE.read, ADMIN)));
    expect(await getUserGroup(world.context(owner), groupId)).toMatchObject({
      id: groupId,
      state: 3,
      stateDeprecated: "active",
      spec: { displayName: "shop-admins", cloudGroup: {}, access: accessOf(ROLE.read, ADMIN) },
    });
    expect(await rightsOf(member)).toBe(false);
    const before = await directoryVersion(world.database.query);

    await join(groupId, member);

    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    expect(await rightsOf(member)).toBe(true);
    expect(await atTheEdge(member)).toEqual({ [namespace]: "admin" });
    await expect(join(groupId, member)).rejects.toMatchObject({ message: "nothing to change" });
    const { members } = await getUserGroupMembers(world.context(owner), { groupId });
    expect(members).toMatchObject([{ memberId: { userId: member.principalId } }]);

    await leave(groupId, member);
    expect(await rightsOf(member)).toBe(false);
    expect(await atTheEdge(member)).toEqual({});
    await expect(leave(groupId, member)).rejects.toMatchObject({ code: "NOT_FOUND" });

    await join(groupId, member);
    await deleteUserGroup(world.context(admin), { groupId, resourceVersion: "1" });
    expect(await rightsOf(member)).toBe(false);
    await expect(getUserGroup(world.context(owner), groupId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
  });

  it("may be made without access, which Terraform gives it afterwards", async () => {
    const { groupId } = await make({ displayName: "given-later", cloudGroup: {} });
    await updateUserGroup(world.context(owner), {
      ...{ groupId, resourceVersion: "1", spec: cloudSpec("given-later", accessOf(ROLE.read, WRITE)) },
    });
    expect(await getUserGroup(world.context(owner), groupId)).toMatchObject({
      spec: { access: accessOf(ROLE.read, WRITE) },
    });
  });

  it("is changed with the version that was read, name and access, and never into another kind", async () => {
    const { groupId } = await make(cloudSpec("writers", accessOf(ROLE.read, WRITE)));
    await join(groupId, member);
    const update = (resourceVersion: string, spec: object): Promise<unknown> =>
      updateUserGroup(world.context(admin), { groupId, resourceVersion, spec });
    const same = cloudSpec("writers", accessOf(ROLE.read, WRITE));
    await expect(update("7", same)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(update("", same)).rejects.toMatchObject({ field: "resourceVersion" });
    await expect(update("1", same)).rejects.toMatchObject({ message: "nothing to change" });
    const google = { ...same, cloudGroup: null, googleGroup: { emailAddress: "a@example.com" } };
    await expect(update("1", google)).rejects.toMatchObject({ field: "spec.googleGroup" });
    await update("1", cloudSpec("owners-of-shop", accessOf(ROLE.read, ADMIN)));
    expect(await rightsOf(member)).toBe(true);
    await update("2", cloudSpec("owners-of-shop"));
    expect(await rightsOf(member)).toBe(false);
  });

  it("loses a member with the user", async () => {
    const leaver = await createMember(world, owner, { email: "leaver@example.com", role: "read" });
    const { groupId } = await make(cloudSpec("all-staff"));
    await join(groupId, leaver);
    const request = { userId: leaver.principalId, resourceVersion: "2" };
    await deleteUser(world.context(owner), request);
    expect(await getUserGroupMembers(world.context(owner), { groupId })).toMatchObject({ members: [] });
  });

  it.each([
    [
      "no kind",
      { displayName: "no-kind", access: accessOf(ROLE.read) },
      "INVALID_ARGUMENT",
      "spec.cloudGroup",
    ],
    ["two kinds", { ...cloudSpec("two"), scimGroup: {} }, "INVALID_ARGUMENT", "spec.cloudGroup"],
    [
      "a SCIM group",
      { displayName: "x", access: accessOf(5), scimGroup: { idpId: "1" } },
      "INVALID_ARGUMENT",
      "spec.scimGroup",
    ],
    ["a short name", cloudSpec("ab"), "INVALID_ARGUMENT", "spec.displayName"],
    ["a long name", cloudSpec("a".repeat(65)), "INVALID_ARGUMENT", "spec.displayName"],
    ["capitals", cloudSpec("Admins"), "INVALID_ARGUMENT", "spec.displayName"],
    ["no name", cloudSpec(""), "INVALID_ARGUMENT", "spec.displayName"],
    [
      "an unknown role",
      cloudSpec("unknown", accessOf(99)),
      "INVALID_ARGUMENT",
      "spec.access.accountAccess.role",
    ],
    [
      "a bad Google address",
      { displayName: "g", access: accessOf(5), googleGroup: { emailAddress: "x" } },
      "INVALID_ARGUMENT",
      "spec.googleGroup.emailAddress",
    ],
    [
      "a foreign namespace",
      cloudSpec("far", { accountAccess: { role: 5 }, namespaceAccesses: { "a.b": { permission: 1 } } }),
      "NOT_FOUND",
      "spec.access.namespaceAccesses",
    ],
    ["a taken name", cloudSpec("taken-name"), "ALREADY_EXISTS", "spec.displayName"],
  ])("is not made with %s", async (_, spec, code, field) => {
    await make(cloudSpec("taken-name")).catch(() => undefined);
    const before = await world.database.query.userGroup.count();
    await expect(make(spec)).rejects.toMatchObject({ code, field });
    expect(await world.database.query.userGroup.count()).toBe(before);
  });

  it("T1: makes nobody more than whoever manages it: an admin neither makes a group of owners nor adds to one", async () => {
    await expect(make(cloudSpec("owners", accessOf(ROLE.owner)), admin)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    const { groupId } = await make(cloudSpec("owners", accessOf(ROLE.owner)));
    await expect(join(groupId, admin, admin)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(
      updateUserGroup(world.context(admin), {
        ...{ groupId, resourceVersion: "1", spec: cloudSpec("owners", accessOf(ROLE.read)) },
      }),
    ).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(
      deleteUserGroup(world.context(admin), { groupId, resourceVersion: "1" }),
    ).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(join(groupId, admin)).resolves.toBeTruthy();
    await leave(groupId, admin);
  });

  it("has people of its account as members only", async () => {
    const { groupId } = await make(cloudSpec("people"));
    const robot = await createServiceAccount(world.context(owner), {
      spec: { name: "robot", access: accessOf(ROLE.read) },
    });
    const add = (userId: string): Promise<unknown> =>
      addUserGroupMember(world.context(owner), { groupId, memberId: { userId } });
    for (const userId of [stranger.principalId, robot.serviceAccountId, "nobody"]) {
      await expect(add(userId)).rejects.toMatchObject({ code: "NOT_FOUND", field: "memberId.userId" });
    }
    await expect(add("")).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "memberId.userId" });
  });

  it("P3: is made once for one operation id", async () => {
    const request = { spec: cloudSpec("once-only"), asyncOperationId: "group-once" };
    const first = await createUserGroup(world.context(owner), request);
    expect((await createUserGroup(world.context(owner), request)).groupId).toBe(first.groupId);
  });

  it("T3: of another account answers like one that is not there", async () => {
    const { groupId } = await make(cloudSpec("hidden"));
    const memberId = { userId: stranger.principalId };
    const acts = [
      (id: string) => getUserGroup(world.context(stranger), id),
      (id: string) => getUserGroupMembers(world.context(stranger), { groupId: id }),
      (id: string) => updateUserGroup(world.context(stranger), { groupId: id, resourceVersion: "1" }),
      (id: string) => deleteUserGroup(world.context(stranger), { groupId: id, resourceVersion: "1" }),
      (id: string) => addUserGroupMember(world.context(stranger), { groupId: id, memberId }),
      (id: string) => removeUserGroupMember(world.context(stranger), { groupId: id, memberId }),
    ];
    for (const act of acts) {
      const texts = await Promise.all(
        [groupId, "nothing"].map((id) => act(id).catch((error: unknown) => String(error))),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(texts[0]).toContain("no user group");
    }
    expect(await getUserGroups(world.context(stranger), {})).toMatchObject({ groups: [] });
  });
});

describe("a group of an identity provider", () => {
  const insertScim = async (externalId: string, displayName: string): Promise<string> => {
    const { accountId } = owner;
    const groupId = `scim${externalId}`;
    await world.database.transaction((tx) =>
      insertGroup(tx, {
        ...{ id: groupId, accountId, displayName, kind: "scim", externalId, asyncOperationId: "" },
        access: { accountRole: "none", ...NO_ACCESS_BEYOND_ROLE },
        now: world.clock.now(),
      }),
    );
    return groupId;
  };

  it("takes access from here; its name, members and end come from there", async () => {
    const groupId = await insertScim("idp-1", "Engineering Team");
    const { accountId } = owner;
    const userIds = [member.principalId];
    await world.database.transaction((tx) =>
      replaceMembers(tx, { accountId, groupId, userIds, now: world.clock.now() }),
    );
    const spec = { displayName: "Engineering Team", scimGroup: { idpId: "idp-1" } };
    const update = (resourceVersion: string, change: object): Promise<unknown> =>
      updateUserGroup(world.context(owner), { groupId, resourceVersion, spec: { ...spec, ...change } });
    await update("1", { access: accessOf(ROLE.read, ADMIN) });
    expect(await rightsOf(member)).toBe(true);
    await expect(update("2", { displayName: "Other", access: accessOf(ROLE.read) })).rejects.toMatchObject({
      field: "spec.displayName",
    });
    for (const refused of [
      () => join(groupId, admin),
      () => leave(groupId, member),
      () => deleteUserGroup(world.context(owner), { groupId, resourceVersion: "2" }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    }
    await world.database.transaction((tx) =>
      replaceMembers(tx, { accountId, groupId, userIds: [admin.principalId], now: world.clock.now() }),
    );
    expect(await rightsOf(member)).toBe(false);
  });

  it("of Google is made and deleted here, its members are not", async () => {
    const spec = {
      displayName: "Ops (Google)",
      access: accessOf(ROLE.read),
      googleGroup: { emailAddress: "Ops@Example.com" },
    };
    const { groupId } = await make(spec);
    await expect(make({ ...spec, displayName: "again" })).rejects.toMatchObject({
      code: "ALREADY_EXISTS",
      field: "spec.googleGroup.emailAddress",
    });
    await expect(join(groupId, member)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await deleteUserGroup(world.context(owner), { groupId, resourceVersion: "1" });
  });

  it("is found by what it is called there", async () => {
    await insertScim("idp-7", "Sales");
    const google = { emailAddress: "sales@example.com" };
    await make({ displayName: "Sales", access: accessOf(ROLE.read), googleGroup: google });
    const named = async (filter: object): Promise<unknown[]> =>
      (await getUserGroups(world.context(owner), filter)).groups.map(({ spec }) => [
        spec?.displayName,
        spec?.scimGroup?.idpId ?? spec?.googleGroup?.emailAddress,
      ]);
    expect(await named({ scimGroup: { idpId: "idp-7" } })).toEqual([["Sales", "idp-7"]]);
    expect(await named({ googleGroup: { emailAddress: "SALES@example.com" } })).toEqual([
      ["Sales", "sales@example.com"],
    ]);
    expect(await named({ displayName: "Sales" })).toHaveLength(2);
    expect(await named({ displayName: "Sales", scimGroup: {} })).toEqual([["Sales", "idp-7"]]);
    expect(await named({ displayName: "sales" })).toEqual([]);
  });
});

describe("finding by namespace", () => {
  it("finds groups and users with a permission of their own, through a group, or on everything", async () => {
    const other = await createActiveNamespace(world, owner, "other");
    const insider = await createMember(world, owner, { email: "insider@example.com", role: "read" });
    const { groupId } = await make(cloudSpec("other-readers", otherAccess(other)));
    await join(groupId, insider);
    const { groups } = await getUserGroups(world.context(owner), { namespace: other });
    const names = groups.map((group) => group.spec?.displayName);
    expect(names).toContain("other-readers");
    expect(names).toContain("owners");
    expect(names).not.toContain("people");
    const { users } = await getUsers(world.context(owner), { namespace: other });
    const emails = users.map((user) => user.spec?.email);
    expect(emails).toEqual(
      expect.arrayContaining(["owner@example.com", "admin@example.com", "insider@example.com"]),
    );
    expect(emails).not.toContain("member@example.com");
    for (const unknown of [other, "nothing.at-all"]) {
      expect(await getUserGroups(world.context(stranger), { namespace: unknown })).toMatchObject({
        groups: [],
      });
      expect(await getUsers(world.context(stranger), { namespace: unknown })).toMatchObject({ users: [] });
    }
  });

  const otherAccess = (other: string): object => ({
    accountAccess: { role: ROLE.metrics_read },
    namespaceAccesses: { [other]: { permission: 3 } },
  });
});
