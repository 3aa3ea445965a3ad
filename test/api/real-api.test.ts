// The API on its database: people, keys, tenants, the edge's directory, webhooks and pages.
import { createHmac } from "node:crypto";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codecOf, type directoryV1 } from "#contracts";
import { accessOfRole, isAllowed } from "#domain/roles";
import { eventually } from "#harness/eventually";
import { joinTable, type MountedOperation } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { call, INTERNAL_TOKEN, signIn, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let alice: Person;
let bob: Person;
let bobsNamespace: string;
let bobsKey: { keyId: string; token: string };

beforeAll(async () => {
  api = await startRealApi();
  alice = await signUp(api, "alice@example.com");
  bob = await signUp(api, "bob@example.com");
  bobsNamespace = await createNamespace(bob, "shop");
  bobsKey = await createKey(bob);
});
afterAll(() => api.stop());

async function createNamespace(as: Person | string, name: string): Promise<string> {
  const spec = { name, regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } };
  const made = await call(api, "POST", "/cloud/namespaces", { as, body: { spec } });
  expect(made.body).toMatchObject({ asyncOperation: { id: expect.any(String) as string } });
  return String(made.body["namespace"]);
}

async function createRule(as: Person): Promise<string> {
  const made = await call(api, "POST", "/cloud/connectivity-rules", {
    as,
    body: { spec: { publicRule: {} } },
  });
  return String(made.body["connectivityRuleId"]);
}

async function createPrincipals(as: Person): Promise<{ group_id: string; service_account_id: string }> {
  const access = { accountAccess: { role: "ROLE_READ" } };
  const group = { spec: { displayName: "bobs-team", access, cloudGroup: {} } };
  const robot = { spec: { name: "bobs-robot", access } };
  const madeGroup = await call(api, "POST", "/cloud/user-groups", { as, body: group });
  const madeRobot = await call(api, "POST", "/cloud/service-accounts", { as, body: robot });
  return {
    group_id: String(madeGroup.body["groupId"]),
    service_account_id: String(madeRobot.body["serviceAccountId"]),
  };
}

async function createKey(as: Person): Promise<{ keyId: string; token: string }> {
  const spec = {
    ownerId: as.userId,
    ownerType: "OWNER_TYPE_USER",
    displayName: "key",
    expiryTime: "2027-06-01T00:00:00Z",
  };
  const made = await call(api, "POST", "/cloud/api-keys", { as, body: { spec } });
  return { keyId: String(made.body["keyId"]), token: String(made.body["token"]) };
}

const rows = joinTable(operations).filter((mounted) => mounted.operation !== undefined);
const guarded = rows.filter(({ operation }) => operation?.permission !== "public");

/** The row's method and path, its variables filled with what belongs to somebody. */
function routeOf({ method }: MountedOperation, values: Record<string, string> = {}): [string, string] {
  const [binding] = method.bindings;
  const path = binding?.path.replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? "something") ?? "";
  return [binding?.method ?? "", path];
}

const bodyFor = (method: string): { body?: object } => (method === "POST" ? { body: {} } : {});

