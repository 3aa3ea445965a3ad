// SCIM as identity providers speak it: the life of users and groups in the forms of Okta and Entra ID, what a token
// reaches, what a policy guards, and errors in SCIM's own form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "#domain/audit";
import { readDirectory } from "#domain/directory";
import { systemClock } from "#shared/clock";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
let api: RealApi;
let alice: Person;
let bob: Person;
let token: string;

type Body = Record<string, unknown>;
interface ScimAnswer {
  status: number;
  headers: Headers;
  body: Body & { Resources?: Body[] };
}

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  token = await tokenOf(alice, { accountRole: "read" });
});
afterAll(() => api.stop());

async function tokenOf(as: Person | string, spec: object = {}): Promise<string> {
  const made = await call(api, "POST", "/api/v1/scim-tokens", {
    as,
    body: { spec: { displayName: "Okta", ...spec } },
  });
  expect(made.body).toMatchObject({
    baseUrl: expect.stringMatching(/^http:\/\/localhost\/scim\/v2\/\w+$/) as string,
  });
  return String(made.body["token"]);
}

async function scim(
  method: string,
  path: string,
  options: { body?: unknown; as?: string; account?: string; headers?: Record<string, string> } = {},
): Promise<ScimAnswer> {
  const response = await fetch(`${api.url}/scim/v2/${options.account ?? alice.accountId}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${options.as ?? token}`,
      ...(options.body === undefined ? {} : { "content-type": "application/scim+json" }),
      ...options.headers,
    },
    ...(options.body === undefined
      ? {}
      : { body: typeof options.body === "string" ? options.body : JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const body = (text === "" ? {} : JSON.parse(text)) as Body;
  if (text !== "") expect(response.headers.get("content-type")).toMatch(/^application\/scim\+json/);
  return { status: response.status, headers: response.headers, body };
}

const oktaUser = (userName: string): Body => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName,
  name: { givenName: "Test", familyName: "User" },
  emails: [{ primary: true, value: userName, type: "work" }],
  displayName: "Test User",
  locale: "en-US",
  externalId: `okta-${userName}`,
  groups: [],
  password: "1mz050nq",
  active: true,
});
async function provision(userName: string): Promise<string> {
  const made = await scim("POST", "/Users", { body: oktaUser(userName) });
  expect(made.status).toBe(201);
  return String(made.body["id"]);
}
async function group(displayName: string, members: string[] = []): Promise<string> {
  const body = {
    displayName,
    externalId: `entra-${displayName}`,
    members: members.map((value) => ({ value })),
  };
  const made = await scim("POST", "/Groups", { body });
  expect(made.status).toBe(201);
  return String(made.body["id"]);
}
const patch = (path: string, ...Operations: object[]): Promise<ScimAnswer> =>
  scim("PATCH", path, { body: { schemas: [PATCH], Operations } });
const find = async (path: string, filter: string): Promise<Body[]> =>
  (await scim("GET", `${path}?filter=${encodeURIComponent(filter)}`)).body.Resources ?? [];
const refusal = (status: number, scimType?: string): object => ({
  status,
  body: {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
  },
});

