// Service accounts beyond their making: changed, deleted, bound to a namespace or a project; and who manages them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timestampOfMs } from "#contracts";
import { authenticateApiKey, createApiKey } from "#domain/api-keys";
import { verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { directoryVersion, readDirectory } from "#domain/directory";
import { forgetNamespace } from "#domain/namespaces";
import { defaultProjectId } from "#domain/projects";
import {
  createServiceAccount,
  deleteServiceAccount,
  getServiceAccount,
  getServiceAccounts,
  updateServiceAccount,
} from "#domain/service-accounts";
import { createActiveNamespace } from "./active-namespace.ts";
import {
  actorOf,
  createDomainWorld,
  createMember,
  createOwner,
  ROLE,
  type DomainWorld,
} from "./domain-world.ts";

const DAY_MS = 86_400_000;
const [ADMIN, WRITE, READ] = [1, 2, 3];
let world: DomainWorld;
let owner: Actor;
let admin: Actor;
let developer: Actor;
let stranger: Actor;
/** Whose administrator the developer is. */
let namespace: string;

beforeAll(async () => {
  world = await createDomainWorld("service_accounts");
  owner = await createOwner(world, "owner@example.com");
  admin = await createMember(world, owner, { email: "admin@example.com", role: "admin" });
  developer = await createMember(world, owner, { email: "developer@example.com", role: "developer" });
  stranger = await createOwner(world, "stranger@example.com");
  namespace = await createActiveNamespace(world, developer, "shop");
  developer = await actorOf(world, owner.accountId, developer.principalId);
});
afterAll(() => world.close());

const accountSpec = (name: string, role: number, more: object = {}): object => ({
  name,
  access: { accountAccess: { role } },
  ...more,
});
const boundSpec = (name: string, permission: number, to = namespace): object => ({
  name,
  namespaceScopedAccess: { namespace: to, access: { permission } },
});
const make = async (spec: object, as = owner): Promise<string> =>
  (await createServiceAccount(world.context(as), { spec })).serviceAccountId;
const update = (id: string, resourceVersion: string, spec: object, as = owner): Promise<unknown> =>
  updateServiceAccount(world.context(as), { serviceAccountId: id, resourceVersion, spec });
const remove = (id: string, resourceVersion: string, as = owner): Promise<unknown> =>
  deleteServiceAccount(world.context(as), { serviceAccountId: id, resourceVersion });
const keyOf = async (ownerId: string, as = owner): Promise<string> => {
  const expiryTime = timestampOfMs(world.clock.now() + DAY_MS);
  const spec = { ownerId, ownerType: 2, displayName: "key", expiryTime };
  return (await createApiKey(world.context(as), { spec })).token;
};
const read = (id: string): ReturnType<typeof getServiceAccount> =>
  getServiceAccount(world.context(owner), id);

describe("changing a service account", () => {
  it("replaces name, description and access, at once for its keys and the gateways", async () => {
    const id = await make(accountSpec("builder", ROLE.developer, { description: "builds" }));
    const actor = await authenticateApiKey(world.context(), await keyOf(id));
    expect(actor.can("cloud.namespace.create")).toBe(true);
    const before = await directoryVersion(world.database.query);

    await update(id, "1", accountSpec("watcher", ROLE.read));

    expect(await read(id)).toMatchObject({
      resourceVersion: "2",
      spec: { name: "watcher", description: "", access: { accountAccess: { role: ROLE.read } } },
    });
    expect(BigInt(await directoryVersion(world.database.query))).toBeGreaterThan(BigInt(before));
    const later = await authenticateApiKey(world.context(), await keyOf(id));
    expect(later.can("cloud.namespace.create")).toBe(false);
    expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
  });

  it("needs the version that was read, a change, and a name of its own", async () => {
    await make(accountSpec("taken", ROLE.read));
    const id = await make(accountSpec("versioned", ROLE.read));
    const same = accountSpec("versioned", ROLE.read);
    await expect(update(id, "7", same)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(update(id, "", same)).rejects.toMatchObject({ field: "resourceVersion" });
    await expect(update(id, "1", same)).rejects.toMatchObject({ message: "nothing to change" });
    await expect(update(id, "1", accountSpec("taken", ROLE.read))).rejects.toMatchObject({
      code: "ALREADY_EXISTS",
      field: "spec.name",
    });
    await expect(update(id, "1", accountSpec("", ROLE.read))).rejects.toMatchObject({ field: "spec.name" });
  });

  it("never changes what it is bound to", async () => {
    const bound = await make(boundSpec("bound", READ));
    const free = await make(accountSpec("free", ROLE.read));
    const other = await createActiveNamespace(world, owner, "other");
    await expect(update(bound, "1", boundSpec("bound", READ, other))).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      field: "spec.namespaceScopedAccess.namespace",
    });
    await expect(update(bound, "1", accountSpec("bound", ROLE.read))).rejects.toMatchObject({
      field: "spec.access",
    });
    await expect(update(free, "1", boundSpec("free", READ))).rejects.toMatchObject({
      field: "spec.namespaceScopedAccess.namespace",
    });
    await update(bound, "1", boundSpec("bound", WRITE));
    expect(await read(bound)).toMatchObject({
      spec: { namespaceScopedAccess: { namespace, access: { permission: WRITE } } },
    });
  });

  it("I13: gives nothing that the giver has not: an admin makes no service account an owner", async () => {
    const id = await make(accountSpec("modest", ROLE.read));
    await expect(update(id, "1", accountSpec("modest", ROLE.owner), admin)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await update(id, "1", accountSpec("modest", ROLE.owner));
    await expect(update(id, "2", accountSpec("modest", ROLE.read), admin)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(remove(id, "2", admin)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
  });
});

describe("deleting a service account", () => {
  it("T2: ends its keys at once, here and in the gateways' directory, and frees its name", async () => {
    const id = await make(accountSpec("goes", ROLE.developer));
    const token = await keyOf(id);
    await authenticateApiKey(world.context(), token);

    await remove(id, "1", admin);

    await expect(authenticateApiKey(world.context(), token)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    const { principals } = await readDirectory(world.database, world.clock);
    expect(principals?.map((principal) => principal.principalId)).not.toContain(id);
    await expect(remove(id, "1")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(make(accountSpec("goes", ROLE.read))).resolves.toBeTruthy();
  });

  it("needs the version that was read", async () => {
    const id = await make(accountSpec("stays", ROLE.read));
    await expect(remove(id, "2")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(remove(id, "")).rejects.toMatchObject({ field: "resourceVersion" });
  });

  it("T3: of another account answers like one that is not there", async () => {
    const id = await make(accountSpec("hidden", ROLE.read));
    const acts = [
      (one: string) => getServiceAccount(world.context(stranger), one),
      (one: string) => update(one, "1", accountSpec("hidden", ROLE.read), stranger),
      (one: string) => remove(one, "1", stranger),
    ];
    for (const act of acts) {
      const texts = await Promise.all(
        [id, "nothing"].map((one) => act(one).catch((error: unknown) => String(error))),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(texts[0]).toContain("no service account");
    }
    expect(await getServiceAccounts(world.context(stranger), {})).toMatchObject({ serviceAccount: [] });
  });
});

describe("a service account of one namespace", () => {
  it("is made, changed, given keys and deleted by whoever administers the namespace, and goes nowhere else", async () => {
    const id = await make(boundSpec("worker", WRITE), developer);
    const actor = await authenticateApiKey(world.context(), await keyOf(id, developer));
    expect(actor.can("cloud.workflow.write", { namespace })).toBe(true);
    expect(actor.can("cloud.namespace.update", { namespace })).toBe(false);
    expect(actor.can("cloud.workflow.read", { namespace: `other.${owner.accountId}` })).toBe(false);
    await update(id, "1", boundSpec("worker", ADMIN), developer);
    await remove(id, "2", developer);
  });

  it("is not made for a namespace of others, nor is one of the account by a developer", async () => {
    const mine = await createActiveNamespace(world, owner, "mine");
    for (const spec of [boundSpec("spy", READ, mine), accountSpec("spy", ROLE.read)]) {
      await expect(make(spec, developer)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    }
    const id = await make(accountSpec("of-the-account", ROLE.read));
    await expect(update(id, "1", accountSpec("x", ROLE.read), developer)).rejects.toMatchObject({
      code: "PERMISSION_DENIED",
    });
    await expect(remove(id, "1", developer)).rejects.toMatchObject({ code: "PERMISSION_DENIED" });
    await expect(make(boundSpec("nowhere", READ, "no.where"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("goes with its namespace, and its keys with it", async () => {
    const short = await createActiveNamespace(world, owner, "short-lived");
    const id = await make(boundSpec("short-lived", READ, short));
    const token = await keyOf(id);
    const operationId = "delete-short-lived";
    await world.database.query.namespace.update({
      where: { id: short },
      data: { state: "DELETING", asyncOperationId: operationId },
    });
    const step = { accountId: owner.accountId, operationId, namespace: short, now: world.clock.now() };
    await world.database.transaction((tx) => forgetNamespace(tx, step));
    await expect(read(id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(authenticateApiKey(world.context(), token)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

describe("a service account of one project", () => {
  it("has its role there, which can change, and its project, which cannot", async () => {
    const projectId = defaultProjectId(owner.accountId);
    const spec = (role: number, to = projectId): object => ({
      name: "project-worker",
      projectScopedAccess: { projectId: to, access: { role } },
    });
    const id = await make(spec(READ));
    const actor = await authenticateApiKey(world.context(), await keyOf(id));
    expect(actor.can("cloud.workflow.read", { namespace })).toBe(true);
    expect(actor.can("cloud.workflow.write", { namespace })).toBe(false);
    await expect(update(id, "1", spec(READ, "another"))).rejects.toMatchObject({
      field: "spec.projectScopedAccess.projectId",
    });
    await update(id, "1", spec(WRITE));
    const later = await authenticateApiKey(world.context(), await keyOf(id));
    expect(later.can("cloud.workflow.write", { namespace })).toBe(true);
  });
});