describe("who may call (T1)", () => {
  test.each(guarded.map((mounted) => [mounted.method.name, mounted] as const))(
    "%s is refused without credentials, on HTTP and on gRPC",
    async (_, mounted) => {
      const [method, path] = routeOf(mounted);
      const answer = await call(api, method, path, bodyFor(method));
      // Without credentials an address has a budget; what matters is that nothing is let through.
      expect([401, 429]).toContain(answer.status);
      const status = await grpcStatus(mounted.method.path, {});
      expect([grpc.status.UNAUTHENTICATED, grpc.status.RESOURCE_EXHAUSTED]).toContain(status);
    },
  );

  test("somebody whose role is none gets only what every role may do", async () => {
    const carol = await signUp(api, "carol@example.com");
    await api.database.query.user.update({ where: { id: carol.userId }, data: { accountRole: "none" } });
    const wrong: string[] = [];
    for (const mounted of guarded) {
      const [method, path] = routeOf(mounted);
      const may = isAllowed(accessOfRole("none"), "ACTIVE", mounted.operation?.permission ?? "");
      if (may) continue;
      const { status } = await call(api, method, path, { as: carol, ...bodyFor(method) });
      if (status !== 403) wrong.push(`${method} ${path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test("an owner sees nothing of another account: every address with foreign ids is as if it were unknown", async () => {
    const foreign = {
      namespace: bobsNamespace,
      user_id: bob.userId,
      key_id: bobsKey.keyId,
      async_operation_id: "op-of-bob",
      connectivity_rule_id: await createRule(bob),
      ...(await createPrincipals(bob)),
      project_id: `${bob.accountId}-default`,
    };
    const unknown = {
      namespace: "nothing.nobody",
      user_id: "0".repeat(32),
      key_id: "nokey",
      async_operation_id: "no",
      connectivity_rule_id: "no",
      group_id: "no",
      service_account_id: "no",
      project_id: "no",
    };
    const reads = guarded.filter((mounted) => {
      const [method, path] = routeOf(mounted, {
        namespace: "V",
        user_id: "V",
        key_id: "V",
        async_operation_id: "V",
        connectivity_rule_id: "V",
        group_id: "V",
        service_account_id: "V",
        project_id: "V",
      });
      return method === "GET" && path.split("/").includes("V");
    });
    expect(reads.length).toBeGreaterThan(3);
    for (const mounted of reads) {
      const [[, theirs], [, none]] = [routeOf(mounted, foreign), routeOf(mounted, unknown)];
      const [one, other] = [
        await call(api, "GET", theirs, { as: alice }),
        await call(api, "GET", none, { as: alice }),
      ];
      expect([mounted.method.name, one.status]).toEqual([mounted.method.name, 404]);
      expect(one.body).toEqual(other.body);
    }
  });

  test("changes to another account's things are refused and change nothing", async () => {
    const before = await call(api, "GET", `/cloud/namespaces/${bobsNamespace}`, { as: bob });
    const tries = [
      ["DELETE", `/cloud/namespaces/${bobsNamespace}?resourceVersion=1`],
      ["DELETE", `/cloud/api-keys/${bobsKey.keyId}?resourceVersion=1`],
      ["DELETE", `/cloud/projects/${bob.accountId}-default?resourceVersion=1`],
      ["DELETE", `/cloud/namespaces/${bobsNamespace}/regions/aws-us-east-1?resourceVersion=1`],
    ] as const;
    for (const [method, path] of tries)
      expect((await call(api, method, path, { as: alice })).status).toBe(404);
    const update = await call(api, "POST", `/cloud/namespaces/${bobsNamespace}`, {
      as: alice,
      body: { spec: { name: "shop", regions: ["aws-us-east-1"], retentionDays: 1 }, resourceVersion: "1" },
    });
    expect(update.status).toBe(404);
    const csr = await call(api, "POST", "/api/v1/certificates", {
      as: alice,
      body: { spec: { namespace: bobsNamespace, csrPem: "x", displayName: "c" } },
    });
    expect([400, 404]).toContain(csr.status);
    expect(await call(api, "GET", `/cloud/namespaces/${bobsNamespace}`, { as: bob })).toMatchObject({
      body: before.body,
    });
    const list = await call(api, "GET", "/cloud/namespaces", { as: alice });
    expect(JSON.stringify(list.body)).not.toContain("shop");
  });

  test("cells are the operators' business", async () => {
    expect((await call(api, "GET", "/api/v1/cells", { as: alice })).status).toBe(403);
    expect((await call(api, "GET", "/api/v1/cells", { as: INTERNAL_TOKEN })).body).toMatchObject({
      cells: [{ spec: { cellId: "cell-a" } }],
    });
  });
});

describe("keys and sessions", () => {
  test("a key works over HTTP and gRPC, and not once it is disabled", async () => {
    const { keyId, token } = await createKey(alice);
    expect((await call(api, "GET", "/cloud/account", { as: token })).status).toBe(200);
    expect(await grpcStatus("/temporal.api.cloud.cloudservice.v1.CloudService/GetAccount", { token })).toBe(
      0,
    );
    const key = await call(api, "GET", `/cloud/api-keys/${keyId}`, { as: alice });
    const { apiKey } = key.body as { apiKey: { resourceVersion: string; spec: object } };
    const disabled = await call(api, "POST", `/cloud/api-keys/${keyId}`, {
      as: alice,
      body: { spec: { ...apiKey.spec, disabled: true }, resourceVersion: apiKey.resourceVersion },
    });
    expect(disabled.status).toBe(200);
    expect((await call(api, "GET", "/cloud/account", { as: token })).status).toBe(401);
  });

  test.each([
    ["cut", (token: string) => token.slice(0, -4)],
    ["with another end", (token: string) => `${token.slice(0, -4)}AAAA`],
    [
      "unsigned",
      (token: string) => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.`,
    ],
    ["doubled", (token: string) => `${token}${token}`],
  ])("a key that is %s is refused", async (_, change) => {
    expect((await call(api, "GET", "/cloud/account", { as: change(bobsKey.token) })).status).toBe(401);
  });

  test("signing out ends the session everywhere", async () => {
    const session = { ...alice, ...(await signIn(api, "alice@example.com")) };
    expect((await call(api, "GET", "/api/v1/sessions/current", { as: session })).status).toBe(200);
    expect((await call(api, "DELETE", "/api/v1/sessions/current", { as: session })).status).toBe(200);
    expect((await call(api, "GET", "/api/v1/sessions/current", { as: session })).status).toBe(401);
  });

  test("a denied change is in the audit trail", async () => {
    const dave = await signUp(api, "dave@example.com");
    await api.database.query.user.update({ where: { id: dave.userId }, data: { accountRole: "read" } });
    await call(api, "POST", "/cloud/namespaces", { as: dave, body: { spec: { name: "x" } } });
    const records = await api.database.query.auditRecord.findMany({ where: { accountId: dave.accountId } });
    expect(records).toContainEqual(
      expect.objectContaining({ action: "cloud.namespace.create", status: "PERMISSION_DENIED" }),
    );
  });
});

describe("operations", () => {
  test("the same operation id and request is one operation, another request with it is refused (P3)", async () => {
    const request = (retentionDays: number): object => ({
      spec: { name: "once", regions: ["aws-us-east-1"], retentionDays, apiKeyAuth: { enabled: true } },
      asyncOperationId: "op-once",
    });
    const first = await call(api, "POST", "/cloud/namespaces", { as: alice, body: request(7) });
    const second = await call(api, "POST", "/cloud/namespaces", { as: alice, body: request(7) });
    expect(first.body["asyncOperation"]).toMatchObject({ id: "op-once", state: "STATE_PENDING" });
    expect(second.body["asyncOperation"]).toMatchObject({ id: "op-once" });
    const other = await call(api, "POST", "/cloud/namespaces", { as: alice, body: request(8) });
    expect([other.status, other.body["code"]]).toEqual([400, 3]);
    const read = await call(api, "GET", "/cloud/operations/op-once", { as: alice });
    expect(read.body["asyncOperation"]).toMatchObject({
      operationInput: {
        "@type": "type.googleapis.com/temporal.api.cloud.cloudservice.v1.CreateNamespaceRequest",
      },
    });
  });

  test.each([
    [
      "a taken name",
      { name: "once", regions: ["aws-us-east-1"], retentionDays: 7, apiKeyAuth: { enabled: true } },
      409,
    ],
    [
      "an unknown region",
      { name: "far", regions: ["aws-mars-1"], retentionDays: 7, apiKeyAuth: { enabled: true } },
      400,
    ],
    ["a bad name", { name: "No Spaces", regions: ["aws-us-east-1"], retentionDays: 7 }, 400],
    ["no spec", undefined, 400],
  ])("%s is refused with a specific error", async (_, spec, status) => {
    const answer = await call(api, "POST", "/cloud/namespaces", {
      as: alice,
      body: spec === undefined ? {} : { spec },
    });
    expect([answer.status, answer.body["message"]]).toEqual([status, expect.stringMatching(/\w{3}/)]);
  });
});

describe("the edge's directory", () => {
  const path = "/cellplane.directory.v1.DirectoryService/GetDirectory";
  const requests = codecOf<directoryV1.IGetDirectoryRequest>("cellplane.directory.v1.GetDirectoryRequest");
  const responses = codecOf<directoryV1.IGetDirectoryResponse>("cellplane.directory.v1.GetDirectoryResponse");
  const ask = async (request: directoryV1.IGetDirectoryRequest): Promise<directoryV1.IGetDirectoryResponse> =>
    responses.decode(await grpcCall(path, { token: INTERNAL_TOKEN, request: requests.encode(request) }));

  test("is for the gateways only", async () => {
    expect(await grpcStatus(path, {})).toBe(grpc.status.UNAUTHENTICATED);
    expect(await grpcStatus(path, { token: bobsKey.token })).toBe(grpc.status.UNAUTHENTICATED);
  });

  test("is given whole, is unchanged after the wait, and is given again as soon as it changes", async () => {
    const { directory } = await ask({});
    expect(directory?.apiKeys?.map((key) => key.keyId)).toContain(bobsKey.keyId);
    const knownVersion = directory?.version ?? "";
    expect(await ask({ knownVersion, waitMs: 50 })).toMatchObject({ unchanged: true });
    const waiting = ask({ knownVersion, waitMs: 20_000 });
    const { keyId } = await createKey(bob);
    const next = await waiting;
    expect(next.directory?.apiKeys?.map((key) => key.keyId)).toContain(keyId);
  });
});

describe("Stripe's webhook", () => {
  const body = '{"id":"evt_1","object":"event","type":"customer.created","data":{"object":{"id":"cus_1"}}}';
  const deliver = (signature: string): Promise<Response> =>
    fetch(`${api.url}/webhooks/stripe`, {
      method: "POST",
      headers: { "content-type": "application/json", "stripe-signature": signature },
      body,
    });
  const sign = (at: number, secret: string): string =>
    `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
  const now = Math.floor(Date.now() / 1000);

  test("takes an event once", async () => {
    const signature = sign(now, "whsec_of_this_test");
    expect(await (await deliver(signature)).json()).toEqual({ outcome: "ignored" });
    expect(await (await deliver(signature)).json()).toEqual({ outcome: "repeated" });
  });

  test.each([
    ["another secret", sign(now, "whsec_other")],
    ["an old time", sign(now - 3600, "whsec_of_this_test")],
    ["no signature", ""],
  ])("refuses %s", async (_, signature) => {
    expect((await deliver(signature)).status).toBe(400);
  });
});

describe("pages", () => {
  test.each(["/", "/docs", "/mailbox", "/verify?token=x", "/openapi.json", "/assets/style.css"])(
    "%s is there, without scripts and under the strict policy",
    async (path) => {
      const response = await fetch(api.url + path);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(text).not.toMatch(/<script|javascript:|\bon\w+=|style="/i);
    },
  );

  test("a token from a link is shown as text, never as markup", async () => {
    const text = await (
      await fetch(`${api.url}/verify?token=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`)
    ).text();
    expect(text).toContain("&quot;&gt;&lt;script&gt;");
  });

  test("a wrong token is refused in words", async () => {
    const answer = await fetch(`${api.url}/verify`, {
      method: "POST",
      body: new URLSearchParams({ token: "x" }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("was not confirmed");
  });

  test("the confirmation form works in a browser, which tells its origin, and from no other site", async () => {
    const page = await fetch(`${api.url}/verify?token=x`);
    // With "no-referrer" browsers would send "Origin: null" from this form.
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    const post = (origin: string): Promise<Response> =>
      fetch(`${api.url}/verify`, {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({ token: "x" }),
      });
    expect((await post(api.url)).status).toBe(400);
    expect((await post("https://evil.example")).status).toBe(403);
    expect((await post("null")).status).toBe(403);
  });
});

function grpcCall(path: string, options: { token?: string; request?: Uint8Array }): Promise<Buffer> {
  const client = new grpc.Client(api.address, grpc.credentials.createInsecure());
  const metadata = new grpc.Metadata();
  if (options.token !== undefined) metadata.set("authorization", `Bearer ${options.token}`);
  const same = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      path,
      same,
      same,
      Buffer.from(options.request ?? []),
      metadata,
      {},
      (error, bytes) => {
        client.close();
        if (error === null && bytes !== undefined) resolve(bytes);
        else reject(error ?? new Error("no answer"));
      },
    );
  });
}

async function grpcStatus(path: string, options: { token?: string }): Promise<number> {
  return grpcCall(path, options).then(
    () => 0,
    (error: grpc.ServiceError) => error.code,
  );
}

describe("limits that operators set", () => {
  test("hold within seconds, and the answer says when to come back", async () => {
    const robin = await signUp(api, "robin@example.com");
    const path = "/api/v1/quotas/requestsPerSecondPerUser";
    const setting = { accountId: robin.accountId, max: 1 };
    expect((await call(api, "POST", path, { as: robin, body: setting })).status).toBe(403);
    expect((await call(api, "POST", path, { as: INTERNAL_TOKEN, body: setting })).status).toBe(200);
    // Not `call`: that comes back by itself.
    const refused = await eventually(async () => {
      const answer = await fetch(`${api.url}/api/v1/quotas`, { headers: { cookie: robin.cookie } });
      return answer.status === 200 ? undefined : answer;
    });
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      code: 8,
      message: `rate limit exceeded for principal type=user, id=${robin.userId}, please retry later`,
    });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect((await call(api, "GET", "/api/v1/quotas", { as: bob })).status).toBe(200);
  });
});
