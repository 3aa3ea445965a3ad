// Single sign-on against a real OpenID Connect provider, as a browser goes through it, and against one that lies.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "#domain/audit";
import {
  CLIENT,
  startLyingProvider,
  startProvider,
  type Lie,
  type LyingProvider,
  type PersonThere,
  type RealProvider,
} from "#harness/oidc-providers";
import { systemClock } from "#shared/clock";
import { call, signIn, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const PUBLIC_URL = "http://localhost";
const HOPS_MAX = 12;
let api: RealApi;
let provider: RealProvider;
let liar: LyingProvider;
/** Whose account uses the real provider, and whose the lying one. */
let alice: Person;
let mallory: Person;

beforeAll(async () => {
  provider = await startProvider(`${PUBLIC_URL}/sso/callback`);
  liar = await startLyingProvider(systemClock.now);
  api = await startRealApi({ CELLPLANE_IDENTITY_ALLOWED_ORIGINS: `${provider.issuer},${liar.issuer}` });
  alice = await signUp(api, "alice@example.com");
  mallory = await signUp(api, "mallory@example.org");
  await setUp(alice, specOf(provider.issuer, { provisionsUsers: true, defaultRole: "read" }));
  await setUp(
    mallory,
    specOf(liar.issuer, { provisionsUsers: true, emailDomains: ["example.com", "example.org"] }),
  );
});
afterAll(async () => {
  await api.stop();
  await Promise.all([provider.stop(), liar.stop()]);
});

const specOf = (issuer: string, more: object = {}): object => ({
  ...{ issuer, clientId: CLIENT.id, emailDomains: ["example.com"], ...more },
});

async function versionOf(as: Person): Promise<string> {
  const { body } = await call(api, "GET", "/api/v1/identity-provider", { as });
  return (body["provider"] as { resourceVersion?: string } | undefined)?.resourceVersion ?? "";
}

async function setUp(as: Person, spec: object): Promise<void> {
  const resourceVersion = await versionOf(as);
  const set = await call(api, "POST", "/api/v1/identity-provider", { as, body: { spec, resourceVersion } });
  expect(set.body).toMatchObject({ asyncOperation: { state: "STATE_FULFILLED" } });
  const secret = await call(api, "POST", "/api/v1/identity-provider/secret", {
    as,
    body: { clientSecret: CLIENT.secret },
  });
  expect(secret.status).toBe(200);
}

interface Page {
  status: number;
  url: string;
  text: string;
}

/** A browser: it keeps cookies for each site and follows redirects. */
class Browser {
  readonly cookies = new Map<string, Map<string, string>>();

  async open(url: string): Promise<Page> {
    let at = url;
    for (let hop = 0; hop < HOPS_MAX; hop += 1) {
      const { origin } = new URL(at);
      const jar = this.cookies.get(origin) ?? new Map<string, string>();
      this.cookies.set(origin, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(at.replace(PUBLIC_URL, origin === PUBLIC_URL ? api.url : PUBLIC_URL), {
        ...{ redirect: "manual", headers: { cookie } },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
        else jar.set(name, value);
      }
      const next = response.headers.get("location");
      if (next === null) return { status: response.status, url: at, text: await response.text() };
      at = new URL(next, at).href;
      // The console is not served here: where it would be is where the sign-in ends.
      if (new URL(at).origin === PUBLIC_URL && !at.startsWith(`${PUBLIC_URL}/sso/`))
        return { status: 302, url: at, text: "" };
    }
    throw new Error(`more than ${HOPS_MAX} redirects`);
  }

  async whoAmI(): Promise<Answer> {
    const cookie = `cellplane_session=${this.cookies.get(PUBLIC_URL)?.get("cellplane_session") ?? ""}`;
    return call(api, "GET", "/cloud/current-identity", { as: { ...alice, cookie } });
  }
}

async function comeIn(
  person: PersonThere,
  accountId = alice.accountId,
  path = "",
): Promise<{ browser: Browser; page: Page }> {
  provider.signsIn(person);
  const browser = new Browser();
  return { browser, page: await browser.open(`${PUBLIC_URL}/sso/${accountId}${path}`) };
}

async function lastRecord(
  accountId: string,
  action = "cloud.session.create",
): Promise<Record<string, unknown>> {
  const [record] = await api.database.query.auditRecord.findMany({
    ...{ where: { accountId, action }, orderBy: { sequence: "desc" }, take: 1 },
  });
  return record as unknown as Record<string, unknown>;
}

describe("with a real provider", () => {
  test("somebody new comes in, becomes a user, and is the same one the next time, whatever the address is then", async () => {
    const bea = { sub: "bea", email: "Bea@example.com", email_verified: true };
    const { browser, page } = await comeIn(bea, alice.accountId, "?return_to=/namespaces%3Fa=1");
    expect(page).toMatchObject({ status: 302, url: `${PUBLIC_URL}/namespaces?a=1` });
    const { user } = (await browser.whoAmI()).body as { user: { id: string } };
    expect(user).toMatchObject({
      spec: { email: "bea@example.com", access: { accountAccess: { role: "ROLE_READ" } } },
    });
    expect(await lastRecord(alice.accountId)).toMatchObject({
      status: "OK",
      principalId: user.id,
      operation: "CompleteSingleSignOn",
    });
    expect(await lastRecord(alice.accountId, "cloud.user.create")).toMatchObject({ resourceId: user.id });
    const again = await comeIn({ ...bea, email: "bea.married@example.com" });
    expect((await again.browser.whoAmI()).body).toMatchObject({ user: { id: user.id } });
    expect(await verifyAudit(api.database.query, alice.accountId)).toBeUndefined();
  });

  test("who was invited comes in as that user, once per person there", async () => {
    const access = { accountAccess: { role: "ROLE_DEVELOPER" } };
    const made = await call(api, "POST", "/cloud/users", {
      as: alice,
      body: { spec: { email: "cy@example.com", access } },
    });
    const { browser } = await comeIn({ sub: "cy", email: "cy@example.com", email_verified: true });
    expect((await browser.whoAmI()).body).toMatchObject({ user: { id: made.body["userId"] } });
    const second = await comeIn({ sub: "another-cy", email: "cy@example.com", email_verified: true });
    expect(second.page.status).toBe(403);
    expect(await lastRecord(alice.accountId)).toMatchObject({ status: "PERMISSION_DENIED" });
  });

  test.each<[string, PersonThere, number]>([
    ["an address that is not verified", { sub: "d1", email: "d1@example.com", email_verified: false }, 403],
    ["an address nobody says is verified", { sub: "d2", email: "d2@example.com" }, 403],
    ["an address of another domain", { sub: "d3", email: "d3@elsewhere.example", email_verified: true }, 403],
    [
      "an address that ends like an allowed one",
      { sub: "d4", email: "d4@notexample.com", email_verified: true },
      403,
    ],
    ["no address", { sub: "d5", email: "", email_verified: true }, 403],
  ])("nobody comes in with %s", async (_, person, status) => {
    const users = await api.database.query.user.count();
    const { browser, page } = await comeIn(person);
    expect(page.status).toBe(status);
    expect((await browser.whoAmI()).status).toBe(401);
    expect(await api.database.query.user.count()).toBe(users);
    expect(await lastRecord(alice.accountId)).toMatchObject({ status: "PERMISSION_DENIED" });
  });

  test("a user of another account stays one: the same address there is not let in here", async () => {
    const mine = await signUp(api, "dora@example.com");
    const { page } = await comeIn({ sub: "dora", email: "dora@example.com", email_verified: true });
    expect(page.status).toBe(409);
    expect(await api.database.query.user.findFirst({ where: { email: "dora@example.com" } })).toMatchObject({
      accountId: mine.accountId,
    });
  });

  test("a callback is good once, in the browser that began, and within its time", async () => {
    const eli = { sub: "eli", email: "eli@example.com", email_verified: true };
    const { browser } = await comeIn(eli);
    expect((await browser.whoAmI()).status).toBe(200);
    const begun = await begin(alice.accountId);
    const other = await begin(alice.accountId);
    const state = new URL(begun.authorizationUrl).searchParams.get("state") ?? "";
    const callbackQuery = `code=x&state=${state}`;
    const theirs = { callbackQuery, browserSecret: other.browserSecret };
    expect((await call(api, "POST", "/api/v1/single-sign-on/complete", { body: theirs })).status).toBe(400);
    const mine = { callbackQuery, browserSecret: begun.browserSecret };
    expect((await call(api, "POST", "/api/v1/single-sign-on/complete", { body: mine })).status).toBe(401);
    expect((await call(api, "POST", "/api/v1/single-sign-on/complete", { body: mine })).status).toBe(400);
    const late = await begin(alice.accountId);
    await api.database.query.ssoSignIn.updateMany({ data: { expiresAt: new Date(0) } });
    const lateState = new URL(late.authorizationUrl).searchParams.get("state") ?? "";
    const tooLate = { callbackQuery: `code=x&state=${lateState}`, browserSecret: late.browserSecret };
    expect((await call(api, "POST", "/api/v1/single-sign-on/complete", { body: tooLate })).status).toBe(400);
  });

  test("nobody is led to another site", async () => {
    for (const path of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example/",
      "/a\nb",
      "javascript:alert(1)",
      "evil",
    ]) {
      const returnTo = { accountId: alice.accountId, returnTo: path };
      const begun = await call(api, "POST", "/api/v1/single-sign-on", { body: returnTo });
      expect([path, begun.status]).toEqual([path, 400]);
    }
    expect(
      (await call(api, "POST", "/api/v1/single-sign-on", { body: { accountId: "nobody" } })).status,
    ).toBe(404);
  });

  test("only groups that are allowed come in, when groups are asked for", async () => {
    const groups = { groupsClaim: "groups", allowedGroups: ["temporal"] };
    await setUp(alice, specOf(provider.issuer, { provisionsUsers: true, ...groups }));
    const fay = { sub: "fay", email: "fay@example.com", email_verified: true };
    expect((await comeIn({ ...fay, groups: ["sales"] })).page.status).toBe(403);
    expect((await comeIn(fay)).page.status).toBe(403);
    expect((await comeIn({ ...fay, groups: ["sales", "temporal"] })).page.status).toBe(302);
    await setUp(alice, specOf(provider.issuer));
    expect((await comeIn({ ...fay, sub: "gus", email: "gus@example.com" })).page.status).toBe(403);
  });

  test("passwords end where single sign-on is demanded, but for the owner who is named", async () => {
    const invited = await invite("pat@example.com");
    expect((await call(api, "GET", "/cloud/account", { as: invited })).status).toBe(200);
    await setUp(alice, specOf(provider.issuer, { ssoRequired: true, breakGlassUserIds: [alice.userId] }));
    expect((await call(api, "GET", "/cloud/account", { as: invited })).status).toBe(401);
    const refused = await call(api, "POST", "/api/v1/sessions", {
      body: { email: "pat@example.com", password: PASSWORD },
    });
    expect(refused).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining(`/sso/${alice.accountId}`) as string },
    });
    expect(await lastRecord(alice.accountId)).toMatchObject({
      status: "PERMISSION_DENIED",
      operation: "SignIn",
    });
    const wrong = await call(api, "POST", "/api/v1/sessions", {
      body: { email: "pat@example.com", password: "wrong" },
    });
    expect(wrong.status).toBe(401);
    alice = { ...alice, ...(await signIn(api, "alice@example.com")) };
    const { browser } = await comeIn({ sub: "pat", email: "pat@example.com", email_verified: true });
    expect((await browser.whoAmI()).status).toBe(200);
  });
});

