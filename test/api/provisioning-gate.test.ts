// Namespaces only for members of a group of an LDAP directory: against a real server, over LDAPS and StartTLS, and with
// the directory away, silent, strange, or of another certificate.
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { methodOf } from "#contracts";
import { BIND, startLdapServer, type DirectoryEntry, type LdapServer } from "#harness/ldap-server";
import { x509 } from "#shared/x509";
import { Authority, type Identity } from "../gateway/authority.ts";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

const PEOPLE = "ou=people,dc=corp,dc=example";
const GROUPS = "ou=groups,dc=corp,dc=example";
const DEVELOPERS = `cn=temporal-developers,${GROUPS}`;
const NESTED_LIMIT_MS = 60_000;

const person = (uid: string, mail: string): DirectoryEntry => ({
  dn: `uid=${uid},${PEOPLE}`,
  attributes: { objectclass: "inetOrgPerson", uid, mail },
});
const group = (cn: string, member: string[]): DirectoryEntry => ({
  dn: `cn=${cn},${GROUPS}`,
  attributes: { objectclass: "groupOfNames", cn, member },
});
const ENTRIES = [
  ...["alice", "bob", "carol"].map((uid) => person(uid, `${uid}@example.com`)),
  person("twin-1", "twin@example.com"),
  person("twin-2", "twin@example.com"),
  group("temporal-developers", [`uid=alice,${PEOPLE}`, `cn=platform,${GROUPS}`]),
  group("platform", [`cn=oncall,${GROUPS}`]),
  // Groups that contain each other end the walk all the same.
  group("oncall", [`uid=bob,${PEOPLE}`, `cn=platform,${GROUPS}`]),
];

let api: RealApi;
let directory: LdapServer;
let startTls: LdapServer;
let authority: Authority;
let identity: Identity;
let alice: Person;

beforeAll(async () => {
  authority = await Authority.root("CN=corp");
  identity = await authority.issue({
    subject: "CN=localhost",
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: "dns", value: "localhost" }]),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  directory = await startLdapServer({ entries: ENTRIES, tls: identity });
  startTls = await startLdapServer({ entries: ENTRIES, tls: identity, startTls: true });
  api = await startRealApi({
    CELLPLANE_LDAP_ALLOWED_HOSTS:
      [directory, startTls].map(({ port }) => `localhost:${port}`).join(",") +
      ",localhost:1,127.0.0.1:" +
      String(directory.port),
  });
  alice = await signUp(api, "alice@example.com");
});
afterAll(async () => {
  await api.stop();
  await Promise.all([directory.stop(), startTls.stop()]);
});

const specOf = (more: object = {}): Record<string, unknown> => ({
  url: `ldaps://localhost:${directory.port}`,
  caPem: authority.pem,
  ...{ bindDn: BIND.dn, userBaseDn: PEOPLE, groupBaseDn: GROUPS, groupDns: [DEVELOPERS] },
  ...more,
});

async function setGate(as: Person, spec: object, bindPassword: string = BIND.password): Promise<void> {
  const present = await call(api, "GET", "/api/v1/provisioning-gate", { as });
  const { resourceVersion = "" } = (present.body["gate"] ?? {}) as { resourceVersion?: string };
  const set = await call(api, "POST", "/api/v1/provisioning-gate", { as, body: { spec, resourceVersion } });
  expect(set.body).toMatchObject({ asyncOperation: { state: "STATE_FULFILLED" } });
  const password = await call(api, "POST", "/api/v1/provisioning-gate/password", {
    as,
    body: { bindPassword },
  });
  expect(password.status).toBe(200);
}

let made = 0;
function request(as: Person | string): Promise<Answer> {
  made += 1;
  const spec = {
    name: `shop-${made}`,
    regions: ["aws-us-east-1"],
    retentionDays: 7,
    apiKeyAuth: { enabled: true },
  };
  return call(api, "POST", "/cloud/namespaces", { as, body: { spec } });
}
const check = async (as: Person, email: string): Promise<Record<string, unknown>> =>
  (await call(api, "POST", "/api/v1/provisioning-gate/check", { as, body: { email } })).body;
async function lastRecord(accountId: string): Promise<Record<string, unknown>> {
  const where = { accountId, action: "cloud.namespace.create" };
  const [record] = await api.database.query.auditRecord.findMany({
    where,
    orderBy: { sequence: "desc" },
    take: 1,
  });
  return record as unknown as Record<string, unknown>;
}

