// HTTP of the API over both ports and both HTTP versions: transcoding, errors, headers, sessions, and what is refused.
import http2 from "node:http2";
import https from "node:https";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFakeApi, type FakeApi } from "./fake-api.ts";

let api: FakeApi;
beforeAll(async () => {
  api = await startFakeApi();
});
afterAll(() => api.stop());

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

async function send(
  method: string,
  path: string,
  options: { body?: string; headers?: Record<string, string>; key?: string | null } = {},
): Promise<Answer> {
  const key = options.key === undefined ? "owner-key" : options.key;
  const response = await fetch(api.url + path, {
    method,
    headers: {
      ...(options.body === undefined ? {} : { "content-type": "application/json" }),
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe("transcoding", () => {
  test("a path variable becomes a field, and defaults are left out of the answer", async () => {
    const answer = await send("GET", "/cloud/namespaces/shop.acct1");
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"namespace":{"namespace":"shop.acct1","spec":{"retentionDays":7}}}');
  });

  test("an encoded path variable arrives decoded", async () => {
    expect((await send("GET", "/cloud/namespaces/a%2Fb%20%C3%A9")).text).toContain('"namespace":"a/b é"');
  });

  test("a body is read in camelCase and in snake_case", async () => {
    const answer = await send("POST", "/cloud/namespaces", {
      body: '{"spec":{"name":"n","retention_days":3,"apiKeyAuth":{"enabled":true}},"async_operation_id":"x"}',
    });
    const { namespace } = JSON.parse(answer.text) as { namespace: string };
    expect(JSON.parse(namespace)).toEqual({
      spec: { name: "n", retentionDays: 3, apiKeyAuth: { enabled: true } },
      asyncOperationId: "x",
    });
  });

  test("a nested path variable fills its field of the body", async () => {
    const path = "/cloud/namespaces/n.a/export-sinks/sink1";
    expect((await send("POST", path, { body: '{"spec":{"enabled":true}}' })).text).toContain(
      'name\\":\\"sink1',
    );
    const other = await send("POST", path, { body: '{"spec":{"name":"sink2"}}' });
    expect(other.status).toBe(400);
    expect(other.text).toContain("given twice with different values");
  });

  test("query parameters fill fields, nested ones by dots", async () => {
    const answer = await send("GET", "/cloud/user-groups?scim_group.idp_id=7&pageSize=3&display_name=a%26b");
    const { nextPageToken } = JSON.parse(answer.text) as { nextPageToken: string };
    expect(JSON.parse(nextPageToken)).toEqual({ pageSize: 3, displayName: "a&b", scimGroup: { idpId: "7" } });
  });

  test("DELETE takes its fields from the query", async () => {
    const answer = await send("DELETE", "/cloud/namespaces/n.a?resourceVersion=5&asyncOperationId=op1");
    expect(answer.text).toContain('resourceVersion\\":\\"5');
  });

  test("an HttpBody answer is sent as it is", async () => {
    const answer = await send("GET", "/api/v1/usage-report.csv");
    expect([answer.headers.get("content-type"), answer.text]).toEqual(["text/csv", "a,b\n1,2\n"]);
  });
});

describe("both ports speak both versions", () => {
  test("HTTP/1.1 over TLS", async () => {
    const { hostname, port } = new URL(api.tlsUrl);
    const status = await new Promise((resolve, reject) => {
      const request = https.get(
        {
          hostname,
          port,
          path: "/cloud/namespaces/a.b",
          ca: api.ca,
          headers: { authorization: "Bearer owner-key" },
        },
        (response) => resolve(`${response.httpVersion} ${response.statusCode}`),
      );
      request.on("error", reject);
    });
    expect(status).toBe("1.1 200");
  });

  test.each(["plaintext", "TLS"])("HTTP/2 over %s", async (kind) => {
    const session = http2.connect(kind === "TLS" ? api.tlsUrl : api.url, { ca: api.ca });
    const text = await new Promise<string>((resolve, reject) => {
      session.on("error", reject);
      const stream = session.request({ ":path": "/cloud/namespaces/a.b", authorization: "Bearer owner-key" });
      let body = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => (body += chunk));
      stream.on("end", () => resolve(body));
      stream.on("error", reject);
    });
    session.close();
    expect(text).toContain('"namespace":"a.b"');
  });
});

describe("errors have one form and tell nothing of the inside", () => {
  test.each<[string, string, string, Parameters<typeof send>[2], number, number, string]>([
    ["no credentials", "GET", "/cloud/namespaces/a.b", { key: null }, 401, 16, "needs credentials"],
    ["a bad key", "GET", "/cloud/namespaces/a.b", { key: "nope" }, 401, 16, "not valid"],
    [
      "no permission",
      "DELETE",
      "/cloud/namespaces/a.b",
      { key: "reader-key" },
      403,
      7,
      "cloud.namespace.delete",
    ],
    ["no row yet", "GET", "/cloud/nexus/endpoints", {}, 501, 12, "GetNexusEndpoints is not implemented"],
    ["a bug", "GET", "/cloud/regions", {}, 500, 13, "An internal error"],
    ["unknown path", "GET", "/cloud/nothing", {}, 404, 5, "nothing at this path"],
    ["wrong method", "PUT", "/cloud/namespaces/a.b", {}, 405, 12, "use DELETE, GET, POST"],
    ["wrong method with a body of no type", "QUERY", "/cloud/regions", {}, 405, 12, "use GET"],
    [
      "unknown field",
      "POST",
      "/cloud/namespaces",
      { body: '{"spec":{"nam":1}}' },
      400,
      3,
      "spec.nam: is not a field",
    ],
    ["malformed JSON", "POST", "/cloud/namespaces", { body: '{"spec":' }, 400, 3, "malformed JSON"],
    [
      "prototype pollution",
      "POST",
      "/cloud/namespaces",
      { body: '{"__proto__":{"isOwner":true}}' },
      400,
      3,
      "__proto__",
    ],
    ["an array as body", "POST", "/cloud/namespaces", { body: "[]" }, 400, 3, "must be a JSON object"],
    ["no body", "POST", "/cloud/namespaces", {}, 400, 3, "body must be a JSON document"],
    ["a body on GET's sibling", "DELETE", "/cloud/namespaces/a.b", { body: "{}" }, 400, 3, "takes no body"],
    ["unknown query parameter", "GET", "/cloud/user-groups?nope=1", {}, 400, 3, "unknown query parameter"],
    [
      "query beside a body",
      "POST",
      "/cloud/namespaces?spec.name=x",
      { body: "{}" },
      400,
      3,
      "go into the body",
    ],
    ["a doubled parameter", "GET", "/cloud/user-groups?pageSize=1&pageSize=2", {}, 400, 3, "more than once"],
    ["a bad number", "GET", "/cloud/user-groups?pageSize=abc", {}, 400, 3, "pageSize: must be an integer"],
    ["bad percent encoding", "GET", "/cloud/namespaces/%zz", {}, 400, 3, "not a valid URL path"],
    [
      "text as body",
      "POST",
      "/cloud/namespaces",
      { body: "{}", headers: { "content-type": "text/plain" } },
      415,
      3,
      "application/json",
    ],
    [
      "a form",
      "POST",
      "/cloud/namespaces",
      { body: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      3,
      "application/json",
    ],
    [
      "a compressed body",
      "POST",
      "/cloud/namespaces",
      { body: "{}", headers: { "content-encoding": "gzip" } },
      415,
      3,
      "content-encoding",
    ],
    [
      "a body of 5 MB",
      "POST",
      "/cloud/namespaces",
      { body: `{"x":"${"a".repeat(5_000_000)}"}` },
      413,
      3,
      "4194304",
    ],
    ["a path parameter of 600 characters", "GET", `/cloud/namespaces/${"a".repeat(600)}`, {}, 400, 3, "512"],
    [
      "deep nesting",
      "POST",
      "/cloud/namespaces",
      { body: `{"spec":${"[".repeat(5000)}` },
      400,
      3,
      "nesting deeper",
    ],
  ])("%s", async (_, method, path, options, status, code, text) => {
    const answer = await send(method, path, options);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
    const body = JSON.parse(answer.text) as { code: number; message: string; details: unknown[] };
    expect(Object.keys(body)).toEqual(["code", "message", "details"]);
    expect(body.code).toBe(code);
    expect(answer.text).not.toMatch(/select|node_modules|\bat \w+ \(|services\//);
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("405 names what is allowed, 401 how to authenticate, and a retry hint is a header too", async () => {
    expect((await send("PATCH", "/cloud/namespaces")).headers.get("allow")).toBe("GET, POST");
    expect((await send("GET", "/cloud/account", { key: null })).headers.get("www-authenticate")).toBe(
      "Bearer",
    );
    const unavailable = await send("GET", "/cloud/regions/x");
    expect([unavailable.status, unavailable.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(unavailable.text).toContain('"retryDelay":"1.500s"');
  });

  test("a denial is recorded with its action and namespace", async () => {
    api.denials.length = 0;
    await send("DELETE", "/cloud/namespaces/shop.acct1", { key: "reader-key" });
    expect(api.denials).toEqual([
      {
        action: "cloud.namespace.delete",
        operation: "DeleteNamespace",
        namespace: "shop.acct1",
        resourceId: "shop.acct1",
      },
    ]);
  });
});

describe("sessions and foreign sites", () => {
  const cookie = { cookie: "cellplane_session=session-value" };
  const csrf = { "x-csrf-token": "csrf-of-s1" };
  const post = (headers: Record<string, string>): Promise<Answer> =>
    send("POST", "/cloud/namespaces", { key: null, body: "{}", headers });

  test("signing in sets a cookie that scripts cannot read; over TLS with the __Host- prefix", async () => {
    const plain = await send("POST", "/api/v1/sessions", { key: null, body: "{}" });
    expect(plain.headers.get("set-cookie")).toMatch(
      /^cellplane_session=session-value; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
    );
    const session = http2.connect(api.tlsUrl, { ca: api.ca });
    const secure = await new Promise<string>((resolve) => {
      const stream = session.request({
        ":method": "POST",
        ":path": "/api/v1/sessions",
        "content-type": "application/json",
      });
      stream.on("response", (headers) => resolve(String(headers["set-cookie"])));
      stream.end("{}");
    });
    session.close();
    expect(secure).toMatch(
      /^__Host-cellplane_session=session-value; Path=\/; HttpOnly; SameSite=Lax; Secure; /,
    );
    expect(secure).not.toContain("Domain");
  });

  test("signing out clears it", async () => {
    const answer = await send("DELETE", "/api/v1/sessions/current", {
      key: null,
      headers: { ...cookie, ...csrf },
    });
    expect(answer.headers.get("set-cookie")).toContain("Expires=Thu, 01 Jan 1970");
  });

  test.each<[string, Record<string, string>, number]>([
    ["with the token", { ...cookie, ...csrf }, 200],
    ["with the token from our own page", { ...cookie, ...csrf, origin: "http://localhost" }, 200],
    ["without the token", cookie, 403],
    ["with another token", { ...cookie, "x-csrf-token": "csrf-of-s2" }, 403],
    ["from another site", { ...cookie, ...csrf, origin: "https://evil.example" }, 403],
    ["from an opaque origin", { ...cookie, ...csrf, origin: "null" }, 403],
    ["from a sibling domain", { ...cookie, ...csrf, "sec-fetch-site": "same-site" }, 403],
    ["said to be cross-site", { ...cookie, ...csrf, "sec-fetch-site": "cross-site" }, 403],
    ["with an ended session", { cookie: "cellplane_session=old", ...csrf }, 401],
    [
      "with two session cookies",
      { cookie: "cellplane_session=session-value; cellplane_session=x", ...csrf },
      401,
    ],
    [
      "with the cookie of the other scheme",
      { cookie: "__Host-cellplane_session=session-value", ...csrf },
      401,
    ],
  ])("a change with a session %s", async (_, headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  test("reading needs no token", async () => {
    const answer = await send("GET", "/cloud/namespaces/a.b", { key: null, headers: cookie });
    expect(answer.status).toBe(200);
  });

  test("no origin is ever allowed to read across sites", async () => {
    const answer = await send("GET", "/cloud/namespaces/a.b", {
      headers: { origin: "https://evil.example" },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("rate limits", () => {
  test("a principal over its budget is told so in Temporal Cloud's words, and others are not affected", async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => send("GET", "/cloud/namespaces/a.b", { key: "reader-key" })),
    );
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.text).toContain(
      "rate limit exceeded for principal type=user, id=reader, please retry later",
    );
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await send("GET", "/cloud/namespaces/a.b")).status).toBe(200);
  });
});