const PASSWORD = "seven otters juggle";
async function invite(email: string): Promise<Person> {
  const access = { accountAccess: { role: "ROLE_READ" } };
  const made = await call(api, "POST", "/cloud/users", { as: alice, body: { spec: { email, access } } });
  const mailbox = await call(api, "GET", `/api/v1/mailbox?to=${encodeURIComponent(email)}`);
  const token = /token=([\w-]+)/.exec((mailbox.body["mails"] as { text: string }[])[0]?.text ?? "")?.[1];
  await call(api, "POST", "/api/v1/invitations/accept", { body: { token, password: PASSWORD } });
  const entered = await call(api, "POST", "/api/v1/sessions", { body: { email, password: PASSWORD } });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  return {
    accountId: alice.accountId,
    userId: String(made.body["userId"]),
    cookie,
    csrfToken: String(entered.body["csrfToken"]),
  };
}

async function begin(accountId: string): Promise<{ authorizationUrl: string; browserSecret: string }> {
  const { body } = await call(api, "POST", "/api/v1/single-sign-on", { body: { accountId } });
  return body as { authorizationUrl: string; browserSecret: string };
}

describe("with a provider that lies", () => {
  async function tryWith(lie: Lie, between: () => Promise<void> = () => Promise.resolve()): Promise<Answer> {
    const { authorizationUrl, browserSecret } = await begin(mallory.accountId);
    liar.lies(lie);
    await between();
    const callbackQuery = liar.answer(authorizationUrl);
    return call(api, "POST", "/api/v1/single-sign-on/complete", { body: { callbackQuery, browserSecret } });
  }
  const seconds = (offset: number): number => Math.floor(systemClock.now() / 1_000) + offset;

  test("the truth is believed, also with a clock that is half a minute off and with keys that are new since", async () => {
    expect(await tryWith({})).toMatchObject({ status: 200, body: { returnTo: "/" } });
    expect(await tryWith({ claims: { exp: seconds(-30) } })).toMatchObject({ status: 200 });
    expect(await tryWith({ claims: { iat: seconds(30) } })).toMatchObject({ status: 200 });
    expect(await tryWith({}, () => liar.rotateKeys())).toMatchObject({ status: 200 });
  });

  test.each<[string, () => Lie]>([
    ["another audience", () => ({ claims: { aud: "another-client" } })],
    ["another issuer", () => ({ claims: { iss: "https://elsewhere.example" } })],
    ["another nonce", () => ({ claims: { nonce: "another" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["an end long ago", () => ({ claims: { exp: seconds(-600) } })],
    ["no subject", () => ({ claims: { sub: undefined } })],
    ["a key that is not its own", () => ({ strangeKey: true })],
    ["no signature", () => ({ alg: "none" })],
    ["another issuer in the callback", () => ({ iss: "https://elsewhere.example" })],
  ])("%s is refused and recorded", async (_, lie) => {
    const answer = await tryWith(lie());
    expect(answer.status).toBe(401);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await lastRecord(mallory.accountId)).toMatchObject({
      status: "UNAUTHENTICATED",
      operation: "CompleteSingleSignOn",
    });
  });

  test("a code is not even exchanged for a state that is nobody's", async () => {
    const { authorizationUrl, browserSecret } = await begin(mallory.accountId);
    const before = liar.exchanges();
    const callbackQuery = liar.answer(authorizationUrl).replace(/state=[^&]+/, "state=forged");
    const answer = await call(api, "POST", "/api/v1/single-sign-on/complete", {
      body: { callbackQuery, browserSecret },
    });
    expect(answer.status).toBe(400);
    expect(liar.exchanges()).toBe(before);
  });
});

describe("the provider's settings", () => {
  test.each<[string, object, string]>([
    ["an issuer inside", { issuer: "https://169.254.169.254" }, "spec.issuer"],
    ["plain http", { issuer: "http://login.example.com" }, "spec.issuer"],
    ["an issuer that is none", { issuer: "what" }, "spec.issuer"],
    ["no client", { clientId: "" }, "spec.clientId"],
    ["no domain", { emailDomains: [] }, "spec.emailDomains"],
    ["a domain that is none", { emailDomains: ["@example.com"] }, "spec.emailDomains"],
    ["a role of administrators", { defaultRole: "admin" }, "spec.defaultRole"],
    ["groups without a claim", { allowedGroups: ["x"] }, "spec.groupsClaim"],
    ["nobody to break the glass", { ssoRequired: true }, "spec.breakGlassUserIds"],
    [
      "a stranger to break the glass",
      { ssoRequired: true, breakGlassUserIds: ["x"] },
      "spec.breakGlassUserIds",
    ],
  ])("are not taken with %s", async (_, change, field) => {
    const resourceVersion = await versionOf(mallory);
    const spec = specOf(liar.issuer, change);
    const set = await call(api, "POST", "/api/v1/identity-provider", {
      as: mallory,
      body: { spec, resourceVersion },
    });
    expect(set).toMatchObject({ status: 400, body: { details: [{ fieldViolations: [{ field }] }] } });
  });

  test("T3: never show or keep the client's secret in clear, and forget it with the client", async () => {
    const shown = await call(api, "GET", "/api/v1/identity-provider", { as: mallory });
    expect(shown.body).toMatchObject({
      provider: { hasClientSecret: true, redirectUrl: `${PUBLIC_URL}/sso/callback` },
    });
    const { query } = api.database;
    const [providers, operations, records] = await Promise.all([
      query.identityProvider.findMany(),
      query.asyncOperation.findMany(),
      query.auditRecord.findMany({ select: { details: true } }),
    ]);
    const inputs = operations.map((one) => Buffer.from(one.input).toString("latin1")).join();
    expect(JSON.stringify([providers, records]) + inputs).not.toContain(CLIENT.secret);
    const resourceVersion = await versionOf(mallory);
    const spec = specOf(liar.issuer, { clientId: "another" });
    await call(api, "POST", "/api/v1/identity-provider", { as: mallory, body: { spec, resourceVersion } });
    const after = await call(api, "GET", "/api/v1/identity-provider", { as: mallory });
    expect(after.body["provider"]).not.toHaveProperty("hasClientSecret");
    const path = `/api/v1/identity-provider?resourceVersion=${await versionOf(mallory)}`;
    expect((await call(api, "DELETE", path, { as: mallory })).status).toBe(200);
    expect((await call(api, "GET", "/api/v1/identity-provider", { as: mallory })).status).toBe(404);
  });
});

test("sign-ins that are refused for too many tries leave one record", async () => {
  const tryIn = (): Promise<Response> =>
    fetch(`${api.url}/api/v1/sessions`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({ email: "mallory@example.org", password: "wrong" }),
    });
  for (let tried = 0; tried < 13; tried += 1) await tryIn();
  const where = { accountId: mallory.accountId, operation: "SignIn", status: "RESOURCE_EXHAUSTED" };
  expect(await api.database.query.auditRecord.findMany({ where })).toMatchObject([
    { principalName: "mallory@example.org", action: "cloud.session.create" },
  ]);
});
