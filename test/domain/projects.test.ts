// Projects through the use cases: their life, what keeps them, and what belongs to them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConnectivityRule, getConnectivityRules } from "#domain/connectivity-rules";
import type { DomainContext } from "#domain/context";
import { createNamespace, getNamespace, getNamespaces } from "#domain/namespaces";
import {
  createDefaultProject,
  createProject,
  defaultProjectId,
  deleteProject,
  getProject,
  getProjects,
  updateProject,
} from "#domain/projects";
import { seedCells } from "#domain/cells";
import { seedRegions } from "#domain/regions";
import { randomIds } from "#shared/ids";
import { createDomainWorld, type DomainWorld } from "./domain-world.ts";

const REGION = "aws-us-east-1";

let world: DomainWorld;

beforeAll(async () => {
  world = await createDomainWorld("projects");
  await world.database.transaction(async (tx) => {
    await seedRegions(tx, [
      { id: REGION, provider: "aws", region: "us-east-1", location: "x", grpcAddress: "x:1", webAddress: "" },
    ]);
    await seedCells(
      tx,
      [{ id: "cell-a", region: REGION, driver: "embedded", address: "127.0.0.1:1" }],
      world.clock.now(),
    );
  });
});
afterAll(() => world.close());

/** A new account, acting as somebody who may do everything in it. */
async function newAccount(can: (action: string) => boolean = () => true): Promise<DomainContext> {
  const accountId = randomIds.short(8);
  const now = new Date(world.clock.now());
  await world.database.query.account.create({
    data: { id: accountId, name: accountId, state: "ACTIVE", createdAt: now, updatedAt: now },
  });
  await createDefaultProject(world.database.query, { accountId, now });
  return world.context({
    accountId,
    principalType: "user",
    principalId: `u-${accountId}`,
    principalName: "u",
    can,
  });
}

async function project(context: DomainContext, displayName: string, more: object = {}): Promise<string> {
  return (await createProject(context, { spec: { displayName, ...more } })).projectId ?? "";
}

const spec = (name: string): object => ({ name, regions: [REGION], apiKeyAuth: { enabled: true } });

