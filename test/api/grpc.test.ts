// The gRPC server of the API, seen by an official client, by Node's HTTP/2 client and by hand-made frames.
import http2 from "node:http2";
import { gzipSync } from "node:zlib";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codecOf, type temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { startFakeApi, type FakeApi } from "./fake-api.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1";
const PATH = `/${CLOUD}.CloudService`;
const getRequest = codecOf<temporal.api.cloud.cloudservice.v1.IGetNamespaceRequest>(
  `${CLOUD}.GetNamespaceRequest`,
);
const getResponse = codecOf<{ namespace: { namespace: string; spec: { retentionDays: number } } }>(
  `${CLOUD}.GetNamespaceResponse`,
);

let api: FakeApi;
beforeAll(async () => {
  api = await startFakeApi();
});
afterAll(() => api.stop());

function call(
  address: string,
  path: string,
  request: Uint8Array,
  options: { key?: string; deadlineMs?: number; credentials?: grpc.ChannelCredentials; gzip?: boolean } = {},
): Promise<{ bytes?: Buffer; error?: grpc.ServiceError }> {
  const client = new grpc.Client(address, options.credentials ?? grpc.credentials.createInsecure(), {
    ...(options.gzip === true ? { "grpc.default_compression_algorithm": 2 } : {}),
  });
  const metadata = new grpc.Metadata();
  if (options.key !== undefined) metadata.set("authorization", `Bearer ${options.key}`);
  const deadline = options.deadlineMs === undefined ? {} : { deadline: Date.now() + options.deadlineMs };
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      path,
      (bytes: Buffer) => bytes,
      (bytes: Buffer) => bytes,
      Buffer.from(request),
      metadata,
      deadline,
      (error, bytes) => {
        client.close();
        resolve({ ...(error === null ? {} : { error }), ...(bytes === undefined ? {} : { bytes }) });
      },
    );
  });
}

const request = getRequest.encode({ namespace: "shop.acct1" });

describe("an official client", () => {
  test.each(["plaintext", "TLS"])("calls an operation over %s", async (kind) => {
    const isTls = kind === "TLS";
    const address = isTls ? `localhost:${new URL(api.tlsUrl).port}` : api.address;
    const answer = await call(address, `${PATH}/GetNamespace`, request, {
      key: "owner-key",
      ...(isTls ? { credentials: grpc.credentials.createSsl(Buffer.from(api.ca)) } : {}),
    });
    expect(getResponse.decode(answer.bytes ?? Buffer.alloc(0)).namespace).toMatchObject({
      namespace: "shop.acct1",
      spec: { retentionDays: 7 },
    });
  });

  test("sends compressed requests", async () => {
    const answer = await call(api.address, `${PATH}/GetNamespace`, request, { key: "owner-key", gzip: true });
    expect(answer.error).toBeUndefined();
  });

  test.each([
    ["without credentials", "GetNamespace", undefined, grpc.status.UNAUTHENTICATED, "needs credentials"],
    ["with a bad key", "GetNamespace", "nobody", grpc.status.UNAUTHENTICATED, "not valid"],
    [
      "without permission",
      "DeleteNamespace",
      "reader-key",
      grpc.status.PERMISSION_DENIED,
      "cloud.namespace.delete",
    ],
    [
      "to an rpc without a row",
      "GetUsers",
      "owner-key",
      grpc.status.UNIMPLEMENTED,
      "GetUsers is not implemented",
    ],
    ["to an unknown rpc", "Nope", "owner-key", grpc.status.UNIMPLEMENTED, "unknown method"],
    ["that fails unexpectedly", "GetRegions", "owner-key", grpc.status.INTERNAL, "An internal error"],
    ["with text in the error", "GetRegion", "owner-key", grpc.status.UNAVAILABLE, "bad luck: 100 %, déjà vu"],
  ])("is refused %s", async (_, method, key, code, text) => {
    const { error } = await call(
      api.address,
      `${PATH}/${method}`,
      new Uint8Array(),
      key === undefined ? {} : { key },
    );
    expect(error?.code).toBe(code);
    expect(error?.details).toContain(text);
    expect(error?.details).not.toContain("select");
  });

  test("learns from the details when to try again", async () => {
    const { error } = await call(api.address, `${PATH}/GetRegion`, new Uint8Array(), { key: "owner-key" });
    const [details] = error?.metadata.get("grpc-status-details-bin") ?? [];
    const status = codecOf<{ details: { type_url: string }[] }>("google.rpc.Status").decode(
      details as Buffer,
    );
    expect(status.details[0]?.type_url).toContain("google.rpc.RetryInfo");
  });

  test("gets DEADLINE_EXCEEDED, and the operation sees its signal abort", async () => {
    api.aborted.length = 0;
    const { error } = await call(api.address, `${PATH}/GetAccount`, new Uint8Array(), {
      key: "owner-key",
      deadlineMs: 200,
    });
    expect(error?.code).toBe(grpc.status.DEADLINE_EXCEEDED);
    await eventually(() => api.aborted.length === 1);
  });

  test("sends a malformed message and is told so", async () => {
    const { error } = await call(
      api.address,
      `${PATH}/GetNamespace`,
      Buffer.from([0x0a, 0xff, 0xff, 0xff, 0x7f]),
      {
        key: "owner-key",
      },
    );
    expect(error?.code).toBe(grpc.status.INVALID_ARGUMENT);
    expect(error?.details).toContain("not a valid GetNamespaceRequest");
  });

  test("sends 5 MB and gets RESOURCE_EXHAUSTED", async () => {
    const { error } = await call(api.address, `${PATH}/GetNamespace`, Buffer.alloc(5_000_000), {
      key: "owner-key",
    });
    expect(error?.code).toBe(grpc.status.RESOURCE_EXHAUSTED);
  });

  test("asks for health", async () => {
    const answer = await call(api.address, "/grpc.health.v1.Health/Check", new Uint8Array());
    expect([...(answer.bytes ?? [])]).toEqual([8, 1]);
  });
});

