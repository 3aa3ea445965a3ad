// Nexus endpoints at the API: who may make, see and change them, what is refused in which words, and that accounts do not
// meet. Operations stay pending here: the tests end them by hand, as the workflow would.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findEndpointInFlight, forgetEndpoint, publishEndpoint } from "#domain/nexus-endpoints";
import { systemClock } from "#shared/clock";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const ENDPOINTS = "/cloud/nexus/endpoints";

let api: RealApi;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  for (const name of ["pay", "shop", "stock"]) await createNamespace(alice, name);
  await createNamespace(bob, "pay");
});
afterAll(() => api.stop());

async function createNamespace(as: Person, name: string): Promise<void> {
  const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
  const made = await call(api, "POST", "/cloud/namespaces", { as, body: { spec } });
  expect(made.status).toBe(200);
  // The account has room for the operations of the tests.
  await api.database.query.asyncOperation.updateMany({
    where: { accountId: as.accountId },
    data: { state: "FULFILLED", finishedAt: new Date() },
  });
}

interface Wanted {
  target?: string;
  taskQueue?: string;
  callers?: string[];
}

function specOf(person: Person, name: string, wanted: Wanted = {}): object {
  const { target = `pay.${person.accountId}`, taskQueue = "pay", callers = ["shop"] } = wanted;
  return {
    name,
    targetSpec: { workerTargetSpec: { namespaceId: target, taskQueue } },
    policySpecs: callers.map((caller) => ({
      allowedCloudNamespacePolicySpec: {
        namespaceId: caller.includes(".") ? caller : `${caller}.${person.accountId}`,
      },
    })),
    description: {
      metadata: { encoding: Buffer.from("json/plain").toString("base64") },
      data: Buffer.from('"# Pay"').toString("base64"),
    },
  };
}

const create = (as: Person | string, spec: object, more: object = {}): Promise<Answer> =>
  call(api, "POST", ENDPOINTS, { as, body: { spec, ...more } });

/** As the workflow ends it. */
async function publish(person: Person, endpointId: string): Promise<void> {
  const { asyncOperationId: operationId } = await api.database.query.nexusEndpoint.findUniqueOrThrow({
    where: { id: endpointId },
  });
  const step = { accountId: person.accountId, operationId, endpointId, now: systemClock.now() };
  await api.database.transaction((tx) => publishEndpoint(tx, step));
}

async function created(person: Person, name: string, wanted?: Wanted): Promise<string> {
  const made = await create(person, specOf(person, name, wanted));
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const endpointId = String(made.body["endpointId"]);
  await publish(person, endpointId);
  return endpointId;
}

const read = async (as: Person, endpointId: string): Promise<Record<string, unknown>> =>
  (await call(api, "GET", `${ENDPOINTS}/${endpointId}`, { as })).body["endpoint"] as Record<string, unknown>;

const namesOf = async (as: Person, query: string): Promise<string[]> => {
  const { body } = await call(api, "GET", `${ENDPOINTS}?${query}`, { as });
  return ((body["endpoints"] ?? []) as { spec: { name: string } }[]).map(({ spec }) => spec.name).sort();
};