describe("a project", () => {
  it("is made, read, listed, changed and deleted", async () => {
    const context = await newAccount();
    const projectId = await project(context, "Payments", { description: "money" });
    const { project: made } = await getProject(context, { projectId });
    expect(made).toMatchObject({
      id: projectId,
      spec: { displayName: "Payments", description: "money", lifecycle: { enableDeleteProtection: false } },
      resourceVersion: "1",
      state: 3,
    });
    const { projects } = await getProjects(context, {});
    expect(projects?.map(({ id }) => id)).toEqual(
      [projectId, defaultProjectId(context.actor.accountId)].sort(),
    );
    expect((await getProjects(context, { projectIds: [projectId, "other"] })).projects).toHaveLength(1);
    const change = (displayName: string, resourceVersion: string): Promise<unknown> =>
      updateProject(context, { projectId, spec: { displayName, description: "money" }, resourceVersion });
    await expect(change("Payments", "1")).rejects.toThrow("nothing to change");
    await expect(change("Bills", "7")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
    await expect(change("", "1")).rejects.toThrow(/displayName: is required/);
    await change("Bills", "1");
    expect((await getProject(context, { projectId })).project?.spec?.displayName).toBe("Bills");
    await expect(deleteProject(context, { projectId })).rejects.toThrow(/resource_version is required/);
    await deleteProject(context, { projectId, resourceVersion: "2" });
    await expect(getProject(context, { projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("P3: is made once by the same async_operation_id", async () => {
    const context = await newAccount();
    const request = { spec: { displayName: "Once" }, asyncOperationId: "once" };
    const [first, second] = [await createProject(context, request), await createProject(context, request)];
    expect(second.projectId).toBe(first.projectId);
    expect((await getProjects(context, {})).projects).toHaveLength(2);
  });

  it("stays while it is protected, is the default one, or has something", async () => {
    const context = await newAccount();
    const isDefault = { projectId: defaultProjectId(context.actor.accountId), resourceVersion: "1" };
    await expect(deleteProject(context, isDefault)).rejects.toThrow(/default project/);
    const guarded = await project(context, "Guarded", { lifecycle: { enableDeleteProtection: true } });
    const remove = (projectId: string): Promise<unknown> =>
      deleteProject(context, { projectId, resourceVersion: "1" });
    await expect(remove(guarded)).rejects.toThrow(/protected from deletion/);
    const full = await project(context, "Full");
    await createNamespace(context, { spec: spec("inside"), projectId: full });
    await createConnectivityRule(context, { spec: { publicRule: {} }, projectId: full });
    await expect(remove(full)).rejects.toThrow(/still has 1 namespaces and 1 connectivity rules/);
  });

  it("is one of a limited number", async () => {
    const context = await newAccount();
    for (const name of ["one", "two", "three", "four"]) await project(context, name);
    await expect(project(context, "five")).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
  });

  it("T3: of another account is as unknown as one that never was", async () => {
    const [owner, stranger] = [await newAccount(), await newAccount()];
    const projectId = await project(owner, "Secret");
    const version = { projectId, resourceVersion: "1" };
    const tries = [
      () => getProject(stranger, { projectId }),
      () => updateProject(stranger, { ...version, spec: { displayName: "Mine" } }),
      () => deleteProject(stranger, version),
      () => createNamespace(stranger, { spec: spec("inside"), projectId }),
      () => createConnectivityRule(stranger, { spec: { publicRule: {} }, projectId }),
    ];
    for (const attempt of tries) {
      await expect(attempt()).rejects.toMatchObject({
        code: "NOT_FOUND",
        publicMessage: "There is no project with this id.",
      });
    }
    expect((await getProjects(stranger, { projectIds: [projectId] })).projects).toEqual([]);
  });

  it("is refused to whoever may only look", async () => {
    const context = await newAccount((action) => /\.(get|list)$/.test(action));
    const projectId = defaultProjectId(context.actor.accountId);
    expect((await getProjects(context, {})).projects).toHaveLength(1);
    const denied = { code: "PERMISSION_DENIED" };
    await expect(project(context, "Mine")).rejects.toMatchObject(denied);
    await expect(
      updateProject(context, { projectId, spec: { displayName: "Mine" }, resourceVersion: "1" }),
    ).rejects.toMatchObject(denied);
    await expect(deleteProject(context, { projectId, resourceVersion: "1" })).rejects.toMatchObject(denied);
  });
});

describe("what belongs to a project", () => {
  it("is in the named one, or in the default one, says so, and is listed by it", async () => {
    const context = await newAccount();
    const byDefault = defaultProjectId(context.actor.accountId);
    const projectId = await project(context, "Payments");
    const inside = (await createNamespace(context, { spec: spec("inside"), projectId })).namespace ?? "";
    const outside = (await createNamespace(context, { spec: spec("outside") })).namespace ?? "";
    expect((await getNamespace(context, { namespace: inside })).namespace?.projectId).toBe(projectId);
    expect((await getNamespace(context, { namespace: outside })).namespace?.projectId).toBe(byDefault);
    const ids = async (of: string): Promise<unknown> =>
      (await getNamespaces(context, { projectId: of })).namespaces?.map(({ namespace }) => namespace);
    expect(await ids(projectId)).toEqual([inside]);
    expect(await ids(byDefault)).toEqual([outside]);
    expect(await ids("nothing")).toEqual([]);
    await createConnectivityRule(context, { spec: { publicRule: {} }, projectId });
    const { connectivityRules } = await getConnectivityRules(context, { projectId });
    expect(connectivityRules).toMatchObject([{ projectId }]);
    expect((await getConnectivityRules(context, { projectId: byDefault })).connectivityRules).toEqual([]);
  });
});