describe("users", () => {
  test("live as Okta does it: looked for, made, read, replaced, deactivated, deleted", async () => {
    expect(await find("/Users", 'userName eq "carol@example.com"')).toEqual([]);
    const made = await scim("POST", "/Users", { body: oktaUser("carol@example.com") });
    expect(made.status).toBe(201);
    const id = String(made.body["id"]);
    expect(made.body).toMatchObject({
      ...{ userName: "carol@example.com", externalId: "okta-carol@example.com", active: true, groups: [] },
      meta: { resourceType: "User", location: `http://localhost/scim/v2/${alice.accountId}/Users/${id}` },
    });
    expect(made.body).not.toHaveProperty("password");
    expect(made.headers.get("location")).toBe((made.body["meta"] as Body)["location"]);
    expect(await scim("POST", "/Users", { body: oktaUser("Carol@example.com") })).toMatchObject(
      refusal(409, "uniqueness"),
    );
    const read = await call(api, "GET", `/cloud/users/${id}`, { as: alice });
    expect(read.body).toMatchObject({
      user: { state: "RESOURCE_STATE_ACTIVE", spec: { access: { accountAccess: { role: "ROLE_READ" } } } },
    });
    const replaced = await scim("PUT", `/Users/${id}`, {
      body: { ...oktaUser("carol@example.com"), title: "CTO" },
    });
    expect(replaced.body).toMatchObject({ id, title: "CTO" });
    expect(await find("/Users", 'externalId eq "okta-carol@example.com"')).toMatchObject([{ id }]);
    const off = await patch(`/Users/${id}`, { op: "replace", value: { active: false } });
    expect(off).toMatchObject({ status: 200, body: { id, active: false } });
    expect((await call(api, "GET", `/cloud/users/${id}`, { as: alice })).body).toMatchObject({
      user: { state: "RESOURCE_STATE_SUSPENDED" },
    });
    expect(await scim("DELETE", `/Users/${id}`)).toMatchObject({ status: 204 });
    expect(await scim("GET", `/Users/${id}`)).toMatchObject(refusal(404));
  });

  test("live as Entra ID does it: its names, its words for true and false, its extension", async () => {
    const body = {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
      externalId: "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
      userName: "dave@example.com",
      active: true,
      emails: [{ primary: true, type: "work", value: "dave@example.com" }],
      meta: { resourceType: "User" },
      name: { formatted: "Dave", familyName: "D", givenName: "Dave" },
      [ENTERPRISE]: { department: "Bicycles" },
    };
    const made = await scim("POST", "/Users", { body });
    const id = String(made.body["id"]);
    expect(made.body["schemas"]).toContain(ENTERPRISE);
    const changed = await patch(
      `/Users/${id}`,
      { op: "Replace", path: `${ENTERPRISE}:department`, value: "Trains" },
      { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "+44 1" },
      { op: "Replace", value: { "name.familyName": "Evans", displayName: "Dave Evans" } },
      { op: "Replace", path: "active", value: "False" },
    );
    expect(changed.body).toMatchObject({
      ...{ active: false, displayName: "Dave Evans", name: { familyName: "Evans", givenName: "Dave" } },
      ...{ phoneNumbers: [{ type: "mobile", value: "+44 1" }], [ENTERPRISE]: { department: "Trains" } },
    });
    expect(await find("/Users", `externalId eq "${body.externalId}" and active eq false`)).toHaveLength(1);
  });

  test("T2: who is deactivated has no session, no key and no place at the gateways, and has all again with `active`", async () => {
    const eve = await provision("eve@example.com");
    const invited = await memberSession("eve@example.com");
    const made = await call(api, "POST", "/cloud/api-keys", {
      as: invited,
      body: {
        spec: {
          displayName: "k",
          ownerId: eve,
          ownerType: "OWNER_TYPE_USER",
          expiryTime: "2027-06-01T00:00:00Z",
        },
      },
    });
    const key = String(made.body["token"]);
    const isAtTheGateways = async (): Promise<boolean> =>
      (await readDirectory(api.database, systemClock)).principals?.some((one) => one.principalId === eve) ===
      true;
    expect((await call(api, "GET", "/cloud/account", { as: key })).status).toBe(200);
    expect(await isAtTheGateways()).toBe(true);

    await patch(`/Users/${eve}`, { op: "replace", path: "active", value: false });
    expect((await call(api, "GET", "/cloud/account", { as: key })).status).toBe(401);
    expect((await call(api, "GET", "/cloud/account", { as: invited })).status).toBe(401);
    expect(await isAtTheGateways()).toBe(false);
    const again = await call(api, "POST", "/api/v1/sessions", {
      body: { email: "eve@example.com", password: "nine purple otters 4711" },
    });
    expect(again.status).toBe(401);

    await patch(`/Users/${eve}`, { op: "replace", path: "active", value: true });
    expect((await call(api, "GET", "/cloud/account", { as: key })).status).toBe(200);
    expect(await isAtTheGateways()).toBe(true);
  });

  test("who were made here are found and taken over; the last owner and the address stay", async () => {
    const [found] = await find("/Users", 'userName eq "ALICE@example.com"');
    expect(found).toMatchObject({ id: alice.userId, active: true });
    const path = `/Users/${alice.userId}`;
    const linked = await patch(path, { op: "add", path: "externalId", value: "okta-alice" });
    expect(linked.body).toMatchObject({ externalId: "okta-alice", userName: "alice@example.com" });
    expect(await patch(path, { op: "replace", path: "active", value: false })).toMatchObject(refusal(412));
    expect(await scim("DELETE", path)).toMatchObject(refusal(412));
    const moved = { ...oktaUser("other@example.com") };
    expect(await scim("PUT", path, { body: moved })).toMatchObject(refusal(400, "mutability"));
    expect((await call(api, "GET", "/cloud/account", { as: alice })).status).toBe(200);
  });

  test("are listed in pages and by every kind of filter", async () => {
    for (const name of ["p1", "p2", "p3"]) await provision(`${name}@pages.example`);
    const pages = await Promise.all([1, 3].map((start) => scim("GET", `/Users?startIndex=${start}&count=2`)));
    const ids = pages.flatMap(({ body }) => (body.Resources ?? []).map((one) => one["id"]));
    expect(new Set(ids).size).toBe(4);
    expect(pages[0]?.body).toMatchObject({ startIndex: 1, itemsPerPage: 2 });
    expect(await find("/Users", 'userName ew "@pages.example"')).toHaveLength(3);
    expect(await find("/Users", 'emails[type eq "work" and value sw "p2@"]')).toHaveLength(1);
    const some = await scim("GET", "/Users?attributes=userName&count=1");
    expect(Object.keys(some.body.Resources?.[0] ?? {}).sort()).toEqual(["id", "schemas", "userName"]);
    expect(await scim("GET", "/Users?filter=userName")).toMatchObject(refusal(400, "invalidFilter"));
    expect(await scim("GET", "/Users?count=x")).toMatchObject(refusal(400, "invalidValue"));
  });

  test("have versions, and a change of one that was not read is refused", async () => {
    const id = await provision("versions@example.com");
    const read = await scim("GET", `/Users/${id}`);
    const etag = String(read.headers.get("etag"));
    expect(read.body["meta"]).toMatchObject({ version: etag });
    const cached = await scim("GET", `/Users/${id}`, { headers: { "if-none-match": etag } });
    expect(cached.status).toBe(304);
    const body = { schemas: [PATCH], Operations: [{ op: "replace", path: "title", value: "Boss" }] };
    const changed = await scim("PATCH", `/Users/${id}`, { body, headers: { "if-match": etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
    const late = { schemas: [PATCH], Operations: [{ op: "replace", path: "title", value: "Late" }] };
    expect(await scim("PATCH", `/Users/${id}`, { body: late, headers: { "if-match": etag } })).toMatchObject(
      refusal(412),
    );
  });

  test.each<[string, Body | string, number, string | undefined]>([
    ["no userName", { active: true }, 400, "invalidValue"],
    ["no address", { userName: "no address" }, 400, "invalidValue"],
    ["active that is neither", { ...oktaUser("x1@example.com"), active: "perhaps" }, 400, "invalidValue"],
    ["text as userName", { ...oktaUser("x2@example.com"), userName: { a: 1 } }, 400, "invalidValue"],
    ["too much to say", { ...oktaUser("x3@example.com"), title: "x".repeat(20_000) }, 400, "invalidValue"],
    ["an address of another account", oktaUser("bob@example.com"), 409, "uniqueness"],
    ["no JSON", "{", 400, "invalidSyntax"],
    ["no object", "[]", 400, "invalidSyntax"],
  ])("are not made with %s", async (_, body, status, scimType) => {
    const before = await api.database.query.user.count();
    expect(await scim("POST", "/Users", { body })).toMatchObject(refusal(status, scimType));
    expect(await api.database.query.user.count()).toBe(before);
  });
});

/** A way in for somebody whom the directory made: the link for a forgotten password. */
async function memberSession(email: string): Promise<Person> {
  await call(api, "POST", "/api/v1/password-resets", { body: { email } });
  const mailbox = await call(api, "GET", `/api/v1/mailbox?to=${encodeURIComponent(email)}`);
  const [mail] = mailbox.body["mails"] as { text: string }[];
  const password = "nine purple otters 4711";
  const reset = /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
  await call(api, "POST", "/api/v1/password-resets/complete", { body: { token: reset, password } });
  const entered = await call(api, "POST", "/api/v1/sessions", { body: { email, password } });
  expect(entered.status).toBe(200);
  const { userId } = entered.body["session"] as { userId: string };
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { accountId: alice.accountId, userId, cookie, csrfToken: String(entered.body["csrfToken"]) };
}

describe("groups", () => {
  test("are SCIM groups of the Cloud Ops API, whose access is set here and whose members come from there", async () => {
    const [fay, gil] = [await provision("fay@example.com"), await provision("gil@example.com")];
    const groupId = await group("Temporal Developers", [fay]);
    const byId = await call(api, "GET", "/cloud/user-groups?scimGroup.idpId=entra-Temporal%20Developers", {
      as: alice,
    });
    expect(byId.body).toMatchObject({
      groups: [
        {
          id: groupId,
          spec: { displayName: "Temporal Developers", scimGroup: { idpId: "entra-Temporal Developers" } },
        },
      ],
    });
    const byName = await call(api, "GET", "/cloud/user-groups?displayName=Temporal%20Developers", {
      as: alice,
    });
    expect(byName.body).toMatchObject({ groups: [{ id: groupId }] });
    const { resourceVersion } = (byName.body["groups"] as { resourceVersion: string }[])[0] ?? {
      resourceVersion: "",
    };
    const scimGroup = { idpId: "entra-Temporal Developers" };
    const access = { accountAccess: { role: "ROLE_DEVELOPER" } };
    const set = await call(api, "POST", `/cloud/user-groups/${groupId}`, {
      as: alice,
      body: { spec: { displayName: "Temporal Developers", scimGroup, access }, resourceVersion },
    });
    expect(set.status).toBe(200);
    const byHand = await call(api, "POST", `/cloud/user-groups/${groupId}/members`, {
      as: alice,
      body: { memberId: { userId: gil } },
    });
    expect(byHand.status).toBe(412);

    await patch(`/Groups/${groupId}`, { op: "Add", path: "members", value: [{ value: gil }] });
    expect(await find("/Groups", `members[value eq "${gil}"]`)).toMatchObject([{ id: groupId }]);
    const explained = await call(
      api,
      "GET",
      `/api/v1/access-explanation?principalType=user&principalId=${gil}&action=cloud.namespace.create`,
      { as: alice },
    );
    expect(explained.body).toMatchObject({ allowedActions: [{ grants: [{ groupId }] }] });
    await patch(`/Groups/${groupId}`, { op: "remove", path: `members[value eq "${fay}"]` });
    await patch(`/Groups/${groupId}`, { op: "Remove", path: "members", value: [{ value: gil }] });
    expect((await scim("GET", `/Groups/${groupId}`)).body["members"]).toEqual([]);
    const put = {
      displayName: "Temporal Devs",
      externalId: "entra-2",
      members: [{ value: fay }, { value: gil }],
    };
    expect((await scim("PUT", `/Groups/${groupId}`, { body: put })).body).toMatchObject({
      displayName: "Temporal Devs",
    });
    expect((await scim("GET", `/Users/${fay}`)).body).toMatchObject({
      groups: [{ value: groupId, display: "Temporal Devs" }],
    });
    expect(await find("/Groups", 'displayName eq "temporal devs"')).toHaveLength(1);
    const brief = await scim("GET", `/Groups/${groupId}?excludedAttributes=members`);
    expect(brief.body).not.toHaveProperty("members");
    expect((await scim("DELETE", `/Groups/${groupId}`)).status).toBe(204);
    expect(await scim("GET", `/Groups/${groupId}`)).toMatchObject(refusal(404));
  });

  test("have people of the account, and names of their own", async () => {
    const groupId = await group("Names");
    expect(await scim("POST", "/Groups", { body: { displayName: "names" } })).toMatchObject(
      refusal(409, "uniqueness"),
    );
    const stranger = { op: "add", path: "members", value: [{ value: bob.userId }] };
    expect(await patch(`/Groups/${groupId}`, stranger)).toMatchObject(refusal(400, "invalidValue"));
    expect(await scim("POST", "/Groups", { body: { displayName: "" } })).toMatchObject(
      refusal(400, "invalidValue"),
    );
    const unnamed = await scim("POST", "/Groups", { body: { displayName: "No id there" } });
    expect(unnamed.body).not.toHaveProperty("externalId");
    const cloud = await call(api, "POST", "/cloud/user-groups", {
      as: alice,
      body: { spec: { displayName: "made-here", access: {}, cloudGroup: {} } },
    });
    expect(await scim("GET", `/Groups/${String(cloud.body["groupId"])}`)).toMatchObject(refusal(404));
  });
});

describe("T1: a token", () => {
  test("is of one account, and of nobody once it is deleted", async () => {
    const id = await provision("heidi@example.com");
    const other = await tokenOf(bob);
    expect(await scim("GET", `/Users/${id}`, { as: other })).toMatchObject(refusal(401));
    expect(await scim("GET", `/Users/${id}`, { as: other, account: bob.accountId })).toMatchObject(
      refusal(404),
    );
    expect(await scim("DELETE", `/Users/${id}`, { as: other, account: bob.accountId })).toMatchObject(
      refusal(404),
    );
    expect(await scim("GET", "/Users", { as: "nothing" })).toMatchObject(refusal(401));
    const { tokens } = (await call(api, "GET", "/api/v1/scim-tokens", { as: bob })).body as {
      tokens: { tokenId: string }[];
    };
    const [{ tokenId } = { tokenId: "" }] = tokens;
    expect((await call(api, "DELETE", `/api/v1/scim-tokens/${tokenId}`, { as: alice })).status).toBe(404);
    expect((await call(api, "DELETE", `/api/v1/scim-tokens/${tokenId}`, { as: bob })).status).toBe(200);
    expect(await scim("GET", "/Users", { as: other, account: bob.accountId })).toMatchObject(refusal(401));
    expect((await call(api, "GET", "/cloud/users", { as: token })).status).toBe(401);
  });

  test("is rotated with an overlap, and is kept nowhere", async () => {
    const first = await tokenOf(bob);
    const { tokens } = (await call(api, "GET", "/api/v1/scim-tokens", { as: bob })).body as {
      tokens: { tokenId: string }[];
    };
    const path = `/api/v1/scim-tokens/${tokens[0]?.tokenId ?? ""}/rotate`;
    const rotated = await call(api, "POST", path, { as: bob, body: { overlap: "3600s" } });
    const second = String(rotated.body["token"]);
    for (const as of [first, second])
      expect((await scim("GET", "/Users", { as, account: bob.accountId })).status).toBe(200);
    const ended = await call(api, "POST", `/api/v1/scim-tokens/${String(rotated.body["tokenId"])}/rotate`, {
      as: bob,
      body: {},
    });
    expect(ended.status).toBe(200);
    expect(await scim("GET", "/Users", { as: second, account: bob.accountId })).toMatchObject(refusal(401));
    const stored = JSON.stringify(await api.database.query.scimToken.findMany());
    const operations = await api.database.query.asyncOperation.findMany({
      where: { accountId: bob.accountId },
    });
    for (const secret of [first, second])
      expect(
        stored + operations.map((one) => Buffer.from(one.input).toString("latin1")).join(),
      ).not.toContain(secret);
  });

  test("of an admin does not touch owners, nor what makes them", async () => {
    const admin = await adminOf(alice);
    const weak = await tokenOf(admin);
    const ivan = await provision("ivan@example.com");
    const groupId = await group("Owners");
    await api.database.query.userGroup.update({ where: { id: groupId }, data: { accountRole: "owner" } });
    const add = { schemas: [PATCH], Operations: [{ op: "add", path: "members", value: [{ value: ivan }] }] };
    expect(await scim("PATCH", `/Groups/${groupId}`, { body: add, as: weak })).toMatchObject(refusal(403));
    expect(await scim("DELETE", `/Groups/${groupId}`, { as: weak })).toMatchObject(refusal(403));
    expect(await scim("DELETE", `/Users/${alice.userId}`, { as: weak })).toMatchObject(refusal(403));
    expect((await scim("PATCH", `/Groups/${groupId}`, { body: add })).status).toBe(200);
  });

  test.each([
    ["no name", { displayName: "" }, "spec.displayName"],
    ["a role of owners", { displayName: "x", accountRole: "owner" }, "spec.accountRole"],
  ])("is not made with %s", async (_, spec, field) => {
    const made = await call(api, "POST", "/api/v1/scim-tokens", { as: alice, body: { spec } });
    expect(made).toMatchObject({ status: 400, body: { details: [{ fieldViolations: [{ field }] }] } });
  });
});

async function adminOf(owner: Person): Promise<string> {
  const access = { accountAccess: { role: "ROLE_ADMIN" } };
  const robot = await call(api, "POST", "/cloud/service-accounts", {
    as: owner,
    body: { spec: { name: "admin", access } },
  });
  const spec = {
    ...{ ownerId: robot.body["serviceAccountId"], ownerType: "OWNER_TYPE_SERVICE_ACCOUNT", displayName: "k" },
    expiryTime: "2027-06-01T00:00:00Z",
  };
  return String((await call(api, "POST", "/cloud/api-keys", { as: owner, body: { spec } })).body["token"]);
}

test("a policy of access refuses what the directory adds, unless it exempts it; never what it takes away", async () => {
  const carl = await signUp(api, "carl@policies.example");
  const as = await tokenOf(carl);
  const at = { as, account: carl.accountId };
  const made = await scim("POST", "/Users", { ...at, body: oktaUser("judy@policies.example") });
  const judy = String(made.body["id"]);
  const makeGroup = async (displayName: string, accountRole: string): Promise<string> => {
    const { body } = await scim("POST", "/Groups", { ...at, body: { displayName } });
    await api.database.query.userGroup.update({ where: { id: String(body["id"]) }, data: { accountRole } });
    return `/Groups/${String(body["id"])}`;
  };
  const [readers, admins, nobodies] = [
    await makeGroup("Readers", "read"),
    await makeGroup("Admins", "admin"),
    await makeGroup("Nobodies", "none"),
  ];
  const join = (path: string): Promise<ScimAnswer> =>
    scim("PATCH", path, {
      ...at,
      body: { Operations: [{ op: "add", path: "members", value: [{ value: judy }] }] },
    });
  const leave = (path: string): Promise<ScimAnswer> =>
    scim("PATCH", path, { ...at, body: { Operations: [{ op: "remove", path: "members" }] } });
  await join(admins);
  // A policy needs enough people who could approve.
  await api.database.query.consensusPolicy.create({
    data: policyRow(carl.accountId, false),
  });
  expect(await join(readers)).toMatchObject(refusal(403));
  expect((await join(nobodies)).status).toBe(200);
  expect((await leave(admins)).status).toBe(200);
  expect(await join(admins)).toMatchObject(refusal(403));
  await api.database.query.consensusPolicy.update({
    where: { id: `policy-${carl.accountId}` },
    data: { spec: policyRow(carl.accountId, true).spec },
  });
  expect((await join(readers)).status).toBe(200);
  expect(await join(admins)).toMatchObject(refusal(403));
});

function policyRow(accountId: string, directoryExempt: boolean) {
  const now = new Date(systemClock.now());
  const spec = {
    ...{
      displayName: "all",
      namespaces: [],
      tags: {},
      wholeAccount: true,
      operations: ["access"],
      approvals: 1,
    },
    ...{
      requestLifetimeMs: 3_600_000,
      grantLifetimeMs: 60_000,
      grantUses: 1,
      approverIds: [],
      breakGlass: false,
    },
    directoryExempt,
  };
  return { id: `policy-${accountId}`, accountId, spec, createdBy: "x", createdAt: now, updatedAt: now };
}

test("the server says what it is, and every path has its answer in SCIM's form", async () => {
  expect((await scim("GET", "/ServiceProviderConfig")).body).toMatchObject({
    patch: { supported: true },
    etag: { supported: true },
  });
  expect((await scim("GET", "/ResourceTypes")).body).toMatchObject({ totalResults: 2 });
  expect((await scim("GET", `/Schemas/${ENTERPRISE}`)).body).toMatchObject({ id: ENTERPRISE });
  expect(await scim("GET", "/Schemas/nothing")).toMatchObject(refusal(404));
  expect(await scim("GET", "/Me")).toMatchObject(refusal(404));
  expect(await scim("POST", "/Bulk", { body: {} })).toMatchObject(refusal(404));
  const text = await scim("POST", "/Users", { body: "x", headers: { "content-type": "text/plain" } });
  expect(text).toMatchObject(refusal(415));
  const large = await scim("POST", "/Users", { body: { x: "x".repeat(3_000_000) } });
  expect(large).toMatchObject(refusal(413));
});

test("everything that was changed is in the audit trail, by the token, and a repeat is not", async () => {
  const id = await provision("audited@example.com");
  const records = (): Promise<{ action: string; principalType: string }[]> =>
    api.database.query.auditRecord.findMany({ where: { accountId: alice.accountId, resourceId: id } });
  await patch(`/Users/${id}`, { op: "replace", path: "active", value: false });
  await patch(`/Users/${id}`, { op: "replace", path: "active", value: false });
  expect((await records()).map(({ action, principalType }) => `${action} ${principalType}`)).toEqual([
    "cloud.user.create directory",
    "cloud.user.update directory",
  ]);
  expect(await verifyAudit(api.database.query, alice.accountId)).toBeUndefined();
});