describe("a Nexus endpoint", () => {
  test("is shown as it was asked for, while it is made and after", async () => {
    const made = await create(alice, specOf(alice, "shown"));
    const endpointId = String(made.body["endpointId"]);
    expect(made.body["asyncOperation"]).toMatchObject({ operationType: "CreateNexusEndpoint" });
    expect(await read(alice, endpointId)).toMatchObject({
      id: endpointId,
      state: "RESOURCE_STATE_ACTIVATING",
      resourceVersion: "1",
      projectId: `${alice.accountId}-default`,
      spec: specOf(alice, "shown"),
    });
    await publish(alice, endpointId);
    const endpoint = await read(alice, endpointId);
    expect(endpoint).toMatchObject({ state: "RESOURCE_STATE_ACTIVE" });
    expect(endpoint["asyncOperationId"] ?? "").toBe("");
  });

  test("is made once for an operation id, and answers with the same endpoint", async () => {
    const more = { asyncOperationId: "make-once" };
    const first = await create(alice, specOf(alice, "once"), more);
    const second = await create(alice, specOf(alice, "once"), more);
    expect(second.body["endpointId"]).toBe(first.body["endpointId"]);
    const other = await create(alice, specOf(alice, "twice"), more);
    expect([other.status, other.body["code"]]).toEqual([400, 3]);
    await publish(alice, String(first.body["endpointId"]));
  });

  test("is found by name, target namespace and task queue, together and in pages", async () => {
    await created(alice, "found-a", { target: `stock.${alice.accountId}`, taskQueue: "one" });
    await created(alice, "found-b", { target: `stock.${alice.accountId}`, taskQueue: "two" });
    const target = `targetNamespaceId=stock.${alice.accountId}`;
    expect(await namesOf(alice, target)).toEqual(["found-a", "found-b"]);
    expect(await namesOf(alice, `${target}&targetTaskQueue=two`)).toEqual(["found-b"]);
    expect(await namesOf(alice, `${target}&name=found-a`)).toEqual(["found-a"]);
    expect(await namesOf(alice, `name=found-a&targetTaskQueue=two`)).toEqual([]);
    expect(await namesOf(alice, `${target}&projectId=another`)).toEqual([]);
    const page = await call(api, "GET", `${ENDPOINTS}?${target}&pageSize=1`, { as: alice });
    const token = String(page.body["nextPageToken"]);
    const rest = await call(api, "GET", `${ENDPOINTS}?${target}&pageSize=1&pageToken=${token}`, {
      as: alice,
    });
    expect(rest.body["endpoints"]).toHaveLength(1);
    expect(rest.body["endpoints"]).not.toEqual(page.body["endpoints"]);
    expect(rest.body["nextPageToken"] ?? "").toBe("");
  });

  test("changes by its version only, one change at a time, and not to what it is", async () => {
    const endpointId = await created(alice, "changed");
    const update = (spec: object, resourceVersion: string): Promise<Answer> =>
      call(api, "POST", `${ENDPOINTS}/${endpointId}`, { as: alice, body: { spec, resourceVersion } });
    const next = specOf(alice, "changed-too", { callers: ["shop", "stock"] });

    expect((await update(specOf(alice, "changed"), "1")).body).toMatchObject({
      code: 3,
      message: "nothing to change",
    });
    expect((await update(next, "")).body).toMatchObject({ code: 3 });
    expect((await update(next, "7")).body).toMatchObject({ code: 9 });
    expect((await update(next, "1")).status).toBe(200);
    expect((await update(specOf(alice, "third"), "2")).body).toMatchObject({ code: 9 });
    expect(await read(alice, endpointId)).toMatchObject({
      state: "RESOURCE_STATE_UPDATING",
      resourceVersion: "2",
      spec: next,
    });
    // The name it had may be given back to it, so nobody takes it meanwhile.
    expect((await create(alice, specOf(alice, "changed"))).status).toBe(409);
    await publish(alice, endpointId);
    await created(alice, "changed");
  });

  test("goes by its version only, and frees its name", async () => {
    const endpointId = await created(alice, "gone");
    const remove = (version: string): Promise<Answer> =>
      call(api, "DELETE", `${ENDPOINTS}/${endpointId}?resourceVersion=${version}`, { as: alice });
    expect((await remove("2")).body).toMatchObject({ code: 9 });
    const { body } = await remove("1");
    const { id: operationId } = body["asyncOperation"] as { id: string };
    const step = { accountId: alice.accountId, operationId, endpointId, now: systemClock.now() };
    expect((await findEndpointInFlight(api.database.query, step))?.state).toBe("DELETING");
    await api.database.transaction((tx) => forgetEndpoint(tx, step));
    expect((await call(api, "GET", `${ENDPOINTS}/${endpointId}`, { as: alice })).status).toBe(404);
    await created(alice, "gone");
  });

  test("keeps the namespace of its target from being deleted", async () => {
    await createNamespace(alice, "kept");
    await api.database.query.namespace.update({
      where: { id: `kept.${alice.accountId}` },
      data: { state: "ACTIVE", asyncOperationId: "" },
    });
    await created(alice, "keeper", { target: `kept.${alice.accountId}` });
    const path = `/cloud/namespaces/kept.${alice.accountId}?resourceVersion=1`;
    const refused = await call(api, "DELETE", path, { as: alice });
    expect(refused.body).toMatchObject({ code: 9, message: expect.stringContaining("keeper") as string });
  });
});