interface RawAnswer {
  headers: http2.IncomingHttpHeaders;
  trailers: http2.IncomingHttpHeaders;
  body: Buffer;
}

/** One HTTP/2 request with exactly these headers and bytes. */
async function raw(headers: http2.OutgoingHttpHeaders, body: Buffer): Promise<RawAnswer> {
  const session = http2.connect(api.url);
  try {
    return await new Promise<RawAnswer>((resolve, reject) => {
      const stream = session.request(
        {
          ":method": "POST",
          ":path": `${PATH}/GetNamespace`,
          "content-type": "application/grpc",
          te: "trailers",
          authorization: "Bearer owner-key",
          ...headers,
        },
        { endStream: false },
      );
      const answer: RawAnswer = { headers: {}, trailers: {}, body: Buffer.alloc(0) };
      stream.on("response", (received) => (answer.headers = received));
      stream.on("trailers", (received) => (answer.trailers = received));
      stream.on("data", (chunk: Buffer) => (answer.body = Buffer.concat([answer.body, chunk])));
      stream.on("end", () => resolve(answer));
      stream.on("error", reject);
      session.on("error", reject);
      stream.end(body);
    });
  } finally {
    session.close();
  }
}

function frame(message: Uint8Array, flag = 0): Buffer {
  const prefix = Buffer.alloc(5);
  prefix[0] = flag;
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

const statusOf = (answer: RawAnswer): string =>
  String(answer.trailers["grpc-status"] ?? answer.headers["grpc-status"]);

describe("hand-made calls", () => {
  test("a good one has its status in the trailers and a request id in the headers", async () => {
    const answer = await raw({}, frame(request));
    expect(answer.headers[":status"]).toBe(200);
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.trailers["grpc-status"]).toBe("0");
  });

  const bomb = gzipSync(Buffer.alloc(50_000_000));
  test.each<[string, http2.OutgoingHttpHeaders, Buffer, number]>([
    ["a compression bomb", { "grpc-encoding": "gzip" }, frame(bomb, 1), grpc.status.RESOURCE_EXHAUSTED],
    ["bad gzip", { "grpc-encoding": "gzip" }, frame(Buffer.from("xx"), 1), grpc.status.INVALID_ARGUMENT],
    ["unknown compression", { "grpc-encoding": "snappy" }, frame(request, 1), grpc.status.UNIMPLEMENTED],
    ["an impossible flag", {}, frame(request, 7), grpc.status.INVALID_ARGUMENT],
    ["half a message", {}, frame(request).subarray(0, 8), grpc.status.INVALID_ARGUMENT],
    ["a length of 4 GB", {}, Buffer.from([0, 255, 255, 255, 255]), grpc.status.RESOURCE_EXHAUSTED],
    ["no message", {}, Buffer.alloc(0), grpc.status.UNIMPLEMENTED],
    ["two messages", {}, Buffer.concat([frame(request), frame(request)]), grpc.status.UNIMPLEMENTED],
    ["a malformed timeout", { "grpc-timeout": "soon" }, frame(request), grpc.status.INVALID_ARGUMENT],
    ["a timeout of zero", { "grpc-timeout": "0m" }, frame(request), grpc.status.DEADLINE_EXCEEDED],
    ["gRPC in JSON", { "content-type": "application/grpc+json" }, frame(request), grpc.status.UNIMPLEMENTED],
    ["GET", { ":method": "GET" }, Buffer.alloc(0), grpc.status.UNIMPLEMENTED],
  ])("%s is refused with its status", async (_, headers, body, code) => {
    const answer = await raw(headers, body);
    expect(statusOf(answer)).toBe(String(code));
  });

  test("a cancelled call frees its stream and aborts its operation", async () => {
    api.aborted.length = 0;
    api.started.length = 0;
    const session = http2.connect(api.url);
    const stream = session.request({
      ":method": "POST",
      ":path": `${PATH}/GetAccount`,
      "content-type": "application/grpc",
      authorization: "Bearer owner-key",
    });
    stream.on("error", () => undefined);
    stream.end(frame(new Uint8Array()));
    await eventually(() => api.started.length === 1);
    stream.close(http2.constants.NGHTTP2_CANCEL);
    await eventually(() => api.aborted.length === 1);
    session.close();
  });

  test("JSON and gRPC share one connection, told apart by content type", async () => {
    const answer = await raw(
      { "content-type": "application/json", ":path": "/cloud/namespaces" },
      Buffer.from("{}"),
    );
    expect(answer.headers[":status"]).toBe(200);
    expect(answer.body.toString()).toContain("asyncOperation");
  });
});
