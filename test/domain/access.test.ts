// Giving access and taking it away: on namespaces, on projects and by custom roles; what is refused in which words, who
// has what afterwards, and what the edge is told.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  explainAccess,
  getNamespaceAssignments,
  getProjectAssignments,
  setNamespaceAccess,
  setProjectAccess,
} from "#domain/access";
import { createApiKey, rotateApiKey } from "#domain/api-keys";
import type { Actor } from "#domain/context";
import {
  createCustomRole,
  deleteCustomRole,
  getCustomRole,
  getCustomRoles,
  updateCustomRole,
} from "#domain/custom-roles";
import { directoryVersion, readDirectory } from "#domain/directory";
import { ACTIONS, resolveActor, type PrincipalType } from "#domain/roles";
import { createServiceAccount, getProjectScopedServiceAccounts } from "#domain/service-accounts";
import { updateUser } from "#domain/users";
import { timestampOfMs } from "#contracts";
import {
  actorOf,
  createDomainWorld,
  createMember,
  createNamespaceRow,
  createOwner,
  ROLE,
  type DomainWorld,
} from "./domain-world.ts";

const DAY_MS = 86_400_000;
const ADMIN = 1;
const WRITE = 2;
const READ = 3;

let world: DomainWorld;
let owner: Actor;
let admin: Actor;
let developer: Actor;
let reader: Actor;
let stranger: Actor;
let orders: string;
let payments: string;
let project: string;

beforeAll(async () => {
  world = await createDomainWorld("access");
  owner = await createOwner(world, "owner@example.com");
  admin = await createMember(world, owner, { email: "admin@example.com", role: "admin" });
  developer = await createMember(world, owner, { email: "dev@example.com", role: "developer" });
  reader = await createMember(world, owner, { email: "reader@example.com", role: "read" });
  stranger = await createOwner(world, "stranger@example.com");
  project = `${owner.accountId}-team`;
  const now = new Date(world.clock.now());
  await world.database.query.project.create({
    data: {
      id: project,
      accountId: owner.accountId,
      displayName: "Team",
      state: "ACTIVE",
      createdAt: now,
      updatedAt: now,
    },
  });
  orders = await createNamespaceRow(world, owner, "orders", project);
  payments = await createNamespaceRow(world, owner, "payments", `${owner.accountId}-default`);
});
afterAll(() => world.close());

const again = (actor: Actor): Promise<Actor> => actorOf(world, actor.accountId, actor.principalId);

async function versionOf(principalType: PrincipalType, id: string): Promise<string> {
  const { query } = world.database;
  const where = { id };
  const row =
    principalType === "user"
      ? await query.user.findUniqueOrThrow({ where })
      : principalType === "group"
        ? await query.userGroup.findUniqueOrThrow({ where })
        : await query.serviceAccount.findUniqueOrThrow({ where });
  return String(row.resourceVersion);
}

async function onNamespace(
  as: Actor,
  principal: [PrincipalType, string],
  namespace: string,
  permission?: number,
): Promise<unknown> {
  const [principalType, principalId] = principal;
  const resourceVersion = await versionOf(principalType, principalId);
  const access = permission === undefined ? null : { permission };
  return setNamespaceAccess(
    world.context(await again(as)),
    { principalType, principalId },
    { namespace, access, resourceVersion },
  );
}

async function onProject(
  as: Actor,
  principal: [PrincipalType, string],
  projectId: string,
  role?: number,
): Promise<unknown> {
  const [principalType, principalId] = principal;
  const resourceVersion = await versionOf(principalType, principalId);
  const access = role === undefined ? null : { role };
  return setProjectAccess(
    world.context(await again(as)),
    { principalType, principalId },
    { projectId, access, resourceVersion },
  );
}

const dev = (): [PrincipalType, string] => ["user", developer.principalId];

async function edgeOf(principalId: string): Promise<Record<string, string> | null | undefined> {
  const directory = await readDirectory(world.database, world.clock);
  return directory.principals?.find((one) => one.principalId === principalId)?.namespacePermissions;
}