describe("what is refused", () => {
  const elsewhere = (): string => `pay.${bob.accountId}`;
  test.each<[string, () => object, string]>([
    ["a bad name", () => specOf(alice, "a b"), "spec.name"],
    ["an unknown target", () => specOf(alice, "bad", { target: "no.where" }), "namespaceId"],
    ["a target of another account", () => specOf(alice, "bad", { target: elsewhere() }), "namespaceId"],
    ["a caller of another account", () => specOf(alice, "bad", { callers: [elsewhere()] }), "policySpecs[0]"],
    ["a caller twice", () => specOf(alice, "bad", { callers: ["shop", "shop"] }), "policySpecs"],
    ["no task queue", () => specOf(alice, "bad", { taskQueue: "" }), "taskQueue"],
    ["nothing", () => ({}), "spec.name"],
  ])("%s", async (_, spec, field) => {
    const { status, body } = await create(alice, spec());
    expect([status, body["code"]]).toEqual([400, 3]);
    expect(body["message"]).toContain(field);
    expect(await namesOf(alice, "name=bad")).toEqual([]);
  });

  test("another account's target and an unknown one are refused in the same words", async () => {
    const [one, other] = [
      await create(alice, specOf(alice, "bad", { target: elsewhere() })),
      await create(alice, specOf(alice, "bad", { target: "pay.nobody" })),
    ];
    const message = String(one.body["message"]).replace(elsewhere(), "pay.nobody");
    expect(message).toBe(other.body["message"]);
  });

  test("a name that is taken, and an unknown project", async () => {
    await created(alice, "taken");
    expect((await create(alice, specOf(alice, "taken"))).body).toMatchObject({ code: 6 });
    expect((await create(alice, specOf(alice, "free"), { projectId: "none" })).body).toMatchObject({
      code: 3,
      message: expect.stringContaining("project_id") as string,
    });
  });

  test("namespaces of a Temporal cluster, whose callers could not be held off", async () => {
    const { accountId } = bob;
    await createNamespace(bob, "cluster");
    const now = new Date();
    await api.database.query.cell.create({
      data: {
        ...{ id: "cluster", regionId: "aws-us-east-1", driver: "temporal", address: "127.0.0.1:1" },
        ...{ state: "ACTIVE", createdAt: now, updatedAt: now },
      },
    });
    await api.database.query.namespace.update({
      where: { id: `cluster.${accountId}` },
      data: { cellId: "cluster" },
    });
    for (const wanted of [{ target: `cluster.${accountId}`, callers: [] }, { callers: ["cluster"] }]) {
      const { body } = await create(bob, specOf(bob, "far", wanted));
      expect(body).toMatchObject({ code: 9, message: expect.stringContaining("Temporal cluster") as string });
    }
  });

  test("more endpoints than an account may have", async () => {
    const row = await api.database.query.nexusEndpoint.findUniqueOrThrow({
      where: { id: await created(bob, "first", { callers: [] }) },
    });
    const { spec, appliedSpec: _applied, ...columns } = row;
    await api.database.query.nexusEndpoint.createMany({
      data: Array.from({ length: 99 }, (_none, index) => ({
        ...columns,
        id: `endpoint-${index}`,
        name: `endpoint-${index}`,
        spec: { ...(spec as object), name: `endpoint-${index}` },
      })),
    });
    expect((await create(bob, specOf(bob, "one-more", { callers: [] }))).body).toMatchObject({ code: 8 });
    await api.database.query.nexusEndpoint.deleteMany({ where: { id: { startsWith: "endpoint-" } } });
  });
});

