// Users: invited, changed, deleted. What an invitation opens and when it is dead, who may make whom what, and that the
// last owner stays.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timestampOfMs } from "#contracts";
import { authenticateApiKey, createApiKey } from "#domain/api-keys";
import { verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { directoryVersion, readDirectory } from "#domain/directory";
import { listMails } from "#domain/mail";
import { resolveSession, signIn } from "#domain/sessions";
import {
  acceptInvitation,
  createUser,
  deleteUser,
  getUser,
  getUsers,
  resendInvitation,
  updateUser,
} from "#domain/users";
import {
  createMember,
  createOwner,
  createDomainWorld,
  PASSWORD,
  ROLE,
  tokenMailedTo,
  type DomainWorld,
} from "./domain-world.ts";

const DAY_MS = 86_400_000;
let world: DomainWorld;
let owner: Actor;
let admin: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await createDomainWorld("users");
  owner = await createOwner(world, "owner@example.com");
  admin = await createMember(world, owner, { email: "admin@example.com", role: "admin" });
  stranger = await createOwner(world, "stranger@example.com");
});
afterAll(() => world.close());

const specOf = (email: string, role: number, namespaces: object = {}): object => ({
  email,
  access: { accountAccess: { role }, namespaceAccesses: namespaces },
});
const invite = (as: Actor, email: string, role: number = ROLE.read): ReturnType<typeof createUser> =>
  createUser(world.context(as), { spec: specOf(email, role) });
const accept = (token: string, password = PASSWORD): ReturnType<typeof acceptInvitation> =>
  acceptInvitation(world.context(), { token, password });
const enter = (email: string, password = PASSWORD): ReturnType<typeof signIn> =>
  signIn(world.context(), { email, password });
const versionOf = async (userId: string): Promise<string> =>
  (await getUser(world.context(owner), userId)).resourceVersion ?? "";

describe("an invitation", () => {
  it("makes a user who is active at once, with the invitation's times, and lets the person in once accepted", async () => {
    const made = await invite(owner, "Ann@Example.com", ROLE.developer);
    expect(made.operation.state).toBe("FULFILLED");
    const pending = await getUser(world.context(owner), made.userId);
    expect(pending).toMatchObject({
      state: 3,
      stateDeprecated: "active",
      spec: { email: "ann@example.com", access: { accountAccess: { role: ROLE.developer } } },
    });
    const { createdTime, expiredTime } = pending.invitation ?? {};
    expect(Number(expiredTime?.seconds) - Number(createdTime?.seconds)).toBe(7 * 86_400);
    await expect(enter("ann@example.com")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });

    const token = await tokenMailedTo(world, "ann@example.com");
    expect(await accept(token)).toEqual({
      accountId: owner.accountId,
      userId: made.userId,
      email: "ann@example.com",
    });

    expect(await getUser(world.context(owner), made.userId)).not.toHaveProperty("invitation");
    const { cookieValue } = await enter("ann@example.com");
    const session = await resolveSession(world, cookieValue);
    expect(session?.actor.can("cloud.namespace.create")).toBe(true);
    await expect(accept(token)).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "token" });
    expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
  });

  it("takes no password that the rules refuse, and stays open for a better one", async () => {
    await invite(owner, "weak@example.com");
    const token = await tokenMailedTo(world, "weak@example.com");
    await expect(accept(token, "12345678")).rejects.toMatchObject({ field: "password" });
    await expect(accept(token, "weak@example.com1")).rejects.toMatchObject({ field: "password" });
    await expect(accept(token)).resolves.toBeTruthy();
  });

  it("is dead after 7 days and once it is sent again, which a user who came already needs no more", async () => {
    const { userId } = await invite(owner, "late@example.com");
    const first = await tokenMailedTo(world, "late@example.com");
    world.advance(7 * DAY_MS);
    await expect(accept(first)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(await getUser(world.context(owner), userId)).toMatchObject({ state: 3, invitation: {} });

    await resendInvitation(world.context(admin), { userId });
    const second = await tokenMailedTo(world, "late@example.com");
    world.advance(1_000);
    await resendInvitation(world.context(admin), { userId });
    await expect(accept(second)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await accept(await tokenMailedTo(world, "late@example.com"));
    await expect(resendInvitation(world.context(admin), { userId })).rejects.toMatchObject({
      code: "FAILED_PRECONDITION",
    });
  });

  it("is accepted by one of four at once", async () => {
    await invite(owner, "race@example.com");
    const token = await tokenMailedTo(world, "race@example.com");
    const ends = await Promise.allSettled([1, 2, 3, 4].map(() => accept(token)));
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
  });

  it("is mailed to one address five times an hour at most", async () => {
    const { userId } = await invite(owner, "flood@example.com");
    const resend = (): Promise<unknown> => resendInvitation(world.context(owner), { userId });
    for (let sent = 1; sent < 5; sent += 1) await resend();
    await expect(resend()).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
    expect(await listMails(world.context(), { to: "flood@example.com" })).toHaveLength(5);
  });

  it("leaves its token nowhere in clear", async () => {
    await invite(owner, "clear@example.com");
    const token = await tokenMailedTo(world, "clear@example.com");
    const rows = await world.database.query.$queryRaw<{ dump: string }[]>`
      select (select jsonb_agg(i) from user_invitations i)::text || (select jsonb_agg(m) from mails m)::text ||
             (select jsonb_agg(o) from async_operations o)::text || (select jsonb_agg(a) from audit_records a)::text as dump`;
    expect(rows[0]?.dump).toContain("clear@example.com");
    expect(rows[0]?.dump).not.toContain(token);
  });
});

