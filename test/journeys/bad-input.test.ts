// Wrong and hostile input at every public endpoint of one running cloud: each gets a specific error in the protocol's
// own form, soon, without a word about our insides, and leaves nothing half made.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { eventually } from "../harness/eventually.ts";
import { frameOf } from "#wire";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import {
  CLOUD_SERVICE,
  encode,
  GrpcCaller,
  pathOf,
  WORKFLOW_SERVICE,
  type GrpcAnswer,
} from "./grpc-caller.ts";
import { newTenant, type Tenant } from "./tenant.ts";

const FIVE_MB = 5 * 1024 * 1024;
const REQUEST_LIMIT_MS = 15_000;
const INSIDES = /\bat .+\(|node_modules|\.ts:|\.js:|prisma|postgres|select .* from/i;

let cloud: Command;
let base: string;
let own: Tenant;
let other: Tenant;
let api: GrpcCaller;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  base = apiAddressOf(cloud);
  [own, other] = await Promise.all([newTenant(cloud), newTenant(cloud)]);
  own.customer.useApiKey(own.token);
  api = new GrpcCaller(base, {}, { authorization: `Bearer ${own.token}` });
});
afterAll(async () => {
  api.close();
  own.close();
  other.close();
  await cloud.stop();
});

const saying = (message: string | RegExp): unknown =>
  typeof message === "string" ? expect.stringContaining(message) : expect.stringMatching(message);
const errorBody = z.object({ code: z.number(), message: z.string().min(5), details: z.array(z.object({})) });

