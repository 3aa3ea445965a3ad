// The operator area over HTTP: who is let in, what a session may do there and for how long, and what nobody else sees.
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  call,
  INTERNAL_TOKEN,
  signUp,
  startRealApi,
  type Answer,
  type Person,
  type RealApi,
} from "./real-api.ts";

const PASSWORD = "nine purple otters 4711";
let api: RealApi;
let olga: Person;
let alice: Person;

beforeAll(async () => {
  api = await startRealApi({ CELLPLANE_OPERATOR_EMAILS: "olga@example.com, else@example.com" });
  olga = await signUp(api, "olga@example.com");
  alice = await signUp(api, "alice@example.com");
});
afterAll(() => api.stop());

/** A call of a session for the installation. */
async function asOperator(who: Person, path: string, body?: object): Promise<Answer> {
  const response = await fetch(api.url + path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...{ cookie: who.cookie, "x-csrf-token": who.csrfToken, "cellplane-operator": "1" },
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

const enter = (who: Person, currentPassword = PASSWORD): Promise<Answer> =>
  call(api, "POST", "/api/v1/operator-access", { as: who, body: { currentPassword } });

test("who is no operator is told nothing and let in nowhere, with the right password too", async () => {
  const access = await call(api, "GET", "/api/v1/operator-access", { as: alice });
  expect(access.body).toEqual({});
  expect((await enter(alice)).status).toBe(403);
  for (const path of ["/api/v1/installation", "/api/v1/provisionings", "/api/v1/cells", "/api/v1/regions"]) {
    expect([path, (await asOperator(alice, path)).status]).toEqual([path, 403]);
    expect([path, (await call(api, "GET", path, { as: alice })).status]).toEqual([path, 403]);
  }
});

test("an operator is in only after showing the password once more, and only in calls that say so", async () => {
  expect((await asOperator(olga, "/api/v1/installation")).status).toBe(403);
  expect((await enter(olga, "not the password")).status).toBe(403);
  expect((await asOperator(olga, "/api/v1/installation")).status).toBe(403);
  const entered = await enter(olga);
  expect(entered.status).toBe(200);
  expect(Date.parse(String(entered.body["untilTime"]))).toBeGreaterThan(Date.now() + 29 * 60_000);

  const installation = await asOperator(olga, "/api/v1/installation");
  expect(installation.body).toMatchObject({
    accounts: 2,
    cells: [{ cellId: "cell-a", failure: expect.stringMatching(/./) as string }],
    alerts: [{ kind: "cell-away", subject: "cell-a" }],
  });
  // Without the header the session is a customer's, as ever; and inside the area it is in no account.
  expect((await call(api, "GET", "/api/v1/installation", { as: olga })).status).toBe(403);
  expect((await call(api, "GET", "/cloud/namespaces", { as: olga })).status).toBe(200);
  expect((await asOperator(olga, "/cloud/namespaces")).status).toBe(403);
  expect((await asOperator(olga, "/cloud/users")).status).toBe(403);
});

test("what an operator changes is in the installation's trail under their address, and needs the CSRF token", async () => {
  const path = "/api/v1/quotas/namespacesPerAccount";
  const body = { accountId: alice.accountId, max: 42 };
  const forged = await asOperator({ ...olga, csrfToken: "forged" }, path, body);
  expect(forged.status).toBe(403);
  expect((await asOperator(olga, path, body)).status).toBe(200);
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId: "operator.installation", operation: "UpdateQuota", status: "OK" },
  });
  expect(records.map(({ principalName }) => principalName)).toEqual(["olga@example.com"]);
});

test("it ends by leaving and by time, and entering is in the person's own trail", async () => {
  await enter(olga);
  await api.database.query.session.updateMany({
    where: { userId: olga.userId },
    data: { operatorUntil: new Date(Date.now() - 1) },
  });
  expect((await asOperator(olga, "/api/v1/installation")).status).toBe(403);
  const over = await call(api, "GET", "/api/v1/operator-access", { as: olga });
  expect(over.body).toEqual({ eligible: true });
  await enter(olga);
  expect((await asOperator(olga, "/api/v1/installation")).status).toBe(200);
  expect((await call(api, "DELETE", "/api/v1/operator-access", { as: olga })).status).toBe(200);
  expect((await asOperator(olga, "/api/v1/installation")).status).toBe(403);
  const acts = await api.database.query.auditRecord.findMany({
    where: { accountId: olga.accountId, action: { startsWith: "cloud.operatorarea." }, status: "OK" },
    orderBy: { sequence: "asc" },
  });
  expect(acts.map(({ operation }) => operation)).toContain("EnterOperatorArea");
  expect(acts.at(-1)?.operation).toBe("LeaveOperatorArea");
});

test("work of all accounts is listed page by page, narrowed, and what is no work is not found", async () => {
  const list = async (query: string): Promise<Answer> =>
    call(api, "GET", `/api/v1/provisionings?${query}`, { as: INTERNAL_TOKEN });
  const all = (await list("")).body["provisionings"] as { accountId: string; operationId: string }[];
  expect(new Set(all.map(({ accountId }) => accountId))).toEqual(new Set([olga.accountId, alice.accountId]));
  const seen: string[] = [];
  let pageToken = "";
  do {
    const page = await list(`pageSize=1&pageToken=${encodeURIComponent(pageToken)}`);
    const rows = page.body["provisionings"] as { accountId: string; operationId: string }[];
    seen.push(...rows.map(({ accountId, operationId }) => `${accountId}/${operationId}`));
    pageToken = String(page.body["nextPageToken"] ?? "");
  } while (pageToken !== "");
  expect(seen).toEqual(all.map(({ accountId, operationId }) => `${accountId}/${operationId}`));
  const own = await list(`accountId=${alice.accountId}`);
  expect((own.body["provisionings"] as object[]).length).toBe(
    all.filter(({ accountId }) => accountId === alice.accountId).length,
  );
  expect((await list("state=DONE")).status).toBe(400);
  expect((await list("pageToken=bm9wZQ")).status).toBe(400);
  const [first] = all;
  const found = new URLSearchParams({
    accountId: first?.accountId ?? "",
    operationId: first?.operationId ?? "",
  });
  const one = await call(api, "GET", `/api/v1/provisioning?${found.toString()}`, { as: INTERNAL_TOKEN });
  expect(one.body).toMatchObject({ provisioning: { accountId: first?.accountId } });
  expect(one.body["hasHistory"]).toBeUndefined();
  const gone = await call(api, "GET", "/api/v1/provisioning?accountId=a&operationId=b", {
    as: INTERNAL_TOKEN,
  });
  expect(gone.status).toBe(404);
});
