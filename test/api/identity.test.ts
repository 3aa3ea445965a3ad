// People, keys, groups and service accounts through the API as it runs: the whole way of an invitation, what each role
// is refused, what another account finds, and the forms behind the links of mails.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const PASSWORD = "seven otters juggle";
let api: RealApi;
let alice: Person;
let bob: Person;
let reader: Person;
let groupId: string;
let serviceAccountId: string;

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  reader = await member("reader@example.com", "ROLE_READ");
  const group = await call(api, "POST", "/cloud/user-groups", {
    as: alice,
    body: { spec: groupSpec("team") },
  });
  groupId = String(group.body["groupId"]);
  const robot = await call(api, "POST", "/cloud/service-accounts", {
    as: alice,
    body: { spec: robotSpec("robot") },
  });
  serviceAccountId = String(robot.body["serviceAccountId"]);
});
afterAll(() => api.stop());

const access = { accountAccess: { role: "ROLE_READ" } };
const groupSpec = (displayName: string): object => ({ displayName, access, cloudGroup: {} });
const robotSpec = (name: string): object => ({ name, access });
const userSpec = (email: string, role: string): object => ({ email, access: { accountAccess: { role } } });

async function tokenMailedTo(email: string): Promise<string> {
  const mailbox = await call(api, "GET", `/api/v1/mailbox?to=${encodeURIComponent(email)}`);
  const [mail] = mailbox.body["mails"] as { text: string }[];
  return /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

async function enter(email: string, password: string): Promise<{ cookie: string; csrfToken: string }> {
  const entered = await call(api, "POST", "/api/v1/sessions", { body: { email, password } });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, csrfToken: String(entered.body["csrfToken"]) };
}

/** Somebody whom Alice invited and who came. */
async function member(email: string, role: string): Promise<Person> {
  const made = await call(api, "POST", "/cloud/users", { as: alice, body: { spec: userSpec(email, role) } });
  expect(made.body).toMatchObject({ asyncOperation: { state: "STATE_FULFILLED" } });
  const accepted = await call(api, "POST", "/api/v1/invitations/accept", {
    body: { token: await tokenMailedTo(email), password: PASSWORD },
  });
  expect(accepted.status).toBe(200);
  const userId = String(made.body["userId"]);
  return { accountId: alice.accountId, userId, ...(await enter(email, PASSWORD)) };
}

const get = async (path: string, as: Person): Promise<Record<string, unknown>> =>
  (await call(api, "GET", path, { as })).body;

describe("users", () => {
  test("are invited, read back active, changed and deleted", async () => {
    const carol = await member("carol@example.com", "ROLE_DEVELOPER");
    const read = await get(`/cloud/users/${carol.userId}`, alice);
    const { user } = read as { user: { resourceVersion: string } };
    expect(user).toMatchObject({ state: "RESOURCE_STATE_ACTIVE", spec: { email: "carol@example.com" } });
    const changed = await call(api, "POST", `/cloud/users/${carol.userId}`, {
      as: alice,
      body: { spec: userSpec("carol@example.com", "ROLE_READ"), resourceVersion: user.resourceVersion },
    });
    expect(changed.status).toBe(200);
    expect((await call(api, "GET", "/cloud/account", { as: carol })).status).toBe(200);
    const version = Number(user.resourceVersion) + 1;
    const path = `/cloud/users/${carol.userId}?resourceVersion=${version}`;
    expect((await call(api, "DELETE", path, { as: alice })).status).toBe(200);
    expect((await call(api, "GET", "/cloud/account", { as: carol })).status).toBe(401);
    expect((await call(api, "DELETE", path, { as: alice })).status).toBe(404);
  });

  test("know who they are, with a session and with a key", async () => {
    const session = await get("/cloud/current-identity", reader);
    expect(session).toMatchObject({ user: { id: reader.userId, spec: { email: "reader@example.com" } } });
    expect(session).not.toHaveProperty("principalApiKey");
    const made = await call(api, "POST", "/cloud/api-keys", {
      as: reader,
      body: { spec: { displayName: "own", expiryTime: "2027-06-01T00:00:00Z" } },
    });
    const keyed = await call(api, "GET", "/cloud/current-identity", { as: String(made.body["token"]) });
    expect(keyed.body).toMatchObject({
      user: { id: reader.userId },
      principalApiKey: { id: made.body["keyId"], spec: { ownerId: reader.userId } },
    });
  });
});

/** Changes that only administrators make, with a body that would be taken from one. */
const changes = (): [string, string, object?][] => [
  ["POST", "/cloud/users", { spec: userSpec("new@example.com", "ROLE_READ") }],
  ["POST", `/cloud/users/${reader.userId}`, { spec: userSpec("reader@example.com", "ROLE_ADMIN") }],
  ["DELETE", `/cloud/users/${alice.userId}?resourceVersion=1`],
  ["POST", `/api/v1/users/${reader.userId}/resend-invitation`, {}],
  ["POST", `/api/v1/users/${alice.userId}/suspend`, { resourceVersion: "1" }],
  ["POST", `/api/v1/users/${alice.userId}/restore`, { resourceVersion: "1" }],
  ["POST", "/api/v1/api-key-policy", { spec: { useDisabled: true } }],
  ["POST", "/cloud/user-groups", { spec: groupSpec("other-team") }],
  ...changesOfThings(),
];

