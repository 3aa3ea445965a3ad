// The account's own settings, and what clients of old versions of the Cloud Ops API mean by deprecated fields.
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codecOf, type temporal } from "#contracts";
import { systemClock } from "#shared/clock";
import { x509 } from "#shared/x509";
import { Authority } from "../gateway/authority.ts";
import { GrpcCaller } from "../journeys/grpc-caller.ts";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let alice: Person;
let bob: Person;
let ca: string;

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  ca = base64((await Authority.root("CN=metrics")).pem);
});
afterAll(() => api.stop());

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** A root of the web that passes all other rules. */
function publicRoot(): string {
  const found = rootCertificates.find((root) => {
    const certificate = new x509.X509Certificate(root);
    const { hash } = certificate.signatureAlgorithm as { hash?: { name: string } };
    return hash?.name === "SHA-384" && certificate.notAfter.getTime() > systemClock.now();
  });
  return found ?? "";
}

interface Account {
  resourceVersion: string;
  spec?: { metrics?: { acceptedClientCa: string } };
  metrics?: { uri: string };
}

const accountOf = async (as: Person): Promise<Account> =>
  (await call(api, "GET", "/cloud/account", { as })).body["account"] as Account;
const update = async (as: Person, change: object): Promise<Answer> => {
  const { resourceVersion } = await accountOf(as);
  return call(api, "POST", "/cloud/account", { as, body: { resourceVersion, ...change } });
};

describe("the account's metrics", () => {
  test("are opened to the clients of a CA, which gives them an address, and closed again", async () => {
    const spec = { metrics: { acceptedClientCa: ca } };
    const opened = await update(alice, { spec });
    expect(opened.body["asyncOperation"]).toMatchObject({ state: "STATE_FULFILLED" });
    expect(await accountOf(alice)).toMatchObject({
      spec,
      metrics: { uri: `http://localhost/prometheus/${alice.accountId}` },
    });
    expect(await accountOf(bob)).not.toHaveProperty("metrics");
    const again = await update(alice, { spec });
    expect([again.status, again.body["message"]]).toEqual([400, "nothing to change"]);
    expect((await update(alice, { spec: {} })).status).toBe(200);
    const closed = await accountOf(alice);
    expect(closed).not.toHaveProperty("metrics");
    expect(closed.spec?.metrics).toBeUndefined();
  });

  test.each([
    ["text that is no certificate", () => base64("hello"), "CERTIFICATE"],
    ["a public authority", () => base64(publicRoot()), "public"],
    ["33 KB", () => base64("x".repeat(33 * 1024)), "at most"],
  ])("are not opened to %s", async (_, pem, words) => {
    const refused = await update(bob, { spec: { metrics: { acceptedClientCa: pem() } } });
    expect([refused.status, refused.body["message"]]).toEqual([400, expect.stringContaining(words)]);
    expect(JSON.stringify(refused.body)).toContain("spec.metrics.acceptedClientCa");
  });

  test("are opened by administrators, with the version that was read", async () => {
    const spec = { metrics: { acceptedClientCa: ca } };
    expect((await update(bob, { spec, resourceVersion: "99" })).status).toBe(412);
    expect((await update(bob, { spec, resourceVersion: "" })).status).toBe(400);
    expect((await update(bob, {})).body["message"]).toContain("spec is required");
    const { query } = api.database;
    await query.user.update({ where: { id: bob.userId }, data: { accountRole: "developer" } });
    expect((await update(bob, { spec })).status).toBe(403);
    await query.user.update({ where: { id: bob.userId }, data: { accountRole: "owner" } });
    expect((await update(bob, { spec })).status).toBe(200);
  });
});

describe("a client from before v0.3.0", () => {
  type IAccountAccess = temporal.api.cloud.identity.v1.IAccountAccess;
  const roleAfter = async (
    email: string,
    accountAccess: IAccountAccess,
    version?: string,
  ): Promise<IAccountAccess | null | undefined> => {
    const expiryTime = "2027-06-01T00:00:00Z";
    const key = await call(api, "POST", "/cloud/api-keys", {
      as: alice,
      body: { spec: { displayName: email, expiryTime } },
    });
    const caller = new GrpcCaller(
      api.url,
      {},
      {
        authorization: `Bearer ${String(key.body["token"])}`,
        ...(version === undefined ? {} : { "temporal-cloud-api-version": version }),
      },
    );
    const service = "temporal.api.cloud.cloudservice.v1";
    const ask = async <Response>(method: string, request: object): Promise<Response> => {
      const answer = await caller.call(service, method, request);
      expect([answer.status, answer.message]).toEqual([0, ""]);
      return codecOf<Response>(`${service}.${method}Response`).decode(answer.body);
    };
    const { userId } = await ask<{ userId: string }>("CreateUser", {
      spec: { email, access: { accountAccess } },
    });
    const { user } = await ask<{ user: temporal.api.cloud.identity.v1.IUser }>("GetUser", { userId });
    caller.close();
    return user.spec?.access?.accountAccess;
  };
  const both = { role: 5, roleDeprecated: "developer" };

  test("means the deprecated role, which it reads back", async () => {
    expect(await roleAfter("old@example.com", both, "v0.2.0")).toMatchObject({
      role: 3,
      roleDeprecated: "developer",
    });
  });

  test.each([["v0.3.0"], ["v0.17.1"], [undefined]])(
    "differs from one of %s, which means the enum",
    async (version) => {
      const role = await roleAfter(`new-${version ?? "none"}@example.com`, both, version);
      expect(role).toMatchObject({ role: 5, roleDeprecated: "read" });
    },
  );

  test("may also leave the enum out in any version", async () => {
    const role = await roleAfter("text@example.com", { roleDeprecated: "admin" }, "v0.17.1");
    expect(role).toMatchObject({ role: 2, roleDeprecated: "admin" });
  });
});