describe("a namespace", () => {
  test("is made for a member, and not for others, and the trail says by which group or why not", async () => {
    await setGate(alice, specOf());
    expect((await request(alice)).status).toBe(200);
    const passedGates = [{ userDn: `uid=alice,${PEOPLE}`, groupDn: DEVELOPERS }];
    expect(await lastRecord(alice.accountId)).toMatchObject({
      status: "OK",
      details: { after: { passedGates } },
    });

    const carol = await signUp(api, "carol@example.com");
    await setGate(carol, specOf());
    const refused = await request(carol);
    expect(refused).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining(DEVELOPERS) as string },
    });
    expect(await lastRecord(carol.accountId)).toMatchObject({
      status: "PERMISSION_DENIED",
      principalId: carol.userId,
    });
    expect(await api.database.query.namespace.count({ where: { accountId: carol.accountId } })).toBe(0);

    const stranger = await signUp(api, "nobody@example.com");
    expect((await request(stranger)).status).toBe(200);
    await setGate(stranger, specOf());
    expect(await request(stranger)).toMatchObject({ status: 403 });
  });

  test("is refused on gRPC as on HTTP, and to a service account unless it is exempt", async () => {
    const dan = await signUp(api, "dan@example.com");
    await setGate(dan, specOf());
    const key = await robotKey(dan);
    expect(await request(key)).toMatchObject({ status: 403 });
    expect(await overGrpc(key)).toBe(grpc.status.PERMISSION_DENIED);
    await setGate(dan, specOf({ exemptsServiceAccounts: true }));
    expect((await request(key)).status).toBe(200);
    expect((await request(dan)).status).toBe(403);
  });

  test(
    "is made for members of groups within the group, when these count",
    async () => {
      const bob = await signUp(api, "bob@example.com");
      await setGate(bob, specOf());
      expect((await request(bob)).status).toBe(403);
      await setGate(bob, specOf({ nested: true }));
      expect((await request(bob)).status).toBe(200);
      expect(await check(bob, "bob@example.com")).toEqual({
        ...{ allowed: true, userDn: `uid=bob,${PEOPLE}`, groupDn: DEVELOPERS },
      });
      expect(await check(bob, "carol@example.com")).toEqual({ userDn: `uid=carol,${PEOPLE}` });
      expect(await check(bob, "twin@example.com")).toEqual({});
    },
    NESTED_LIMIT_MS,
  );

  test("is made over StartTLS as over LDAPS, and the answer is remembered for a short time only", async () => {
    await setGate(alice, specOf({ url: `ldap://localhost:${startTls.port}`, startTls: true }));
    const before = startTls.filters.length;
    expect((await request(alice)).status).toBe(200);
    const asked = startTls.filters.length;
    expect(asked).toBeGreaterThan(before);
    expect((await request(alice)).status).toBe(200);
    expect(startTls.filters).toHaveLength(asked);
  });
});

describe("nobody passes", () => {
  test.each<[string, () => object, number]>([
    ["a directory that is not there", () => ({ url: "ldaps://localhost:1" }), 503],
    ["a certificate of another authority", () => ({ caPem: "" }), 503],
    ["a certificate of another name", () => ({ url: `ldaps://127.0.0.1:${directory.port}` }), 503],
    ["a directory inside that nobody opened", () => ({ url: "ldaps://localhost:9" }), 412],
  ])("with %s", async (_, change, status) => {
    const person = await signUp(api, `p${made}@example.com`);
    made += 1;
    await setGate(person, specOf(change()));
    const refused = await request(person);
    expect(refused.status).toBe(status);
    expect(refused.headers.has("retry-after")).toBe(status === 503);
    expect(await api.database.query.namespace.count({ where: { accountId: person.accountId } })).toBe(0);
  });

  test("with a wrong password, or none", async () => {
    const erin = await signUp(api, "erin@example.com");
    await setGate(erin, specOf(), "wrong");
    expect((await request(erin)).status).toBe(412);
    await setGate(erin, specOf({ bindDn: `${BIND.dn},dc=more` }));
    expect((await request(erin)).status).toBe(412);
    const row = { where: { accountId: erin.accountId }, data: { sealedBindPassword: "" } };
    await api.database.query.provisioningGate.update(row);
    expect((await request(erin)).status).toBe(412);
  });

  test(
    "while the directory does not answer, which Terraform tries again by the status of it",
    async () => {
      const fred = await signUp(api, "fred@example.com");
      await setGate(fred, specOf({ nested: true }));
      directory.become("silent");
      try {
        const made503 = await fetch(`${api.url}/cloud/namespaces`, {
          ...{
            method: "POST",
            headers: {
              "content-type": "application/json",
              cookie: fred.cookie,
              "x-csrf-token": fred.csrfToken,
            },
          },
          body: JSON.stringify({ spec: { name: "silent", regions: ["aws-us-east-1"], retentionDays: 7 } }),
        });
        expect(made503.status).toBe(503);
        expect(made503.headers.get("retry-after")).toBe("10");
      } finally {
        directory.become("here");
      }
    },
    NESTED_LIMIT_MS,
  );

  test("by an address that is a filter: it is escaped", async () => {
    await setGate(alice, specOf());
    for (const address of [
      "*@example.com",
      "x)(uid=*@example.com",
      "a*)(|(mail=*@example.com",
      "\\2a@example.com",
    ]) {
      const answer = await check(alice, address);
      expect([address, answer["userDn"] ?? "", answer["allowed"] ?? false]).toEqual([address, "", false]);
    }
    expect(directory.filters.filter((filter) => filter.includes("=*"))).toEqual([]);
  });
});

