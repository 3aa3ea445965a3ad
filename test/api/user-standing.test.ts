// Suspending a user by hand: the ways in end and come back, within the rules of who may decide about whom.
import { resourceVersionOf } from "#shared/resource-version";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const PASSWORD = "seven otters juggle";
let api: RealApi;
let owner: Person;

beforeAll(async () => {
  api = await startRealApi();
  owner = await signUp(api, "owner@example.com");
});
afterAll(() => api.stop());

/** Somebody whom the owner invited and who came. */
async function member(email: string, role: string): Promise<Person> {
  const spec = { email, access: { accountAccess: { role } } };
  const made = await call(api, "POST", "/cloud/users", { as: owner, body: { spec } });
  const mailbox = await call(api, "GET", `/api/v1/mailbox?to=${encodeURIComponent(email)}`);
  const [mail] = mailbox.body["mails"] as { text: string }[];
  const token = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  await call(api, "POST", "/api/v1/invitations/accept", { body: { token, password: PASSWORD } });
  const entered = await enter(email);
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const csrfToken = String(entered.body["csrfToken"]);
  return { accountId: owner.accountId, userId: String(made.body["userId"]), cookie, csrfToken };
}

const enter = (email: string) =>
  call(api, "POST", "/api/v1/sessions", { body: { email, password: PASSWORD } });

async function versionOf({ userId }: Person): Promise<string> {
  const row = await api.database.query.user.findUniqueOrThrow({ where: { id: userId } });
  return resourceVersionOf(row);
}

async function change(verb: "suspend" | "restore", whom: Person, as: Person, more: object = {}) {
  const body = { resourceVersion: await versionOf(whom), ...more };
  return call(api, "POST", `/api/v1/users/${whom.userId}/${verb}`, { as, body });
}

test("a suspended user is out with the call, cannot come in, and has everything back when restored", async () => {
  const ada = await member("ada@example.com", "ROLE_DEVELOPER");
  const expiryTime = new Date(Date.now() + 86_400_000).toISOString();
  const spec = { ownerId: ada.userId, ownerType: "OWNER_TYPE_USER", displayName: "k", expiryTime };
  const key = await call(api, "POST", "/cloud/api-keys", { as: ada, body: { spec } });
  const token = String(key.body["token"]);
  const identity = (as: Person | string) => call(api, "GET", "/cloud/current-identity", { as });
  expect((await identity(token)).status).toBe(200);

  const suspended = await change("suspend", ada, owner, { asyncOperationId: "suspend-ada" });
  expect(suspended.body).toMatchObject({ asyncOperation: { id: "suspend-ada", state: "STATE_FULFILLED" } });
  expect([(await identity(ada)).status, (await identity(token)).status]).toEqual([401, 401]);
  expect((await enter("ada@example.com")).status).toBe(401);
  const shown = await call(api, "GET", `/cloud/users/${ada.userId}`, { as: owner });
  expect(shown.body).toMatchObject({ user: { state: "RESOURCE_STATE_SUSPENDED" } });
  expect((await change("suspend", ada, owner)).status).toBe(400);

  expect((await change("restore", ada, owner)).status).toBe(200);
  expect((await enter("ada@example.com")).status).toBe(200);
  expect((await identity(token)).status).toBe(200);
  expect((await change("restore", ada, owner)).status).toBe(400);
});

test("the same id acts once, an overtaken version is refused, and the trail tells both acts", async () => {
  const bea = await member("bea@example.com", "ROLE_READ");
  const version = await versionOf(bea);
  const body = { resourceVersion: version, asyncOperationId: "suspend-bea" };
  const path = `/api/v1/users/${bea.userId}/suspend`;
  const first = await call(api, "POST", path, { as: owner, body });
  const second = await call(api, "POST", path, { as: owner, body });
  expect([first.status, second.status]).toEqual([200, 200]);
  const stale = { resourceVersion: version };
  const restored = await call(api, "POST", `/api/v1/users/${bea.userId}/restore`, { as: owner, body: stale });
  expect(restored.status).toBe(412);
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId: owner.accountId, operation: "SuspendUser", resourceId: bea.userId, status: "OK" },
  });
  expect(records).toHaveLength(1);
  expect(records[0]?.details).toMatchObject({ before: { active: true }, after: { active: false } });
});

test("nobody suspends themselves, an admin no owner, and the last owner stays", async () => {
  const cid = await member("cid@example.com", "ROLE_ADMIN");
  const second = await member("second@example.com", "ROLE_OWNER");
  expect((await change("suspend", cid, cid)).status).toBe(412);
  expect((await change("suspend", second, cid)).status).toBe(403);
  expect((await change("suspend", owner, second)).status).toBe(200);
  expect((await change("suspend", second, cid)).status).toBe(403);
  expect((await call(api, "GET", "/cloud/current-identity", { as: second })).status).toBe(200);
});
