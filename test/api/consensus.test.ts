// Consensus over the API as it runs: what is guarded waits as an operation that stays PENDING, other people decide, and
// what they approved is carried out as its requester, once.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#shared/clock";
import { readDirectory } from "#domain/directory";
import { eventually } from "#harness/eventually";
import { call, signIn, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const REGION = "aws-us-east-1";
const REASON = { "cellplane-reason": "the old shop is closed" };

let api: RealApi;
let ann: Person;
let bea: Person;
let cid: Person;
let stranger: Person;

beforeAll(async () => {
  api = await startRealApi();
  ann = await signUp(api, "ann@example.com");
  bea = await joinAccount("bea@example.com", "admin");
  cid = await joinAccount("cid@example.com", "admin");
  stranger = await signUp(api, "stranger@example.com");
});
afterAll(() => api.stop());

/** A person of Ann's account. */
async function joinAccount(email: string, accountRole: string): Promise<Person> {
  const person = await signUp(api, email);
  const { accountId } = ann;
  await api.database.query.user.update({ where: { id: person.userId }, data: { accountId, accountRole } });
  return { ...person, accountId, ...(await signIn(api, email)) };
}

/** A namespace that is served, as after its workflow. */
async function namespaceNamed(name: string, tags: Record<string, string> = {}): Promise<string> {
  const spec = { name, regions: [REGION], retentionDays: 7, apiKeyAuth: { enabled: true } };
  const made = await call(api, "POST", "/cloud/namespaces", { as: ann, body: { spec, tags } });
  const id = String(made.body["namespace"]);
  const row = await api.database.query.namespace.findUniqueOrThrow({ where: { id } });
  await api.database.query.namespace.update({
    where: { id },
    data: { state: "ACTIVE", asyncOperationId: "", appliedSpec: row.spec as object },
  });
  await api.database.query.asyncOperation.updateMany({
    where: { resourceId: id },
    data: { state: "FULFILLED", finishedAt: new Date(systemClock.now()) },
  });
  return id;
}

interface Policy {
  policyId: string;
}
async function policyOn(namespaces: string[], operations: string[], change: object = {}): Promise<Policy> {
  const spec = { displayName: "guard", namespaces, operations, approvals: 1, ...change };
  const made = await call(api, "POST", "/api/v1/consensus-policies", { as: ann, body: { spec } });
  expect([made.status, made.body["message"]]).toEqual([200, undefined]);
  return { policyId: String(made.body["policyId"]) };
}

const deleteNamespace = async (as: Person, namespace: string, asyncOperationId = ""): Promise<Answer> => {
  const query = `resourceVersion=1&asyncOperationId=${asyncOperationId}`;
  const response = await fetch(`${api.url}/cloud/namespaces/${namespace}?${query}`, {
    method: "DELETE",
    headers: { cookie: as.cookie, "x-csrf-token": as.csrfToken, ...REASON },
  });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
};

const operationOf = async (answer: Answer): Promise<Record<string, unknown>> => {
  const { id } = answer.body["asyncOperation"] as { id: string };
  const read = await call(api, "GET", `/cloud/operations/${id}`, { as: ann });
  return read.body["asyncOperation"] as Record<string, unknown>;
};

interface Request {
  requestId: string;
  requestHash: string;
  state: string;
  reason: string;
  decisions: object[];
  asyncOperationId: string;
}
async function requestFor(held: Answer): Promise<Request> {
  const { id } = held.body["asyncOperation"] as { id: string };
  const { body } = await call(api, "GET", "/api/v1/approval-requests?pageSize=1000", { as: ann });
  const found = (body["requests"] as Request[]).find((request) => request.asyncOperationId === id);
  if (found === undefined) throw new Error("nothing waits for approval");
  return found;
}

const decide = (as: Person, verb: string, request: Pick<Request, "requestId">, body: object = {}) =>
  call(api, "POST", `/api/v1/approval-requests/${request.requestId}/${verb}`, { as, body });
const approve = (as: Person, { requestId, requestHash }: Request, body: object = {}) =>
  decide(as, "approve", { requestId }, { requestHash, ...body });

const stateOf = async (namespace: string): Promise<string | undefined> =>
  (await api.database.query.namespace.findUnique({ where: { id: namespace } }))?.state;
const actionsOf = async (): Promise<string[]> =>
  (await api.database.query.auditRecord.findMany({ where: { accountId: ann.accountId } })).map(
    ({ action, status }) => `${action} ${status}`,
  );

describe("a guarded deletion", () => {
  test("waits as a pending operation, and runs when enough other people have approved", async () => {
    const namespace = await namespaceNamed("two-eyes");
    await policyOn([namespace], ["delete_namespace"], { approvals: 2 });

    const held = await deleteNamespace(ann, namespace, "delete-two-eyes");
    expect([held.status, (await operationOf(held))["state"]]).toEqual([200, "STATE_PENDING"]);
    const request = await requestFor(held);
    expect(request).toMatchObject({ state: "PENDING", reason: REASON["cellplane-reason"] });
    const repeated = await deleteNamespace(ann, namespace, "delete-two-eyes");
    expect(repeated.body["asyncOperation"]).toMatchObject({ id: "delete-two-eyes", state: "STATE_PENDING" });
    const twin = await deleteNamespace(ann, namespace, "another");
    expect([twin.status, twin.body["message"]]).toEqual([412, expect.stringContaining(request.requestId)]);

    expect((await approve(ann, request)).status).toBe(403);
    expect((await approve(stranger, request)).status).toBe(404);
    expect((await approve(bea, { ...request, requestHash: "0" })).status).toBe(400);
    expect((await approve(bea, request)).body).toMatchObject({ request: { state: "PENDING" } });
    expect((await approve(bea, request)).status).toBe(412);
    expect(await stateOf(namespace)).toBe("ACTIVE");
    expect((await approve(cid, request)).body).toMatchObject({ request: { state: "APPROVED" } });
    await eventually(async () => (await stateOf(namespace)) === "DELETING");
    expect(
      (await call(api, "GET", `/api/v1/approval-requests/${request.requestId}`, { as: bea })).body,
    ).toMatchObject({ request: { state: "CARRIED_OUT", decisions: [{ decision: "APPROVED" }, {}] } });
    expect(await operationOf(held)).toMatchObject({
      operationType: "DeleteNamespace",
      state: "STATE_PENDING",
    });
    expect(await actionsOf()).toEqual(
      expect.arrayContaining([
        "cloud.namespace.delete PENDING_APPROVAL",
        "cloud.approval.approve PERMISSION_DENIED",
        "cloud.approval.approve OK",
        "cloud.namespace.delete OK",
      ]),
    );
    const mails = await call(api, "GET", "/api/v1/mailbox?to=bea@example.com");
    expect(JSON.stringify(mails.body)).toContain(request.requestId);
  });

  test("is refused at once when its own rules refuse it, and fails when they do later", async () => {
    const namespace = await namespaceNamed("changes");
    await policyOn([namespace], ["delete_namespace"]);
    const stale = await call(api, "DELETE", `/cloud/namespaces/${namespace}?resourceVersion=7`, { as: ann });
    expect(stale.status).toBe(412);
    const held = await deleteNamespace(ann, namespace);
    await api.database.query.namespace.update({ where: { id: namespace }, data: { resourceVersion: 5 } });
    await approve(bea, await requestFor(held));
    const failed = await eventually(async () => {
      const operation = await operationOf(held);
      return operation["state"] === "STATE_FAILED" ? operation : undefined;
    });
    expect(failed["failureReason"]).toContain("changed since it was read");
    expect(await stateOf(namespace)).toBe("ACTIVE");
  });

  test("fails with the reason when it is rejected or withdrawn, and is decided once", async () => {
    const namespace = await namespaceNamed("rejected");
    await policyOn([namespace], ["delete_namespace"]);
    const held = await deleteNamespace(ann, namespace);
    const request = await requestFor(held);
    expect((await decide(ann, "reject", request, { comment: "mine" })).status).toBe(403);
    expect((await decide(bea, "reject", request)).status).toBe(400);
    expect((await decide(bea, "withdraw", request)).status).toBe(403);
    expect((await decide(bea, "reject", request, { comment: "still in use" })).status).toBe(200);
    expect(await operationOf(held)).toMatchObject({
      state: "STATE_FAILED",
      failureReason: "Rejected by bea@example.com: still in use",
    });
    expect((await approve(cid, request)).status).toBe(412);
    const again = await deleteNamespace(ann, namespace);
    expect((await decide(ann, "withdraw", await requestFor(again))).status).toBe(200);
    expect(await operationOf(again)).toMatchObject({ state: "STATE_FAILED" });
    expect(await stateOf(namespace)).toBe("ACTIVE");
  });

  test("is not carried out for somebody who has lost the right, nor when a byte of it was changed", async () => {
    const namespace = await namespaceNamed("lost");
    await policyOn([namespace], ["delete_namespace"]);
    const dan = await joinAccount("dan@example.com", "admin");
    const held = await deleteNamespace(dan, namespace);
    await api.database.query.user.update({ where: { id: dan.userId }, data: { accountRole: "read" } });
    await approve(bea, await requestFor(held));
    const failed = await eventually(async () => {
      const operation = await operationOf(held);
      return operation["state"] === "STATE_FAILED" ? operation : undefined;
    });
    expect(failed["failureReason"]).toContain("does not allow cloud.namespace.delete");

    const second = await deleteNamespace(ann, namespace);
    const { id } = second.body["asyncOperation"] as { id: string };
    const key = { accountId_id: { accountId: ann.accountId, id } };
    const row = await api.database.query.asyncOperation.findUniqueOrThrow({ where: key });
    const changed = Buffer.from(row.input);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await api.database.query.asyncOperation.update({ where: key, data: { input: changed } });
    await approve(bea, await requestFor(second));
    // T11: approvals are bound to the very request.
    await eventually(async () => (await operationOf(second))["state"] === "STATE_FAILED");
    expect(await stateOf(namespace)).toBe("ACTIVE");
  });
});

describe("a policy", () => {
  test("changes and goes only with the approval that it asks for itself", async () => {
    const namespace = await namespaceNamed("kept");
    const { policyId } = await policyOn([namespace], ["delete_namespace"]);
    const path = `/api/v1/consensus-policies/${policyId}`;
    const removal = await call(api, "DELETE", `${path}?resourceVersion=1`, { as: ann });
    expect((await call(api, "GET", path, { as: ann })).status).toBe(200);
    expect(await operationOf(removal)).toMatchObject({ state: "STATE_PENDING" });
    await approve(bea, await requestFor(removal));
    await eventually(async () => (await operationOf(removal))["state"] === "STATE_FULFILLED");
    expect((await call(api, "GET", path, { as: ann })).status).toBe(404);
    expect((await deleteNamespace(ann, namespace)).status).toBe(200);
    expect(await stateOf(namespace)).toBe("DELETING");
  });

  test("by tag is not escaped by taking the tag away", async () => {
    const namespace = await namespaceNamed("tagged", { env: "prod" });
    await policyOn([], ["delete_namespace"], { tags: { env: "prod" } });
    const untag = await call(api, "POST", `/cloud/namespaces/${namespace}/update-tags`, {
      as: ann,
      body: { tagsToRemove: ["env"] },
    });
    expect(await operationOf(untag)).toMatchObject({ state: "STATE_PENDING" });
    const row = await api.database.query.namespace.findUniqueOrThrow({ where: { id: namespace } });
    expect(row.tags).toEqual({ env: "prod" });
    expect(await operationOf(await deleteNamespace(ann, namespace))).toMatchObject({
      state: "STATE_PENDING",
    });
  });

  test("with break-glass lets an owner alone, with a reason, and tells everybody", async () => {
    const namespace = await namespaceNamed("glass");
    await policyOn([namespace], ["delete_namespace"], { breakGlass: true });
    const request = await requestFor(await deleteNamespace(ann, namespace));
    const glass = { breakGlass: true, comment: "the region is on fire" };
    expect((await approve(bea, request, glass)).status).toBe(403);
    expect((await approve(ann, request, { breakGlass: true })).status).toBe(400);
    expect((await approve(ann, request, glass)).status).toBe(200);
    await eventually(async () => (await stateOf(namespace)) === "DELETING");
    expect(await actionsOf()).toContain("cloud.approval.breakglass OK");
    const mails = await call(api, "GET", "/api/v1/mailbox?to=cid@example.com");
    expect(JSON.stringify(mails.body)).toContain("the region is on fire");
  });

  test("without break-glass lets no owner alone", async () => {
    const namespace = await namespaceNamed("no-glass");
    await policyOn([namespace], ["delete_namespace"]);
    const request = await requestFor(await deleteNamespace(ann, namespace));
    const answer = await approve(ann, request, { breakGlass: true, comment: "the region is on fire" });
    expect([answer.status, answer.body["message"]]).toEqual([403, expect.stringContaining("no break-glass")]);
  });

  const good = { displayName: "x", wholeAccount: true, operations: ["batch"], approvals: 1 };
  test.each<[object, string]>([
    [{ displayName: "" }, "spec.displayName"],
    [{ wholeAccount: false }, "spec.namespaces: name a namespace"],
    [{ namespaces: ["nothing.nobody"] }, "spec.namespaces: there is no namespace"],
    [{ operations: [] }, "spec.operations"],
    [{ operations: ["explode"] }, "spec.operations"],
    [{ approvals: 0 }, "spec.approvals"],
    [{ approvals: 6 }, "spec.approvals"],
    [{ approvals: 5 }, "spec.approvals: only "],
    [{ requestLifetime: "1s" }, "spec.requestLifetime"],
    [{ grantLifetime: "999999s" }, "spec.grantLifetime"],
    [{ grantUses: 101 }, "spec.grantUses"],
    [{ approverUserIds: ["nobody"] }, "spec.approverUserIds"],
  ])("%o is refused by its field", async (change, text) => {
    const answer = await call(api, "POST", "/api/v1/consensus-policies", {
      as: ann,
      body: { spec: { ...good, ...change } },
    });
    expect([answer.status, answer.body["message"]]).toEqual([400, expect.stringContaining(text)]);
  });

  test("of another account is as one that does not exist", async () => {
    const { policyId } = await policyOn([await namespaceNamed("foreign")], ["failover"]);
    const path = `/api/v1/consensus-policies/${policyId}`;
    expect((await call(api, "GET", path, { as: stranger })).status).toBe(404);
    expect((await call(api, "DELETE", `${path}?resourceVersion=1`, { as: stranger })).status).toBe(404);
    expect((await call(api, "GET", "/api/v1/consensus-policies", { as: stranger })).body).toEqual({});
    expect((await call(api, "GET", "/api/v1/approval-requests", { as: stranger })).body).toEqual({});
  });
});

describe("an access change", () => {
  test("waits, and is then made under the id that was answered", async () => {
    await policyOn([], ["access"], { wholeAccount: true });
    const spec = { name: "robot", access: { accountAccess: { role: "ROLE_DEVELOPER" } } };
    const held = await call(api, "POST", "/cloud/service-accounts", { as: ann, body: { spec } });
    const id = String(held.body["serviceAccountId"]);
    expect(await operationOf(held)).toMatchObject({ state: "STATE_PENDING" });
    expect((await call(api, "GET", `/cloud/service-accounts/${id}`, { as: ann })).status).toBe(404);
    await approve(bea, await requestFor(held));
    await eventually(async () => (await operationOf(held))["state"] === "STATE_FULFILLED");
    expect((await call(api, "GET", `/cloud/service-accounts/${id}`, { as: ann })).status).toBe(200);
  });
});

describe("a call on a protected namespace", () => {
  test("is approved for one caller, workflow and method, and the edge is told", async () => {
    const namespace = await namespaceNamed("workflows");
    const ask = (change: object = {}): Promise<Answer> =>
      call(api, "POST", "/api/v1/approval-requests", {
        as: ann,
        body: {
          call: {
            namespace,
            method: "TerminateWorkflowExecution",
            workflowId: "order-1",
            reason: "it hangs",
            ...change,
          },
        },
      });
    expect((await ask()).body["message"]).toContain("just call it");
    await policyOn([namespace], ["terminate", "batch"], { grantLifetime: "60s", grantUses: 2 });
    for (const [change, field] of [
      [{ method: "QueryWorkflow" }, "call.method"],
      [{ workflowId: "" }, "call.workflowId"],
      [{ reason: " " }, "call.reason"],
      [{ visibilityQuery: "x" }, "call.visibilityQuery"],
      [{ certificateSha256: "zz" }, "call.certificateSha256"],
      [{ method: "StartBatchOperation", workflowId: "" }, "call.visibilityQuery"],
    ] as const) {
      const answer = await ask(change);
      expect([answer.status, answer.body["message"]]).toEqual([400, expect.stringContaining(field)]);
    }
    const asked = await ask();
    const requestId = String(asked.body["requestId"]);
    const read = await call(api, "GET", `/api/v1/approval-requests/${requestId}`, { as: bea });
    const request = read.body["request"] as Request;
    const edge = async () => {
      const { namespaces } = await readDirectory(api.database, systemClock);
      return namespaces?.find(({ name }) => name === namespace);
    };
    expect(await edge()).toMatchObject({ guardedOperations: ["terminate", "batch"], grants: [] });
    expect((await approve(bea, request)).body).toMatchObject({
      request: { state: "APPROVED", grantUses: 2 },
    });
    expect((await edge())?.grants).toEqual([
      expect.objectContaining({
        grantId: requestId,
        caller: `principal:${ann.userId}`,
        method: "TerminateWorkflowExecution",
        workflowId: "order-1",
        uses: 2,
      }),
    ]);
  });
});