interface RestCase {
  method?: string;
  path: string;
  /** Text and bytes go out as they are, all else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  anonymous?: boolean;
}

async function rest(given: RestCase): Promise<{ status: number; code: number; message: string }> {
  const { body } = given;
  const raw =
    body === undefined || typeof body === "string" || body instanceof Uint8Array
      ? body
      : JSON.stringify(body);
  const response = await fetch(base + given.path, {
    method: given.method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(given.anonymous === true ? {} : { authorization: `Bearer ${own.token}` }),
      ...given.headers,
    },
    ...(raw === undefined ? {} : { body: raw }),
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  });
  const text = await response.text();
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(text).not.toMatch(INSIDES);
  const { code, message } = errorBody.parse(JSON.parse(text));
  return { status: response.status, code, message };
}

const spec = (more: object = {}): { spec: object } => ({
  spec: {
    name: "half-made",
    regions: ["aws-us-east-1"],
    retentionDays: 1,
    apiKeyAuth: { enabled: true },
    ...more,
  },
});
const create = (more: object): RestCase => ({ path: "/cloud/namespaces", body: spec(more) });
const certificate = (csrPem: string): RestCase => ({
  path: "/api/v1/certificates",
  body: { spec: { namespace: own.namespace, csrPem, displayName: "half-made" } },
});
const apiKey = (more: object): RestCase => ({
  path: "/cloud/api-keys",
  body: {
    spec: {
      ownerId: "nobody",
      ownerType: "OWNER_TYPE_USER",
      displayName: "half-made",
      expiryTime: new Date(Date.now() + 86_400_000).toISOString(),
      ...more,
    },
  },
});
const xml = { "content-type": "application/xml" };

describe("REST", () => {
  test.each<[string, () => RestCase, number, string | RegExp]>([
    ["a taken name", () => create({ name: own.namespace.split(".")[0] }), 409, /named .* already/],
    ["an unknown region", () => create({ regions: ["aws-moon-1"] }), 400, 'there is no region "aws-moon-1"'],
    ["3000 regions", () => create({ regions: Array(3_000).fill("aws-us-east-1") }), 400, "at most 2 regions"],
    ["a name in capitals", () => create({ name: "ORDERS" }), 400, "spec.name"],
    ["a name with U+0000", () => create({ name: "a\0b" }), 400, "U+0000"],
    ["retention of a million days", () => create({ retentionDays: 1_000_000 }), 400, "between 1 and 90 days"],
    ["no way to connect", () => create({ apiKeyAuth: { enabled: false } }), 400, "nobody could connect"],
    [
      "a CA that is none",
      () => create({ mtlsAuth: { enabled: true, acceptedClientCa: "aGVsbG8=" } }),
      400,
      "no CERTIFICATE block",
    ],
    ["bytes that are not base64", () => create({ mtlsAuth: { acceptedClientCa: "!!" } }), 400, "base64"],
    [
      "a wrong enum value",
      () => create({ searchAttributes: { a: "SEARCH_ATTRIBUTE_TYPE_DOG" } }),
      400,
      "must be one of",
    ],
    ["an unknown field", () => create({ colour: "red" }), 400, "spec.colour: is not a field"],
    [
      "1000 search attributes",
      () =>
        create({
          searchAttributes: Object.fromEntries(
            Array.from({ length: 1_000 }, (_, i) => [`a${i}`, "SEARCH_ATTRIBUTE_TYPE_INT"]),
          ),
        }),
      400,
      "at most",
    ],
    ["a body of 5 MB", () => create({ name: "a".repeat(FIVE_MB) }), 413, "more than 4194304 bytes"],
    [
      "malformed JSON",
      () => ({ path: "/cloud/namespaces", body: '{"spec":' }),
      400,
      "malformed JSON at character 8",
    ],
    [
      "JSON nested without end",
      () => ({ path: "/cloud/namespaces", body: "[".repeat(100_000) }),
      400,
      "nesting deeper",
    ],
    [
      "a body that is not UTF-8",
      () => ({ path: "/cloud/namespaces", body: Buffer.from([0x22, 0xff]) }),
      400,
      "UTF-8",
    ],
    [
      "no body",
      () => ({ method: "POST", path: "/cloud/namespaces" }),
      400,
      "the body must be a JSON document",
    ],
    [
      "a wrong content type",
      () => ({ path: "/cloud/namespaces", body: "<a/>", headers: xml }),
      415,
      "application/json",
    ],
    ["an unknown path", () => ({ path: "/cloud/nothing" }), 404, "nothing at this path"],
    ["a path that is no URL", () => ({ path: "/cloud/namespaces/%zz" }), 400, "not a valid URL path"],
    ["a path with U+0000", () => ({ path: "/cloud/namespaces/%00" }), 400, "U+0000"],
    ["an unknown method", () => ({ method: "PUT", path: "/cloud/namespaces" }), 405, "use GET, POST"],
    ["a made-up page token", () => ({ path: "/cloud/namespaces?pageToken=x" }), 400, "page_token"],
    [
      "a page token of another list",
      () => ({ path: "/api/v1/certificates?pageToken=AAAA" }),
      400,
      "page_token",
    ],
    ["a negative page", () => ({ path: "/cloud/namespaces?pageSize=-1" }), 400, "must not be negative"],
    [
      "an unknown parameter",
      () => ({ path: "/cloud/namespaces?colour=red" }),
      400,
      "unknown query parameter",
    ],
    [
      "a namespace of another account",
      () => ({ path: `/cloud/namespaces/${other.namespace}` }),
      404,
      "no namespace with this id",
    ],
    [
      "deleting another's namespace",
      () => ({ method: "DELETE", path: `/cloud/namespaces/${other.namespace}?resourceVersion=1` }),
      404,
      "no namespace with this id",
    ],
    [
      "updating another's namespace",
      () => ({ path: `/cloud/namespaces/${other.namespace}`, body: { ...spec(), resourceVersion: "1" } }),
      404,
      "no namespace with this id",
    ],
    [
      "an operation of another account",
      () => ({ path: `/cloud/operations/${other.operationId}` }),
      404,
      "no asynchronous operation",
    ],
    [
      "a key of another account",
      () => ({ method: "DELETE", path: `/cloud/api-keys/${other.keyId}?resourceVersion=1` }),
      404,
      "no API key",
    ],
    [
      "revoking another's certificate",
      () => ({ path: `/api/v1/certificates/${other.certificate.certificateId}/revoke`, body: {} }),
      404,
      "no certificate",
    ],
    [
      "another's usage",
      () => ({ path: `/api/v1/usage-report.csv?namespace=${other.namespace}` }),
      404,
      "no namespace",
    ],
    [
      "an outdated version",
      () => ({ path: `/cloud/namespaces/${own.namespace}`, body: { ...spec(), resourceVersion: "99" } }),
      412,
      "read it again",
    ],
    ["a CSR that is none", () => certificate("hello"), 400, "CERTIFICATE REQUEST"],
    [
      "a CSR of zeros",
      () => certificate("-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n"),
      400,
      "not a PKCS #10",
    ],
    ["a private key as CSR", () => certificate(own.certificate.keyPem), 400, "contains a private key"],
    [
      "a key that has expired",
      () => apiKey({ expiryTime: "2020-01-01T00:00:00Z" }),
      400,
      "must be in the future",
    ],
    ["a key of another's user", () => apiKey({ ownerId: other.accountId }), 404, "no such owner"],
    ["a key of a dog", () => apiKey({ ownerType: "OWNER_TYPE_DOG" }), 400, "must be one of"],
    [
      "registering a cell",
      () => ({ path: "/api/v1/cells", body: { spec: { cellId: "evil" } } }),
      403,
      "does not allow",
    ],
    ["no credentials", () => ({ path: "/cloud/namespaces", anonymous: true }), 401, "needs credentials"],
    [
      "a forged key",
      () => ({ path: "/cloud/namespaces", headers: { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." } }),
      401,
      "key is not valid",
    ],
    [
      "a wrong password",
      () => ({
        path: "/api/v1/sessions",
        body: { email: "no@example.com", password: "wrong wrong" },
        anonymous: true,
      }),
      401,
      "not right",
    ],
    [
      "a used-up link",
      () => ({ path: "/api/v1/verify-email", body: { token: "abc" }, anonymous: true }),
      400,
      "not valid any more",
    ],
    [
      "a short password",
      () => ({ path: "/api/v1/sign-up", body: { email: "n@example.com", password: "x" }, anonymous: true }),
      400,
      "at least 8",
    ],
  ])("%s is refused", async (_, given, status, message) => {
    const answer = await rest(given());

    expect(answer).toMatchObject({ status, message: saying(message) });
  });

  test.each(["/", "/docs", "/cloud/namespaces", "/nothing", "/cloud/namespaces/%zz"])(
    "HEAD %s is answered without a body",
    async (path) => {
      const headers = { authorization: `Bearer ${own.token}` };
      const [head, get] = await Promise.all(
        ["HEAD", "GET"].map((method) => fetch(base + path, { method, headers })),
      );

      expect(head?.status).toBe(get?.status);
      expect(await head?.text()).toBe("");
    },
  );
});

const frameOfBytes = (...bytes: number[]): Buffer => frameOf(Uint8Array.from(bytes));
const getNamespaces = pathOf(CLOUD_SERVICE, "GetNamespaces");
const grpcSpec = {
  name: "half-made",
  regions: ["aws-us-east-1"],
  retentionDays: 1,
  apiKeyAuth: { enabled: true },
};
const createByGrpc = (more: object): Promise<GrpcAnswer> =>
  api.call(CLOUD_SERVICE, "CreateNamespace", { spec: { ...grpcSpec, ...more } });

describe("gRPC", () => {
  test.each<[string, () => Promise<GrpcAnswer>, number, string | RegExp]>([
    ["a taken name", () => createByGrpc({ name: own.namespace.split(".")[0] }), 6, "already"],
    ["an unknown region", () => createByGrpc({ regions: ["aws-moon-1"] }), 3, "there is no region"],
    ["a message of 5 MB", () => createByGrpc({ name: "a".repeat(FIVE_MB) }), 8, "at most 4194304"],
    [
      "malformed protobuf",
      () => api.send(pathOf(CLOUD_SERVICE, "CreateNamespace"), frameOfBytes(0x0a, 0xff, 0xff)),
      3,
      "not a valid CreateNamespaceRequest",
    ],
    [
      "text that is not UTF-8",
      () => api.send(pathOf(CLOUD_SERVICE, "GetNamespace"), frameOfBytes(0x0a, 1, 0xff)),
      3,
      "not a valid GetNamespaceRequest",
    ],
    [
      "a frame that lies about its length",
      () => api.send(getNamespaces, Buffer.from([0, 255, 255, 255, 255])),
      8,
      "at most",
    ],
    ["half a frame", () => api.send(getNamespaces, Buffer.from([0, 0])), 3, "middle of a message"],
    ["no message", () => api.send(getNamespaces, Buffer.alloc(0)), 12, "exactly one request"],
    [
      "an unknown method",
      () => api.send(pathOf(CLOUD_SERVICE, "Nope"), frameOfBytes()),
      12,
      "unknown method",
    ],
    [
      "another content type",
      () => api.send(getNamespaces, frameOfBytes(), { "content-type": "application/grpc+json" }),
      12,
      "application/grpc",
    ],
    [
      "a wrong deadline",
      () => api.send(getNamespaces, frameOfBytes(), { "grpc-timeout": "soon" }),
      3,
      "grpc-timeout",
    ],
    [
      "no credentials",
      () => api.send(getNamespaces, frameOfBytes(), { authorization: "" }),
      16,
      /credentials|authorization/,
    ],
    [
      "a made-up page token",
      () => api.call(CLOUD_SERVICE, "GetNamespaces", { pageToken: "x" }),
      3,
      "page_token",
    ],
    ["U+0000", () => api.call(CLOUD_SERVICE, "GetNamespace", { namespace: "a\0" }), 3, "U+0000"],
    [
      "a namespace of another account",
      () => api.call(CLOUD_SERVICE, "GetNamespace", { namespace: other.namespace }),
      5,
      "no namespace with this id",
    ],
    [
      "our own directory",
      () => api.send("/cellplane.directory.v1.DirectoryService/GetDirectory", frameOfBytes()),
      16,
      "internal",
    ],
  ])("%s is refused", async (_, call, status, message) => {
    const answer = await call();

    expect(answer).toMatchObject({ http: 200, status, message: saying(message) });
    expect(answer.message).not.toMatch(INSIDES);
  });
});

const describeNamespace = (caller: GrpcCaller, namespace: string, header?: string): Promise<GrpcAnswer> =>
  caller.call(
    WORKFLOW_SERVICE,
    "DescribeNamespace",
    { namespace },
    header === undefined ? {} : { "temporal-namespace": header },
  );
const start = (more: object): Promise<GrpcAnswer> =>
  own.byKey.call(WORKFLOW_SERVICE, "StartWorkflowExecution", {
    namespace: own.namespace,
    workflowId: "half-made",
    workflowType: { name: "order" },
    taskQueue: { name: "orders" },
    requestId: "half-made",
    ...more,
  });
const startPath = pathOf(WORKFLOW_SERVICE, "StartWorkflowExecution");
const badTail = (): Buffer =>
  frameOf(
    Buffer.concat([
      encode(WORKFLOW_SERVICE, "StartWorkflowExecution", { namespace: own.namespace }),
      Buffer.from([0x12, 0xff, 0xff]),
    ]),
  );
const list = (more: object): Promise<GrpcAnswer> =>
  own.byKey.call(WORKFLOW_SERVICE, "ListWorkflowExecutions", { namespace: own.namespace, ...more });

describe("the gateway", () => {
  test.each<[string, () => Promise<GrpcAnswer>, number, string | RegExp]>([
    [
      "another's namespace in the request, by key",
      () => describeNamespace(own.byKey, other.namespace),
      7,
      "unauthorized",
    ],
    [
      "another's namespace in the request, by certificate",
      () => describeNamespace(own.byCertificate, other.namespace),
      7,
      "unauthorized",
    ],
    [
      "a certificate from another tenant's CA",
      () => describeNamespace(other.byCertificate, own.namespace),
      7,
      "unauthorized",
    ],
    [
      "another's namespace in the header",
      () => describeNamespace(own.byKey, own.namespace, other.namespace),
      3,
      "differ",
    ],
    [
      "another's namespace in both",
      () => describeNamespace(own.byKey, other.namespace, other.namespace),
      7,
      "unauthorized",
    ],
    ["a namespace that is not there", () => describeNamespace(own.byKey, "nope.abcde"), 7, "unauthorized"],
    ["no namespace", () => describeNamespace(own.byKey, ""), 3, "Namespace not set"],
    [
      "no credentials",
      () =>
        own.byKey.call(
          WORKFLOW_SERVICE,
          "DescribeNamespace",
          { namespace: own.namespace },
          { authorization: "" },
        ),
      16,
      /API key|authorization/,
    ],
    [
      "a garbled key",
      () =>
        own.byKey.call(
          WORKFLOW_SERVICE,
          "DescribeNamespace",
          { namespace: own.namespace },
          { authorization: "Bearer x" },
        ),
      16,
      "key is not valid",
    ],
    [
      "a payload of 5 MB",
      () => start({ input: { payloads: [{ data: Buffer.alloc(FIVE_MB) }] } }),
      8,
      "larger than the limit",
    ],
    [
      "malformed protobuf",
      () => own.byKey.send(startPath, frameOf(Buffer.alloc(50, 0xff))),
      3,
      "not a valid message",
    ],
    [
      "a request that breaks off after its namespace",
      () => own.byKey.send(startPath, badTail()),
      3,
      "not a valid message",
    ],
    ["a workflow id with U+0000", () => start({ workflowId: "a\0" }), 3, "U+0000"],
    ["no workflow type", () => start({ workflowType: {} }), 3, "WorkflowType is not set"],
    ["a negative timeout", () => start({ workflowRunTimeout: { seconds: -1 } }), 3, "negative duration"],
    [
      "an unknown search attribute",
      () => start({ searchAttributes: { indexedFields: { Nope: { data: Buffer.from("1") } } } }),
      3,
      "Nope",
    ],
    ["a made-up page token", () => list({ nextPageToken: Buffer.from("x") }), 3, "Invalid NextPageToken"],
    ["a query that is none", () => list({ query: "DROP TABLE x" }), 3, "invalid query"],
    ["a query of 100 KB", () => list({ query: "(".repeat(100_000) }), 3, "invalid query"],
    [
      "a made-up task token",
      () =>
        own.byKey.call(WORKFLOW_SERVICE, "RespondWorkflowTaskCompleted", {
          namespace: own.namespace,
          taskToken: Buffer.from("x"),
        }),
      3,
      "task token",
    ],
    [
      "an unknown method",
      () => own.byKey.send(pathOf(WORKFLOW_SERVICE, "Nope"), frameOfBytes()),
      12,
      "no method",
    ],
    ["the control plane's service", () => own.byKey.send(getNamespaces, frameOfBytes()), 12, "no method"],
    [
      "the cell's own control",
      () => own.byKey.send("/cellplane.cell.v1.CellControlService/ReadCounters", frameOfBytes()),
      12,
      "no method",
    ],
    [
      "registering a namespace",
      () => own.byKey.call(WORKFLOW_SERVICE, "RegisterNamespace", { namespace: "evil" }),
      7,
      "Cloud Ops API",
    ],
  ])("%s is refused", async (_, call, status, message) => {
    const answer = await call();

    expect(answer).toMatchObject({ http: 200, status, message: saying(message) });
    expect(answer.message).not.toMatch(INSIDES);
  });

  test("JSON at a path that only gRPC has is refused as HTTP says it", async () => {
    const answer = await own.byKey.send(startPath, frameOfBytes(), { "content-type": "application/json" });

    expect(answer.http).toBe(404);
  });
});

const made = z.object({
  namespaces: z.array(z.object({ namespace: z.string() })).default([]),
  apiKeys: z.array(z.object({ id: z.string() })).default([]),
  certificates: z.array(z.object({ certificateId: z.string() })).default([]),
});
const logs = z.object({
  logs: z.array(z.object({ status: z.string().default(""), operation: z.string().default("") })).default([]),
});

// Last: it looks at what all the cases above have left.
test("nothing of it is half made: what the account holds is what it made itself, and refusals are in its audit log", async () => {
  const namespaces = await own.customer.get("/cloud/namespaces", made);
  const keys = await own.customer.get("/cloud/api-keys", made);
  const certificates = await own.customer.get("/api/v1/certificates", made);
  const audit = await eventually(async () => {
    const { logs: records } = await own.customer.get("/cloud/audit-logs?pageSize=1000", logs);
    return records.length > 0 ? records : undefined;
  });
  const executions = await own.byKey.answer<{ count?: unknown }>(
    WORKFLOW_SERVICE,
    "CountWorkflowExecutions",
    {
      namespace: own.namespace,
    },
  );

  expect(namespaces.namespaces.map(({ namespace }) => namespace)).toEqual([own.namespace]);
  expect(keys.apiKeys.map(({ id }) => id)).toEqual([own.keyId]);
  expect(certificates.certificates.map((one) => one.certificateId)).toEqual([own.certificate.certificateId]);
  expect(Number(executions.count)).toBe(0);
  expect(audit.some(({ operation, status }) => operation === "CreateNamespace" && status !== "OK")).toBe(
    true,
  );
  expect(other.namespace).not.toBe(own.namespace);
});