describe("making a user", () => {
  it.each([
    ["no spec", undefined, "INVALID_ARGUMENT", "spec.email"],
    ["no address", specOf("", ROLE.read), "INVALID_ARGUMENT", "spec.email"],
    ["a bad address", specOf("a@b", ROLE.read), "INVALID_ARGUMENT", "spec.email"],
    ["an unknown role", specOf("x@example.com", 99), "INVALID_ARGUMENT", "spec.access.accountAccess.role"],
    [
      "an unknown permission",
      specOf("x@example.com", ROLE.read, { "a.b": { permission: 9 } }),
      "INVALID_ARGUMENT",
      "spec.access.namespaceAccesses",
    ],
    [
      "an admin with permissions on namespaces",
      specOf("x@example.com", ROLE.admin, { "a.b": { permission: 1 } }),
      "INVALID_ARGUMENT",
      "spec.access.namespaceAccesses",
    ],
    [
      "a namespace that is not theirs",
      specOf("x@example.com", ROLE.read, { "a.b": { permission: 1 } }),
      "NOT_FOUND",
      "spec.access.namespaceAccesses",
    ],
    ["a known address", specOf("Admin@example.com", ROLE.read), "ALREADY_EXISTS", "spec.email"],
    [
      "an address of another account",
      specOf("stranger@example.com", ROLE.read),
      "ALREADY_EXISTS",
      "spec.email",
    ],
  ])("with %s is refused, and nothing is made or mailed", async (_, spec, code, field) => {
    const count = (): Promise<number[]> =>
      Promise.all([world.database.query.user.count(), world.database.query.mail.count()]);
    const before = await count();
    await expect(createUser(world.context(owner), spec === undefined ? {} : { spec })).rejects.toMatchObject({
      code,
      field,
    });
    expect(await count()).toEqual(before);
  });

  it("P3: happens once for one operation id, and another request with it is refused", async () => {
    const request = { spec: specOf("once@example.com", ROLE.read), asyncOperationId: "invite-once" };
    const first = await createUser(world.context(owner), request);
    expect((await createUser(world.context(owner), request)).userId).toBe(first.userId);
    expect(await listMails(world.context(), { to: "once@example.com" })).toHaveLength(1);
    await expect(
      createUser(world.context(owner), { ...request, spec: specOf("twice@example.com", ROLE.read) }),
    ).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("I13: leaves the roles owner and finance admin to owners", async () => {
    for (const role of [ROLE.owner, ROLE.finance_admin]) {
      await expect(invite(admin, `role${role}@example.com`, role)).rejects.toMatchObject({
        code: "PERMISSION_DENIED",
      });
      await expect(invite(owner, `role${role}@example.com`, role)).resolves.toBeTruthy();
    }
  });
});

describe("changing a user", () => {
  it("replaces its access, tells the gateways, and needs the version that was read", async () => {
    const member = await createMember(world, owner, { email: "change@example.com", role: "developer" });
    const userId = member.principalId;
    const before = await directoryVersion(world.database.query);
    const update = (resourceVersion: string, role: number, email = "change@example.com"): Promise<unknown> =>
      updateUser(world.context(admin), { userId, resourceVersion, spec: specOf(email, role) });
    const version = await versionOf(userId);
    await expect(update("99", ROLE.read)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(update("", ROLE.read)).rejects.toMatchObject({ field: "resourceVersion" });
    await expect(update(version, ROLE.developer)).rejects.toMatchObject({ message: "nothing to change" });
    await expect(update(version, ROLE.read, "new@example.com")).rejects.toMatchObject({
      field: "spec.email",
    });
    await expect(update(version, ROLE.owner)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await update(version, ROLE.read, "Change@Example.com");
    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    const session = await resolveSession(world, (await enter("change@example.com")).cookieValue);
    expect(session?.actor.can("cloud.namespace.create")).toBe(false);
  });

  it("one of 20 at once wins the version", async () => {
    const { userId } = await invite(owner, "crowd@example.com");
    const resourceVersion = await versionOf(userId);
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        updateUser(world.context(owner), {
          ...{ userId, resourceVersion },
          spec: specOf("crowd@example.com", index % 2 === 0 ? ROLE.developer : ROLE.metrics_read),
        }),
      ),
    );
    expect(ends.filter((end) => end.status === "fulfilled")).toHaveLength(1);
    const codes = ends.flatMap((end) =>
      end.status === "rejected" ? [(end.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(["FAILED_PRECONDITION"]));
  });

  it("T3: of another account answers like one that is not there", async () => {
    const acts = [
      (userId: string) => updateUser(world.context(stranger), { userId, resourceVersion: "1" }),
      (userId: string) => deleteUser(world.context(stranger), { userId, resourceVersion: "1" }),
      (userId: string) => resendInvitation(world.context(stranger), { userId }),
      (userId: string) => getUser(world.context(stranger), userId),
    ];
    const { userId } = await invite(owner, "foreign@example.com");
    for (const act of acts) {
      const texts = await Promise.all(
        [userId, "0".repeat(32)].map((id) => act(id).catch((error: unknown) => String(error))),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(texts[0]).toContain("no user");
    }
  });
});

describe("deleting a user", () => {
  it("T2: ends sessions and keys at once, here and in the gateways' directory, and frees the address", async () => {
    const member = await createMember(world, owner, { email: "leaver@example.com", role: "developer" });
    const { cookieValue } = await enter("leaver@example.com");
    const key = await createApiKey(world.context(member), {
      spec: { displayName: "key", expiryTime: timestampOfMs(world.clock.now() + DAY_MS) },
    });
    expect(await authenticateApiKey(world.context(), key.token)).toMatchObject(memberOf(member));

    await deleteUser(world.context(admin), {
      userId: member.principalId,
      resourceVersion: await versionOf(member.principalId),
    });

    expect(await resolveSession(world, cookieValue)).toBeUndefined();
    await expect(authenticateApiKey(world.context(), key.token)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const directory = await readDirectory(world.database, world.clock);
    expect(directory.apiKeys?.map((each) => each.keyId)).not.toContain(key.keyId);
    expect(directory.principals?.map((each) => each.principalId)).not.toContain(member.principalId);
    await expect(enter("leaver@example.com")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(invite(stranger, "leaver@example.com")).resolves.toBeTruthy();
  });

  it("kills an open invitation with it", async () => {
    const { userId } = await invite(owner, "gone@example.com");
    const token = await tokenMailedTo(world, "gone@example.com");
    await deleteUser(world.context(owner), { userId, resourceVersion: "1" });
    await expect(accept(token)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("never takes the last owner who can come in, nor the role from them", async () => {
    const only = await createOwner(world, "only@example.com");
    const pending = await invite(only, "pending-owner@example.com", ROLE.owner);
    const request = { userId: only.principalId, resourceVersion: "2" };
    const refused = await Promise.allSettled([
      deleteUser(world.context(only), request),
      updateUser(world.context(only), { ...request, spec: specOf("only@example.com", ROLE.read) }),
    ]);
    expect(refused.map((end) => (end.status === "rejected" ? end.reason : end))).toEqual(
      Array(2).fill(expect.objectContaining({ code: "FAILED_PRECONDITION" })),
    );
    await accept(await tokenMailedTo(world, "pending-owner@example.com"));
    const other = { ...only, principalId: pending.userId };
    await expect(deleteUser(world.context(other), request)).resolves.toBeTruthy();
  });

  it("I13: takes an owner's word to delete an owner", async () => {
    const { userId } = await invite(owner, "second-owner@example.com", ROLE.owner);
    const request = { userId, resourceVersion: "1" };
    await expect(deleteUser(world.context(admin), request)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(deleteUser(world.context(owner), request)).resolves.toBeTruthy();
  });

  const memberOf = ({ principalId }: Actor): object => ({ principalId });
});

describe("listing users", () => {
  it("finds by address whatever its case, in pages by id, and nobody of another account", async () => {
    const { users } = await getUsers(world.context(owner), { email: "ADMIN@example.com" });
    expect(users.map((user) => user.id)).toEqual([admin.principalId]);
    const all = await getUsers(world.context(owner), {});
    const first = await getUsers(world.context(owner), { pageSize: 3 });
    const second = await getUsers(world.context(owner), { pageSize: 3, pageToken: first.nextPageToken });
    const ids = all.users.map((user) => user.id ?? "");
    expect(ids).toEqual([...ids].sort());
    expect([...first.users, ...second.users].map((user) => user.id)).toEqual(ids.slice(0, 6));
    expect(await getUsers(world.context(stranger), { email: "admin@example.com" })).toMatchObject({
      users: [],
    });
  });
});