describe("who may (T1)", () => {
  let endpointId: string;
  let staff: Person;
  beforeAll(async () => {
    endpointId = await created(alice, "guarded");
    // A person of the account who is no administrator.
    staff = await signUp(api, "staff@example.com");
    await api.database.query.user.update({
      where: { id: staff.userId },
      data: { accountId: alice.accountId, accountRole: "developer" },
    });
    await api.database.query.session.updateMany({
      where: { userId: staff.userId },
      data: { accountId: alice.accountId },
    });
  });
  const statuses = async (as: Person): Promise<Record<string, number>> => ({
    list: (await call(api, "GET", ENDPOINTS, { as })).status,
    get: (await call(api, "GET", `${ENDPOINTS}/${endpointId}`, { as })).status,
    create: (await create(as, specOf(alice, "mine"))).status,
    update: (
      await call(api, "POST", `${ENDPOINTS}/${endpointId}`, {
        as,
        body: { spec: specOf(alice, "guarded", { taskQueue: "mine" }), resourceVersion: "1" },
      })
    ).status,
    delete: (await call(api, "DELETE", `${ENDPOINTS}/${endpointId}?resourceVersion=1`, { as })).status,
  });

  test("developers see all endpoints and change those of namespaces that they administer", async () => {
    expect(await statuses(staff)).toEqual({ list: 200, get: 200, create: 403, update: 403, delete: 403 });
    const stranger = specOf(alice, "mine", { target: `stock.${alice.accountId}` });
    expect((await create(staff, stranger)).status).toBe(403);
  });

  test("readers see endpoints and change none; who has no role sees none", async () => {
    const setRole = (accountRole: string): Promise<unknown> =>
      api.database.query.user.update({ where: { id: staff.userId }, data: { accountRole } });
    await setRole("read");
    expect(await statuses(staff)).toEqual({ list: 200, get: 200, create: 403, update: 403, delete: 403 });
    await setRole("none");
    expect(await statuses(staff)).toEqual({ list: 403, get: 403, create: 403, update: 403, delete: 403 });
  });

  test("who has a role on a project sees the endpoints of that project and no other", async () => {
    const { accountId } = alice;
    const now = new Date();
    const project = { id: `${accountId}-side`, accountId, displayName: "side", state: "ACTIVE" };
    await api.database.query.project.create({ data: { ...project, createdAt: now, updatedAt: now } });
    const made = await create(alice, specOf(alice, "sided"), { projectId: project.id });
    expect(made.body).toMatchObject({ endpointId: expect.any(String) as string });
    await publish(alice, String(made.body["endpointId"]));
    await api.database.query.projectAccess.create({
      data: {
        ...{ accountId, principalType: "user", principalId: staff.userId },
        ...{ projectId: project.id, role: "read" },
      },
    });
    expect(await namesOf(staff, `projectId=${project.id}`)).toEqual(["sided"]);
    const others = await call(api, "GET", `${ENDPOINTS}?projectId=${accountId}-default`, { as: staff });
    expect(others.status).toBe(403);
    expect(await statuses(staff)).toMatchObject({ list: 403, create: 403, update: 403, delete: 403 });
  });

  test("another account does not find them, in the words of an unknown one", async () => {
    const { update, get, delete: deleted } = await statuses(bob);
    expect({ update, get, deleted }).toEqual({ update: 404, get: 404, deleted: 404 });
    const [theirs, none] = [
      await call(api, "GET", `${ENDPOINTS}/${endpointId}`, { as: bob }),
      await call(api, "GET", `${ENDPOINTS}/00000000-0000-4000-8000-000000000000`, { as: bob }),
    ];
    expect(theirs.body).toEqual(none.body);
    expect(await namesOf(bob, "name=guarded")).toEqual([]);
    expect(await read(alice, endpointId)).toMatchObject({ resourceVersion: "1" });
  });

  test("two accounts may use one name", async () => {
    await created(bob, "guarded", { callers: [] });
    expect(await namesOf(bob, "name=guarded")).toEqual(["guarded"]);
  });

  test("what was made, changed and refused is in the audit trail", async () => {
    const records = await api.database.query.auditRecord.findMany({
      where: { accountId: alice.accountId, resourceType: "nexusendpoint" },
    });
    const seen = new Set(records.map(({ action, status }) => `${action} ${status}`));
    for (const each of [
      "cloud.nexusendpoint.create OK",
      "cloud.nexusendpoint.update OK",
      "cloud.nexusendpoint.delete OK",
      "cloud.nexusendpoint.update FAILED_PRECONDITION",
      "cloud.nexusendpoint.delete PERMISSION_DENIED",
    ])
      expect(seen).toContain(each);
  });
});