/** Those that name a thing of Alice's account by its id. */
const changesOfThings = (): [string, string, object?][] => [
  ["POST", `/cloud/user-groups/${groupId}`, { spec: groupSpec("new-name"), resourceVersion: "1" }],
  ["DELETE", `/cloud/user-groups/${groupId}?resourceVersion=1`],
  ["POST", `/cloud/user-groups/${groupId}/members`, { memberId: { userId: reader.userId } }],
  ["POST", `/cloud/user-groups/${groupId}/remove-member`, { memberId: { userId: reader.userId } }],
  [
    "POST",
    `/cloud/service-accounts/${serviceAccountId}`,
    { spec: robotSpec("new-name"), resourceVersion: "1" },
  ],
  ["DELETE", `/cloud/service-accounts/${serviceAccountId}?resourceVersion=1`],
];

describe("who may change identities", () => {
  test("a reader may not, and nothing happens", async () => {
    const before = await api.database.query.user.findMany({ orderBy: { id: "asc" } });
    for (const [method, path, body] of changes()) {
      const answer = await call(api, method, path, { as: reader, ...(body === undefined ? {} : { body }) });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
    expect(await api.database.query.user.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  test("the owner of another account finds nothing to change", async () => {
    const foreign: [string, string, object?][] = [
      ["POST", `/cloud/users/${reader.userId}`, { spec: userSpec("reader@example.com", "ROLE_ADMIN") }],
      ["DELETE", `/cloud/users/${reader.userId}?resourceVersion=2`],
      ["POST", `/api/v1/users/${reader.userId}/resend-invitation`, {}],
      ["POST", `/api/v1/users/${reader.userId}/suspend`, { resourceVersion: "1" }],
      ["POST", `/api/v1/users/${reader.userId}/restore`, { resourceVersion: "1" }],
      ...changesOfThings(),
    ];
    for (const [method, path, body] of foreign) {
      const answer = await call(api, method, path, { as: bob, ...(body === undefined ? {} : { body }) });
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
    const policy = await get("/api/v1/api-key-policy", bob);
    const version = (policy["policy"] as { resourceVersion: string }).resourceVersion;
    const off = { spec: { useDisabled: true }, resourceVersion: version };
    expect((await call(api, "POST", "/api/v1/api-key-policy", { as: bob, body: off })).status).toBe(200);
    expect(await get("/api/v1/api-key-policy", alice)).not.toMatchObject({
      policy: { spec: { useDisabled: true } },
    });
  });
});

describe("groups and service accounts", () => {
  test("are made, changed, filled and deleted over HTTP", async () => {
    const version = { resourceVersion: "1" };
    const ok = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
      const answer = await call(api, method, path, { as: alice, ...(body === undefined ? {} : { body }) });
      expect([method, path, answer.status]).toEqual([method, path, 200]);
      return answer.body;
    };
    const member = { memberId: { userId: reader.userId } };
    await ok("POST", `/cloud/user-groups/${groupId}/members`, member);
    expect(await ok("GET", `/cloud/user-groups/${groupId}/members`)).toMatchObject({ members: [member] });
    await ok("POST", `/cloud/user-groups/${groupId}/remove-member`, member);
    await ok("POST", `/cloud/user-groups/${groupId}`, { spec: groupSpec("renamed"), ...version });
    expect(await ok("GET", "/cloud/user-groups?displayName=renamed&pageSize=1")).toMatchObject({
      groups: [{ id: groupId, state: "RESOURCE_STATE_ACTIVE" }],
    });
    await ok("DELETE", `/cloud/user-groups/${groupId}?resourceVersion=2`);
    const robot = `/cloud/service-accounts/${serviceAccountId}`;
    await ok("POST", robot, { spec: robotSpec("renamed"), ...version });
    expect(await ok("GET", robot)).toMatchObject({ serviceAccount: { spec: { name: "renamed" } } });
    await ok("DELETE", `${robot}?resourceVersion=2`);
    expect((await call(api, "GET", robot, { as: alice })).status).toBe(404);
  });
});

describe("keys", () => {
  test("are rotated with an overlap, and nobody rotates another's", async () => {
    const made = await call(api, "POST", "/cloud/api-keys", {
      as: alice,
      body: { spec: { displayName: "deploy", expiryTime: "2027-06-01T00:00:00Z" } },
    });
    const [keyId, old] = [String(made.body["keyId"]), String(made.body["token"])];
    const rotate = (as: Person): Promise<Answer> =>
      call(api, "POST", `/api/v1/api-keys/${keyId}/rotate`, {
        as,
        body: { resourceVersion: "1", overlap: "3600s" },
      });
    expect((await rotate(reader)).status).toBe(404);
    expect((await rotate(bob)).status).toBe(404);
    const token = String((await rotate(alice)).body["token"]);
    for (const key of [old, token]) {
      expect((await call(api, "GET", "/cloud/account", { as: key })).status).toBe(200);
    }
  });
});

describe("passwords and sessions", () => {
  test("a new password comes with a new cookie, and the old one is worth nothing", async () => {
    const erin = await member("erin@example.com", "ROLE_READ");
    const elsewhere = { ...erin, ...(await enter("erin@example.com", PASSWORD)) };
    const sessions = (await get("/api/v1/sessions", erin))["sessions"];
    expect(sessions).toHaveLength(2);
    const changed = await call(api, "POST", "/api/v1/password", {
      as: erin,
      body: { currentPassword: PASSWORD, newPassword: "eleven badgers hum" },
    });
    const cookie = changed.headers.get("set-cookie")?.split(";")[0] ?? "";
    const renewed = { ...erin, cookie, csrfToken: String(changed.body["csrfToken"]) };
    for (const dead of [erin, elsewhere]) {
      expect((await call(api, "GET", "/api/v1/sessions/current", { as: dead })).status).toBe(401);
    }
    await enter("erin@example.com", "eleven badgers hum");
    const ended = await call(api, "POST", "/api/v1/sessions/end", { as: renewed, body: { allOthers: true } });
    expect(ended.body).toEqual({ ended: 1 });
  });

  test("a forgotten password is set anew through the pages, without a word on who is known", async () => {
    await member("frank@example.com", "ROLE_READ");
    const [known, unknown] = [
      await postForm("/forgotten-password", { email: "frank@example.com" }),
      await postForm("/forgotten-password", { email: "nobody@example.com" }),
    ];
    expect([known.status, known.text]).toEqual([200, unknown.text]);
    const token = await tokenMailedTo("frank@example.com");
    const page = await (await fetch(`${api.url}/reset-password?token=${token}`)).text();
    expect(page).toContain('type="password"');
    const weak = await postForm("/reset-password", { token, password: "12345678" });
    expect([weak.status, weak.text]).toEqual([400, expect.stringContaining("plain sequence")]);
    const set = await postForm("/reset-password", { token, password: "eleven badgers hum" });
    expect(set.status).toBe(200);
    expect((await enter("frank@example.com", "eleven badgers hum")).cookie).toContain("session=");
    expect((await postForm("/reset-password", { token, password: "eleven badgers hum" })).status).toBe(400);
  });

  test("a second factor is begun with the password, and a bad first code changes nothing", async () => {
    const heidi = await member("heidi@example.com", "ROLE_METRICS_READ");
    const begin = (currentPassword: string): Promise<Answer> =>
      call(api, "POST", "/api/v1/second-factor", { as: heidi, body: { currentPassword } });
    expect((await begin("not the password")).status).toBe(403);
    expect((await begin(PASSWORD)).body).toMatchObject({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string,
    });
    const confirmed = await call(api, "POST", "/api/v1/second-factor/confirm", {
      as: heidi,
      body: { code: "1" },
    });
    expect([confirmed.status, confirmed.body["message"]]).toEqual([
      400,
      expect.stringContaining("not right"),
    ]);
    expect((await get("/api/v1/second-factor", heidi))["active"]).toBeUndefined();
    expect((await enter("heidi@example.com", PASSWORD)).cookie).toContain("session=");
    const removed = await call(api, "POST", "/api/v1/second-factor/remove", {
      as: alice,
      body: { currentPassword: "nine purple otters 4711", code: "123456" },
    });
    expect(removed.status).toBe(412);
  });

  test("an invitation is accepted through its page", async () => {
    const spec = userSpec("grace@example.com", "ROLE_READ");
    await call(api, "POST", "/cloud/users", { as: alice, body: { spec } });
    const token = await tokenMailedTo("grace@example.com");
    const accepted = await postForm("/accept-invitation", { token, password: PASSWORD });
    expect([accepted.status, accepted.text]).toEqual([200, expect.stringContaining("You can sign in now")]);
    expect((await enter("grace@example.com", PASSWORD)).cookie).toContain("session=");
  });

  test.each(["/accept-invitation", "/reset-password", "/forgotten-password", "/verify"])(
    "the form %s acts for no other site",
    async (path) => {
      const headers = { origin: "https://evil.example" };
      const answer = await fetch(api.url + path, { method: "POST", headers, body: new URLSearchParams() });
      expect(answer.status).toBe(403);
    },
  );
});

async function postForm(
  path: string,
  fields: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(api.url + path, { method: "POST", body: new URLSearchParams(fields) });
  return { status: answer.status, text: await answer.text() };
}