describe("a gate", () => {
  test.each<[string, object, string]>([
    ["plain LDAP", { url: "ldap://localhost:389" }, "spec.url"],
    ["StartTLS inside TLS", { startTls: true }, "spec.url"],
    ["a URL that is none", { url: "localhost" }, "spec.url"],
    ["a password in the URL", { url: "ldaps://a:b@localhost:636" }, "spec.url"],
    ["no one who asks", { bindDn: "" }, "spec.bindDn"],
    ["a filter without the address", { userFilter: "(objectclass=*)" }, "spec.userFilter"],
    ["a filter that is none", { userFilter: "mail={email}" }, "spec.userFilter"],
    ["no group", { groupDns: [] }, "spec.groupDns"],
    ["a group that is no name", { groupDns: ["developers"] }, "spec.groupDns"],
    ["authorities that are none", { caPem: "none" }, "spec.caPem"],
  ])("is not set with %s", async (_, change, field) => {
    const present = await call(api, "GET", "/api/v1/provisioning-gate", { as: alice });
    const { resourceVersion } = present.body["gate"] as { resourceVersion: string };
    const body = { spec: specOf(change), resourceVersion };
    const set = await call(api, "POST", "/api/v1/provisioning-gate", { as: alice, body });
    expect(set).toMatchObject({ status: 400, body: { details: [{ fieldViolations: [{ field }] }] } });
  });

  test("T3: never shows its password, forgets it with the directory, and goes", async () => {
    const gate = async (): Promise<Record<string, unknown>> =>
      (await call(api, "GET", "/api/v1/provisioning-gate", { as: alice })).body["gate"] as Record<
        string,
        unknown
      >;
    expect(await gate()).toMatchObject({ hasBindPassword: true, spec: { userFilter: "(mail={email})" } });
    const [rows, operations] = await Promise.all([
      api.database.query.provisioningGate.findMany(),
      api.database.query.asyncOperation.findMany(),
    ]);
    const kept =
      JSON.stringify(rows) + operations.map((one) => Buffer.from(one.input).toString("latin1")).join();
    expect(kept).not.toContain(BIND.password);
    const moved = {
      spec: specOf({ url: "ldaps://ldap.example.com" }),
      resourceVersion: (await gate())["resourceVersion"],
    };
    await call(api, "POST", "/api/v1/provisioning-gate", { as: alice, body: moved });
    expect(await gate()).not.toHaveProperty("hasBindPassword");
    const path = `/api/v1/provisioning-gate?resourceVersion=${String((await gate())["resourceVersion"])}`;
    expect((await call(api, "DELETE", path, { as: alice })).status).toBe(200);
    expect((await call(api, "GET", "/api/v1/provisioning-gate", { as: alice })).status).toBe(404);
    expect((await request(alice)).status).toBe(200);
  });
});

async function robotKey(owner: Person): Promise<string> {
  const access = { accountAccess: { role: "ROLE_ADMIN" } };
  const robot = await call(api, "POST", "/cloud/service-accounts", {
    as: owner,
    body: { spec: { name: "robot", access } },
  });
  const spec = {
    ...{ ownerId: robot.body["serviceAccountId"], ownerType: "OWNER_TYPE_SERVICE_ACCOUNT", displayName: "k" },
    expiryTime: "2027-06-01T00:00:00Z",
  };
  return String((await call(api, "POST", "/cloud/api-keys", { as: owner, body: { spec } })).body["token"]);
}

async function overGrpc(token: string): Promise<number> {
  const { path, request: codec } = methodOf(
    "temporal.api.cloud.cloudservice.v1.CloudService/CreateNamespace",
  );
  const channel = new grpc.Client(api.address, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  metadata.set("authorization", `Bearer ${token}`);
  const message = { spec: { name: "over-grpc", regions: ["aws-us-east-1"], retentionDays: 7 } };
  try {
    return await new Promise((resolve) => {
      channel.makeUnaryRequest(
        path,
        () => Buffer.from(codec.encode(message)),
        (bytes: Buffer) => bytes,
        message,
        metadata,
        (error) => resolve(error?.code ?? grpc.status.OK),
      );
    });
  } finally {
    channel.close();
  }
}
