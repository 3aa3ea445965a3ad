// Temporal's HTTP API at the gateway: the same identities, rights, limits and secrecy as gRPC, over HTTP/1.1 and HTTP/2.
import { connect as connectHttp2, constants } from "node:http2";
import https from "node:https";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { Authority, type Identity } from "./authority.ts";
import { INTERNAL_TOKEN, sha256Hex, signingKey, signToken, startWorld, type World } from "./world.ts";

let world: World;
let owner: string;
let reader: string;
let clientA: Identity;
let clientB: Identity;

beforeAll(async () => {
  world = await startWorld({ cells: ["cell-1"] });
  const authorityA = await Authority.root("CN=Tenant A CA");
  const authorityB = await Authority.root("CN=Tenant B CA");
  clientA = await authorityA.issue({ subject: "CN=alice" });
  clientB = await authorityB.issue();
  const key = await signingKey("k1");
  owner = await signToken(key, { jti: "owner-key", sub: "owner" });
  reader = await signToken(key, { jti: "reader-key", sub: "reader" });
  const row = (name: string, accountId: string, more: object) => ({
    ...{ name, accountId, namespaceId: name, cellId: "cell-1" },
    ...more,
  });
  const version = world.directory.change((content) => {
    content.namespaces = [
      row("keys.a", "a", { apiKeyEnabled: true }),
      row("slow.a", "a", { apiKeyEnabled: true, requestsPerSecond: 10 }),
      row("lost.a", "a", { apiKeyEnabled: true, cellId: "cell-9" }),
      row("certs.a", "a", { mtlsEnabled: true, acceptedClientCa: Buffer.from(authorityA.pem) }),
      row("keys.b", "b", { apiKeyEnabled: true }),
    ];
    content.principals = [
      { principalId: "owner", accountId: "a", allNamespacesPermission: "admin" },
      { principalId: "reader", accountId: "a", allNamespacesPermission: "read" },
    ];
    content.apiKeys = [
      {
        keyId: "owner-key",
        tokenSha256: sha256Hex(owner),
        principalId: "owner",
        expiresAtMs: Date.now() + 3e6,
      },
      {
        keyId: "reader-key",
        tokenSha256: sha256Hex(reader),
        principalId: "reader",
        expiresAtMs: Date.now() + 3e6,
      },
    ];
    content.signingKeys = [{ keyId: "k1", publicJwk: key.publicJwk }];
  });
  await world.follow(version);
});

afterAll(() => world.stop());

interface Answer {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: Record<string, unknown>;
}

interface Ask {
  token?: string;
  identity?: Identity;
  headers?: Record<string, string>;
  body?: string;
}

function http1(method: string, path: string, ask: Ask = {}): Promise<Answer> {
  const [host, port] = world.gateway.address.split(":");
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        ...{ host, port, method, path, ca: world.ca, servername: "localhost", agent: false },
        ...(ask.identity === undefined ? {} : { cert: ask.identity.cert, key: ask.identity.key }),
        headers: {
          ...(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
          ...ask.headers,
        },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: JSON.parse(text) as Record<string, unknown>,
          }),
        );
      },
    );
    request.on("error", reject);
    request.end(ask.body);
  });
}