describe("a permission on a namespace", () => {
  it("is given, changed and taken away: the use cases, the edge and the trail see it at once", async () => {
    expect((await again(developer)).can("cloud.namespace.get", { namespace: orders })).toBe(false);
    const before = await directoryVersion(world.database.query);
    await onNamespace(admin, dev(), orders, READ);
    expect(Number(await directoryVersion(world.database.query))).toBeGreaterThan(Number(before));
    expect((await again(developer)).can("cloud.workflow.read", { namespace: orders })).toBe(true);
    expect(await edgeOf(developer.principalId)).toEqual({ [orders]: "read" });
    await onNamespace(admin, dev(), orders, WRITE);
    expect(await edgeOf(developer.principalId)).toEqual({ [orders]: "write" });
    const record = await world.database.query.auditRecord.findFirstOrThrow({
      where: { accountId: owner.accountId, operation: "SetUserNamespaceAccess" },
      orderBy: { sequence: "desc" },
    });
    expect(record).toMatchObject({ resourceType: "user", resourceId: developer.principalId, status: "OK" });
    expect(JSON.stringify(record.details)).toContain('"write"');
    await onNamespace(admin, dev(), orders);
    expect(await edgeOf(developer.principalId)).toEqual({});
    expect((await again(developer)).can("cloud.namespace.get", { namespace: orders })).toBe(false);
  });

  it("changes once: a repeat finds its operation, the same again is nothing to change, an old version is refused", async () => {
    const resourceVersion = await versionOf("user", developer.principalId);
    const principal = { principalType: "user", principalId: developer.principalId } as const;
    const request = {
      namespace: orders,
      access: { permission: READ },
      resourceVersion,
      asyncOperationId: "give-1",
    };
    const first = await setNamespaceAccess(world.context(admin), principal, request);
    const repeat = await setNamespaceAccess(world.context(admin), principal, request);
    expect(repeat.asyncOperation).toEqual(first.asyncOperation);
    await expect(onNamespace(admin, dev(), orders, READ)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: "nothing to change",
    });
    const stale = { namespace: orders, access: { permission: WRITE }, resourceVersion };
    await expect(setNamespaceAccess(world.context(admin), principal, stale)).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
    await onNamespace(admin, dev(), orders);
    await expect(onNamespace(admin, dev(), orders)).rejects.toThrow("nothing to change");
  });

  it("is given by who administers the namespace, and by nobody with less", async () => {
    const to: [PrincipalType, string] = ["user", reader.principalId];
    await onNamespace(owner, dev(), orders, WRITE);
    await expect(onNamespace(developer, to, orders, READ)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await onNamespace(owner, dev(), orders, ADMIN);
    await onNamespace(developer, to, orders, ADMIN);
    await expect(onNamespace(developer, to, payments, READ)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await onNamespace(developer, to, orders);
    await onNamespace(owner, dev(), orders);
  });

  it("is not given to whoever has everything, and knows nothing of another account", async () => {
    const administrator: [PrincipalType, string] = ["user", admin.principalId];
    await expect(onNamespace(owner, administrator, orders, READ)).rejects.toThrow(
      "leave namespace_accesses empty",
    );
    await expect(onNamespace(owner, ["user", stranger.principalId], orders, READ)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(onNamespace(stranger, ["user", stranger.principalId], orders, READ)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(onNamespace(owner, dev(), orders, 9)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("stays with the namespace of a service account that is bound to it", async () => {
    const spec = {
      name: "bound",
      namespaceScopedAccess: { namespace: orders, access: { permission: READ } },
    };
    const { serviceAccountId } = await createServiceAccount(world.context(admin), { spec });
    const robot: [PrincipalType, string] = ["service_account", serviceAccountId];
    await onNamespace(admin, robot, orders, WRITE);
    expect(await edgeOf(serviceAccountId)).toEqual({ [orders]: "write" });
    await expect(onNamespace(admin, robot, payments, READ)).rejects.toThrow("exactly one permission");
    await expect(onNamespace(admin, robot, orders)).rejects.toThrow("exactly one permission");
    await expect(onProject(admin, robot, project, 1)).rejects.toThrow("bound to a namespace or a project");
    const actor = await resolveActor(world.database.query, {
      accountId: owner.accountId,
      principalType: "service_account",
      principalId: serviceAccountId,
    });
    expect(actor?.can("cloud.account.get")).toBe(false);
    expect(actor?.can("cloud.namespace.get", { namespace: payments })).toBe(false);
  });
});

describe("a role on a project", () => {
  it("reaches its namespaces and what is made in it, and no other project", async () => {
    await onProject(admin, dev(), project, 3);
    expect(await edgeOf(developer.principalId)).toEqual({ [orders]: "read" });
    await onProject(admin, dev(), project, 6);
    expect(await edgeOf(developer.principalId)).toEqual({});
    await onProject(admin, ["user", reader.principalId], project, 5);
    const maker = await again(reader);
    expect(maker.can("cloud.namespace.create", { project })).toBe(true);
    expect(maker.can("cloud.namespace.create", { project: `${owner.accountId}-default` })).toBe(false);
    expect(maker.can("cloud.namespace.get", { namespace: orders })).toBe(true);
    expect(maker.can("cloud.workflow.read", { namespace: orders })).toBe(false);
    await onProject(admin, ["user", reader.principalId], project);
    await onProject(admin, dev(), project);
  });

  it("is given by who administers the project, never the inherited one, and not across accounts", async () => {
    await onProject(owner, dev(), project, 2);
    const to: [PrincipalType, string] = ["user", reader.principalId];
    await expect(onProject(developer, to, project, 3)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await onProject(owner, dev(), project, 1);
    await onProject(developer, to, project, 1);
    await expect(onProject(developer, to, project, 7)).rejects.toThrow("developer is inherited only");
    await expect(onProject(stranger, ["user", stranger.principalId], project, 1)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await onProject(developer, to, project);
    await onProject(owner, dev(), project);
  });

  it("is what a service account of one project lives by", async () => {
    const scoped = { projectId: project, access: { role: 2 } };
    const spec = { name: "pipeline", projectScopedAccess: scoped };
    const { serviceAccountId } = await createServiceAccount(world.context(admin), { spec });
    const listed = await getProjectScopedServiceAccounts(world.context(admin), { projectId: project });
    expect(listed.serviceAccounts).toEqual([
      expect.objectContaining({
        id: serviceAccountId,
        spec: {
          name: "pipeline",
          description: "",
          projectScopedAccess: { ...scoped, namespaceAccesses: {} },
        },
      }),
    ]);
    expect(await edgeOf(serviceAccountId)).toEqual({ [orders]: "write" });
    await expect(
      getProjectScopedServiceAccounts(world.context(stranger), { projectId: project }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const outside = { ...scoped, namespaceAccesses: { [payments]: { permission: READ } } };
    await expect(
      createServiceAccount(world.context(admin), { spec: { name: "out", projectScopedAccess: outside } }),
    ).rejects.toThrow("must name namespaces of that project");
  });
});

async function groupOf(name: string, members: Actor[], accountRole = "none"): Promise<string> {
  const now = new Date(world.clock.now());
  const { accountId } = owner;
  const id = `group-${name}`;
  await world.database.query.userGroup.create({
    data: {
      ...{ id, accountId, displayName: name, kind: "cloud", state: "ACTIVE", accountRole },
      ...{ createdAt: now, updatedAt: now },
    },
  });
  await world.database.query.userGroupMember.createMany({
    data: members.map(({ principalId }) => ({ accountId, groupId: id, userId: principalId, createdAt: now })),
  });
  return id;
}

describe("who has access", () => {
  it("is listed for each kind of principal, with what was given and what is inherited, page by page", async () => {
    const group = await groupOf("operators", [reader]);
    await onNamespace(admin, ["group", group], payments, WRITE);
    await onNamespace(admin, dev(), payments, READ);
    expect(await edgeOf(reader.principalId)).toEqual({ [payments]: "write" });
    const users = await getNamespaceAssignments(world.context(owner), "user", { namespace: payments });
    const seen = Object.fromEntries(
      users.assignments.map((one) => [one.name, [one.namespaceAccess?.permission, one.inheritedAccess]]),
    );
    expect(seen).toEqual({
      "owner@example.com": [undefined, true],
      "admin@example.com": [undefined, true],
      "dev@example.com": [READ, false],
      "reader@example.com": [undefined, true],
    });
    const groups = await getNamespaceAssignments(world.context(owner), "group", { namespace: payments });
    expect(groups.assignments).toEqual([
      {
        ...{ id: group, name: "operators", inheritedAccess: false, resourceVersion: "2" },
        namespaceAccess: { permission: WRITE, permissionDeprecated: "write" },
      },
    ]);
    const first = await getNamespaceAssignments(world.context(owner), "user", {
      namespace: payments,
      pageSize: 3,
    });
    const pageToken = first.nextPageToken;
    const rest = await getNamespaceAssignments(world.context(owner), "user", {
      namespace: payments,
      pageToken,
    });
    expect([...first.assignments, ...rest.assignments]).toEqual(users.assignments);
    await expect(
      getNamespaceAssignments(world.context(stranger), "user", { namespace: payments }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await onNamespace(admin, dev(), payments);
  });

  it("is listed for projects, where developers are at home", async () => {
    await onProject(admin, ["user", reader.principalId], project, 4);
    const { assignments } = await getProjectAssignments(world.context(admin), "user", { projectId: project });
    expect(
      Object.fromEntries(
        assignments.map((one) => [one.name, [one.projectAccess?.role, one.inheritedAccess]]),
      ),
    ).toEqual({
      "owner@example.com": [undefined, true],
      "admin@example.com": [undefined, true],
      "dev@example.com": [undefined, true],
      "reader@example.com": [4, false],
    });
    await expect(
      getProjectAssignments(world.context(await again(reader)), "user", { projectId: project }),
    ).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await onProject(admin, ["user", reader.principalId], project);
  });
});

const roleOf = (name: string, ...permissions: object[]): { spec: object } => ({
  spec: { name, description: "of this test", permissions },
});
const onAll = (resourceType: string, ...actions: string[]): object => ({
  actions,
  resources: { resourceType, allowAll: true },
});
const onIds = (resourceType: string, resourceIds: string[], ...actions: string[]): object => ({
  actions,
  resources: { resourceType, resourceIds },
});

describe("a custom role", () => {
  it("gives what it says to whoever has it, and what it says next once it has changed", async () => {
    const made = await createCustomRole(
      world.context(admin),
      roleOf("auditor", onIds("namespaces", [orders], "cloud.namespace.get", "cloud.workflow.read")),
    );
    const customRoles = [made.roleId];
    await updateUser(world.context(owner), {
      userId: reader.principalId,
      resourceVersion: await versionOf("user", reader.principalId),
      spec: { email: "reader@example.com", access: { accountAccess: { role: ROLE.read, customRoles } } },
    });
    expect((await again(reader)).can("cloud.namespace.get", { namespace: orders })).toBe(true);
    expect(await edgeOf(reader.principalId)).toEqual({ [orders]: "read", [payments]: "write" });
    const role = await getCustomRole(world.context(reader), made.roleId);
    await updateCustomRole(world.context(admin), {
      ...{ roleId: made.roleId, resourceVersion: role.resourceVersion ?? "" },
      ...roleOf("auditor", onIds("namespaces", [orders], "cloud.workflow.write")),
    });
    expect((await again(reader)).can("cloud.namespace.get", { namespace: orders })).toBe(false);
    expect(await edgeOf(reader.principalId)).toMatchObject({ [orders]: "write" });
    await expect(
      deleteCustomRole(world.context(admin), { roleId: made.roleId, resourceVersion: "2" }),
    ).rejects.toThrow("part of the access of 1");
  });

  it("is read, changed and deleted under its version, by its account only", async () => {
    const request = {
      ...roleOf("reports", onAll("accounts", "cloud.usage.get")),
      asyncOperationId: "role-1",
    };
    const made = await createCustomRole(world.context(admin), request);
    expect((await createCustomRole(world.context(admin), request)).roleId).toBe(made.roleId);
    const { customRoles } = await getCustomRoles(world.context(reader), {});
    expect(customRoles.map(({ id }) => id)).toContain(made.roleId);
    expect((await getCustomRoles(world.context(stranger), {})).customRoles).toEqual([]);
    const { roleId } = made;
    for (const attempt of [
      () => getCustomRole(world.context(stranger), roleId),
      () => deleteCustomRole(world.context(stranger), { roleId, resourceVersion: "1" }),
      () =>
        updateCustomRole(world.context(stranger), {
          ...request,
          roleId,
          resourceVersion: "1",
          asyncOperationId: "",
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const same = { spec: request.spec, roleId, resourceVersion: "1" };
    await expect(updateCustomRole(world.context(admin), same)).rejects.toThrow("nothing to change");
    await expect(
      updateCustomRole(world.context(admin), { ...same, resourceVersion: "7" }),
    ).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(
      createCustomRole(world.context(admin), roleOf("reports", onAll("accounts", "cloud.usage.get"))),
    ).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await deleteCustomRole(world.context(admin), { roleId, resourceVersion: "1" });
    await expect(getCustomRole(world.context(admin), roleId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    ["no name", roleOf("", onAll("accounts", "cloud.usage.get")), "name must have"],
    ["a long name", roleOf("x".repeat(65), onAll("accounts", "cloud.usage.get")), "name must have"],
    ["no permission", roleOf("bad"), "at least one permission"],
    [
      "an unknown kind of resource",
      roleOf("bad", onAll("clusters", "cloud.usage.get")),
      "resource_type must be one of",
    ],
    ["no resources", roleOf("bad", { actions: ["cloud.usage.get"] }), "resource_type must be one of"],
    ["neither all nor ids", roleOf("bad", onIds("namespaces", [], "cloud.namespace.get")), "one of the two"],
    [
      "all and ids",
      roleOf("bad", {
        actions: ["cloud.namespace.get"],
        resources: { resourceType: "namespaces", resourceIds: ["a"], allowAll: true },
      }),
      "one of the two",
    ],
    ["no action", roleOf("bad", onAll("accounts")), "must have 1 to"],
    ["an unknown action", roleOf("bad", onAll("accounts", "cloud.rocket.launch")), "is no action"],
    ["an action of another kind", roleOf("bad", onAll("accounts", "cloud.namespace.delete")), "is no action"],
    [
      "an action that roles cannot hold",
      roleOf("bad", onAll("accounts", "cloud.apikey.create")),
      "is no action",
    ],
    ["a name of Object", roleOf("bad", onAll("accounts", "constructor")), "is no action"],
  ])("is refused with %s", async (_, request, message) => {
    await expect(createCustomRole(world.context(owner), request)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(message) as string,
    });
  });

  it("names nothing that is not in the account, and nothing that whoever writes it lacks", async () => {
    for (const [type, id, action] of [
      ["namespaces", `orders.${stranger.accountId}`, "cloud.namespace.get"],
      ["projects", `${stranger.accountId}-default`, "cloud.project.get"],
      ["accounts", stranger.accountId, "cloud.usage.get"],
      ["nexus-endpoints", "nothing", "cloud.nexusendpoint.get"],
      ["connectivity-rules", "nothing", "cloud.connectivityrule.get"],
      ["custom-roles", "nothing", "cloud.customrole.get"],
    ] as const) {
      await expect(
        createCustomRole(world.context(owner), roleOf("foreign", onIds(type, [id], action))),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const money = roleOf("money", onAll("accounts", "cloud.billingreport.get"));
    await expect(createCustomRole(world.context(admin), money)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(createCustomRole(world.context(owner), money)).resolves.toBeTruthy();
  });

  it("has its limits: 20 permissions, and 25 roles in an account", async () => {
    const many = Array.from({ length: 21 }, () => onAll("accounts", "cloud.usage.get"));
    await expect(createCustomRole(world.context(owner), roleOf("many", ...many))).rejects.toMatchObject({
      code: "RESOURCE_EXHAUSTED",
    });
    const now = new Date(world.clock.now());
    await world.database.query.customRole.createMany({
      data: Array.from({ length: 25 }, (__, index) => ({
        ...{ id: `filler-${index}`, accountId: stranger.accountId, name: `filler ${index}`, permissions: [] },
        ...{ createdAt: now, updatedAt: now },
      })),
    });
    await expect(
      createCustomRole(world.context(stranger), roleOf("one more", onAll("accounts", "cloud.usage.get"))),
    ).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
  });
});

describe("T1: nobody gains by others what they do not have", () => {
  const expiryTime = (): object => timestampOfMs(world.clock.now() + DAY_MS) as object;

  it("an admin makes no key for a service account above its own role, and takes over no owner's key", async () => {
    const spec = { name: "boss", access: { accountAccess: { role: ROLE.owner } } };
    await expect(createServiceAccount(world.context(admin), { spec })).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    const { serviceAccountId: ownerId } = await createServiceAccount(world.context(owner), { spec });
    const key = { ownerId, ownerType: 2, displayName: "k", expiryTime: expiryTime() };
    await expect(createApiKey(world.context(admin), { spec: key })).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    const mine = await createApiKey(world.context(owner), {
      spec: { displayName: "mine", expiryTime: expiryTime() },
    });
    await expect(
      rotateApiKey(world.context(admin), { keyId: mine.keyId, resourceVersion: "1" }),
    ).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });

  it("who administers a namespace makes service accounts and keys for it and for nothing else", async () => {
    await onNamespace(owner, dev(), orders, ADMIN);
    const as = world.context(await again(developer));
    const scoped = (namespace: string, name: string): object => ({
      name,
      namespaceScopedAccess: { namespace, access: { permission: ADMIN } },
    });
    const { serviceAccountId } = await createServiceAccount(as, { spec: scoped(orders, "worker") });
    const key = { ownerId: serviceAccountId, ownerType: 2, displayName: "k", expiryTime: expiryTime() };
    await expect(createApiKey(as, { spec: key })).resolves.toMatchObject({
      keyId: expect.any(String) as string,
    });
    await expect(createServiceAccount(as, { spec: scoped(payments, "other") })).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    const wide = { name: "wide", access: { accountAccess: { role: ROLE.read } } };
    await expect(createServiceAccount(as, { spec: wide })).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await onNamespace(owner, dev(), orders);
  });
});

describe("why somebody may do something", () => {
  const explain = async (as: Actor, request: object): Promise<unknown> =>
    (await explainAccess(world.context(await again(as)), request)).allowedActions;

  it("is told with each grant that gives it, the group's among them", async () => {
    await onNamespace(admin, ["user", reader.principalId], payments, READ);
    const question = { action: "cloud.workflow.read", namespace: payments };
    const about = { principalType: "user", principalId: reader.principalId };
    const answer = [
      {
        action: "cloud.workflow.read",
        grants: [
          { kind: "namespace", role: "read", namespace: payments },
          {
            ...{ kind: "namespace", role: "write", namespace: payments },
            ...{ groupId: "group-operators", groupDisplayName: "operators" },
          },
        ],
      },
    ];
    expect(await explain(reader, question)).toEqual(answer);
    expect(await explain(admin, { ...question, ...about })).toEqual(answer);
    expect(await explain(reader, { action: "cloud.namespace.delete", namespace: payments })).toEqual([]);
    const group = { principalType: "group", principalId: "group-operators" };
    expect(await explain(admin, { ...question, ...group })).toMatchObject([{ grants: [{ role: "write" }] }]);
  });

  it("agrees, for every action, with what is allowed", async () => {
    const namespace = orders;
    const told = (await explain(owner, { namespace })) as { action: string }[];
    const actor = await again(owner);
    const allowed = Object.keys(ACTIONS).filter((action) => actor.can(action, { namespace, project }));
    expect(told.map(({ action }) => action)).toEqual(allowed);
  });

  it("is nobody's business in another account, and of others only for those who may look at them", async () => {
    const about = { principalType: "user", principalId: owner.principalId };
    await expect(explain(stranger, about)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explain(stranger, { namespace: orders })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(explain(stranger, { projectId: project })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const metrics = await createMember(world, owner, { email: "metrics@example.com", role: "metrics_read" });
    await expect(explain(metrics, about)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(explain(owner, { action: "cloud.rocket.launch" })).rejects.toThrow(
      "not the name of an action",
    );
    await expect(explain(owner, { principalId: owner.principalId })).rejects.toThrow(
      "principal_type must be one of",
    );
  });
});