function http2(method: string, path: string, ask: Ask = {}): Promise<Answer> {
  const session = connectHttp2(`https://${world.gateway.address}`, {
    ca: world.ca,
    servername: "localhost",
    ...(ask.identity === undefined ? {} : { cert: ask.identity.cert, key: ask.identity.key }),
  });
  return new Promise<Answer>((resolve, reject) => {
    session.on("error", reject);
    const stream = session.request({
      ":method": method,
      ":path": path,
      ...(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
      ...ask.headers,
    });
    let headers: Record<string, unknown> = {};
    let text = "";
    stream.on("response", (received) => (headers = received));
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
    stream.on("end", () =>
      resolve({
        status: Number(headers[":status"]),
        headers,
        body: JSON.parse(text) as Record<string, unknown>,
      }),
    );
    stream.on("error", reject);
    stream.end(ask.body);
  }).finally(() => session.close());
}

const startIn = (namespace: string): string => `/api/v1/namespaces/${namespace}/workflows/w`;

describe.each([
  ["HTTP/1.1", http1],
  ["HTTP/2", http2],
])("over %s", (_protocol, call) => {
  test("an API key starts workflows in its own namespace, and a certificate in its own", async () => {
    const byKey = await call("POST", startIn("keys.a"), { token: owner, body: "{}" });
    expect([byKey.status, byKey.body]).toEqual([200, { runId: "cell-1" }]);
    const byCertificate = await call("POST", startIn("certs.a"), { identity: clientA, body: "{}" });
    expect([byCertificate.status, byCertificate.body]).toEqual([200, { runId: "cell-1" }]);
  });

  test("without credentials, with a false key or a reader's key nothing is started", async () => {
    const before = world.cells[0]?.calls.length;
    expect((await call("POST", startIn("keys.a"), { body: "{}" })).status).toBe(401);
    expect((await call("POST", startIn("keys.a"), { token: `${owner}x`, body: "{}" })).status).toBe(401);
    expect((await call("POST", startIn("keys.a"), { token: reader, body: "{}" })).status).toBe(403);
    expect((await call("POST", startIn("certs.a"), { identity: clientB, body: "{}" })).status).toBe(403);
    expect(world.cells[0]?.calls.length).toBe(before);
    expect((await call("GET", "/api/v1/namespaces/keys.a", { token: reader })).status).toBe(200);
  });

  test("G4: a namespace of another tenant and one that is not there are refused with the same words", async () => {
    const others = await call("POST", startIn("keys.b"), { token: owner, body: "{}" });
    const missing = await call("POST", startIn("none.a"), { token: owner, body: "{}" });
    expect([others.status, others.body]).toEqual([missing.status, missing.body]);
    expect(others.status).toBe(403);
  });

  test("G3: a header, a body or an encoded path cannot name another namespace than the path", async () => {
    const header = { headers: { "temporal-namespace": "keys.b" }, token: owner, body: "{}" };
    expect((await call("POST", startIn("keys.a"), header)).status).toBe(400);
    const metadata = { headers: { "grpc-metadata-temporal-namespace": "keys.b" }, token: owner, body: "{}" };
    expect((await call("POST", startIn("keys.a"), metadata)).status).toBe(400);
    const body = await call("POST", startIn("keys.a"), { token: owner, body: '{"namespace":"keys.b"}' });
    expect([body.status, body.body]).toEqual([200, { runId: "cell-1" }]);
    expect((await call("POST", startIn("keys.a%2F..%2Fkeys.b"), { token: owner, body: "{}" })).status).toBe(
      403,
    );
  });

  test("G5: the cell sees the installation's token, and neither the client's nor what it claims to be", async () => {
    const headers = {
      "x-forwarded-for": "1.2.3.4",
      "grpc-metadata-cellplane-principal": "root",
      "grpc-metadata-connection": "close",
      "grpc-metadata-content-type": "text/html",
      "grpc-metadata-mine": "kept",
    };
    expect((await call("POST", startIn("keys.a"), { token: owner, headers, body: "{}" })).status).toBe(200);
    const seen = world.cells[0]?.calls.at(-1)?.metadata ?? {};
    expect(seen["authorization"]).toBe(`Bearer ${INTERNAL_TOKEN}`);
    expect(seen["mine"]).toBe("kept");
    expect(JSON.stringify(seen)).not.toContain(owner);
    expect(Object.keys(seen).filter((name) => /forwarded|cellplane|connection/.test(name))).toEqual([]);
  });

  test("what is the account's is refused, and a cell's refusals come through with their status", async () => {
    expect((await call("GET", "/api/v1/nexus/endpoints", { token: owner })).status).toBe(403);
    expect(
      (await call("POST", "/api/v1/namespaces", { token: owner, body: '{"namespace":"x"}' })).status,
    ).toBe(403);
    const count = await call("GET", "/api/v1/namespaces/keys.a/workflow-count", { token: owner });
    expect([count.status, count.body["message"]]).toEqual([400, "bad query"]);
    expect((await call("GET", "/api/v1/namespaces/keys.a/schedules", { token: owner })).status).toBe(501);
    expect((await call("POST", startIn("lost.a"), { token: owner, body: "{}" })).status).toBe(503);
  });
});

test("the namespace's limit holds over HTTP, with the time to wait", async () => {
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => http1("POST", startIn("slow.a"), { token: owner, body: "{}" })),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(20);
  expect(refused[0]).toMatchObject({
    headers: { "retry-after": "1" },
    body: {
      code: 8,
      details: expect.arrayContaining([expect.objectContaining({ scope: expect.any(String) })]),
    },
  });
});

test("E1, T2: a call that runs ends when its namespace takes no keys any more", async () => {
  const cell = world.cells[0];
  const before = cell?.polls.length ?? 0;
  const session = connectHttp2(`https://${world.gateway.address}`, { ca: world.ca, servername: "localhost" });
  const stream = session.request({
    ":method": "GET",
    ":path": "/api/v1/namespaces/keys.a/workflows/w/history?waitNewEvent=true",
    authorization: `Bearer ${owner}`,
  });
  let status: unknown;
  stream.on("response", (headers) => (status = headers[constants.HTTP2_HEADER_STATUS]));
  const held = await eventually(() => cell?.polls[before], { what: "the call at the cell" });
  await world.follow(
    world.directory.change((content) => {
      for (const row of content.namespaces ?? []) if (row.name === "keys.a") row.apiKeyEnabled = false;
    }),
  );
  await eventually(() => status !== undefined, { what: "the answer" });
  expect(status).toBe(403);
  await eventually(() => held.signal.aborted, { what: "the end at the cell" });
  session.close();
});
