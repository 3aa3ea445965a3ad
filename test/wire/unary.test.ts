// Unary gRPC over wire with the clients people have (node:http2, grpc-js) and our own, over TCP and a unix socket.
import { createHash } from "node:crypto";
import { connect, constants, type ClientHttp2Session } from "node:http2";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CloudError } from "#shared/errors";
import { createGrpcClient } from "#shared/grpc-client";
import type { UnaryCall, UnaryHandler } from "#shared/grpc";
import { createUnaryClient, frameOf, listenUnary, type Listener } from "#wire";
import { eventually } from "#harness/eventually";

let listener: Listener;
let waiting: UnaryCall | undefined;
const bugs: string[] = [];

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Says another size at its end than it has. */
function lying(gzip: Buffer, bytes: number): Buffer {
  gzip.writeUInt32LE(bytes, gzip.length - 4);
  return gzip;
}

const table = new Map<string, UnaryHandler>([
  ["/t.T/Echo", (_call, request) => Promise.resolve(request)],
  ["/t.T/Metadata", (call) => Promise.resolve(Buffer.from(JSON.stringify(call.metadata)))],
  ["/t.T/Size", (_call, request) => Promise.resolve(Buffer.from(String(request.length)))],
  ["/t.T/Big", (_call, request) => Promise.resolve(Buffer.alloc(Number(Buffer.from(request).toString()), 7))],
  ["/t.T/Digest", (_call, request) => Promise.resolve(Buffer.from(digestOf(request)))],
  [
    "/t.T/Refuse",
    () =>
      Promise.reject(
        new CloudError("RESOURCE_EXHAUSTED", "Zu viele Anfragen: später 100%", {
          retryAfterMs: 1500,
          details: [{ typeName: "t.Detail", value: Buffer.from([8, 1]) }],
        }),
      ),
  ],
  ["/t.T/Bug", () => Promise.reject(new TypeError("secret detail"))],
  [
    "/t.T/Wait",
    (call) => {
      waiting = call;
      return new Promise((_resolve, reject) => {
        call.signal.addEventListener("abort", () => reject(new CloudError("CANCELLED", "gone")));
      });
    },
  ],
]);

beforeAll(async () => {
  listener = await listenUnary({
    address: "127.0.0.1:0",
    table,
    onBug: (error) => bugs.push(error.internalDetail ?? ""),
  });
});

afterAll(async () => {
  await listener.stop(1000);
});

interface Answer {
  headers: Record<string, unknown>;
  trailers: Record<string, unknown>;
  body: Buffer;
}

function request(
  session: ClientHttp2Session,
  headers: Record<string, string>,
  body: Buffer | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ":method": "POST",
      "content-type": "application/grpc",
      te: "trailers",
      ...headers,
    });
    const answer: Answer = { headers: {}, trailers: {}, body: Buffer.alloc(0) };
    const parts: Buffer[] = [];
    stream.on("response", (received) => (answer.headers = received));
    stream.on("trailers", (received) => (answer.trailers = received));
    stream.on("data", (chunk: Buffer) => parts.push(chunk));
    stream.on("end", () => resolve({ ...answer, body: Buffer.concat(parts) }));
    stream.on("error", reject);
    stream.end(body);
  });
}

describe("node:http2 as client", () => {
  let session: ClientHttp2Session;
  beforeAll(() => {
    session = connect(`http://${listener.address}`);
  });
  afterAll(() => session.destroy());

  test("a message comes back with status 0", async () => {
    const answer = await request(session, { ":path": "/t.T/Echo" }, frameOf(Buffer.from("hello")));
    expect(answer.headers[":status"]).toBe(200);
    expect(answer.body.subarray(5).toString()).toBe("hello");
    expect(answer.trailers["grpc-status"]).toBe("0");
  });

  test("a thousand calls at once are answered each with its own message", async () => {
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        request(session, { ":path": "/t.T/Echo" }, frameOf(Buffer.from(`n${String(index)}`))),
      ),
    );
    expect(answers.map((answer) => answer.body.subarray(5).toString())).toEqual(
      answers.map((_, index) => `n${String(index)}`),
    );
  });

  test.each([0, 6, 300, 70_000, 4 * 1024 * 1024])("a gzip message of %i bytes is inflated", async (bytes) => {
    const message = Buffer.alloc(bytes, "packed");
    const headers = { ":path": "/t.T/Digest", "grpc-encoding": "gzip" };
    const answer = await request(session, headers, packed(gzipSync(message)));
    expect(answer.body.subarray(5).toString()).toBe(digestOf(message));
  });

  test.each([
    ["an unknown method", { ":path": "/t.T/None" }, frameOf(Buffer.alloc(0)), "12"],
    ["an unknown encoding", { ":path": "/t.T/Echo", "grpc-encoding": "br" }, packed(Buffer.alloc(3)), "12"],
    ["broken gzip", { ":path": "/t.T/Echo", "grpc-encoding": "gzip" }, packed(Buffer.alloc(3)), "13"],
    [
      "a gzip bomb",
      { ":path": "/t.T/Echo", "grpc-encoding": "gzip" },
      packed(gzipSync(Buffer.alloc(50e6))),
      "8",
    ],
    [
      "gzip that says less than it holds",
      { ":path": "/t.T/Echo", "grpc-encoding": "gzip" },
      packed(lying(gzipSync(Buffer.alloc(1e6)), 0)),
      "13",
    ],
    [
      "gzip that says more than it holds",
      { ":path": "/t.T/Echo", "grpc-encoding": "gzip" },
      packed(lying(gzipSync(Buffer.alloc(10)), 0xffff_ffff)),
      "13",
    ],
    ["no message", { ":path": "/t.T/Echo" }, undefined, "13"],
    ["half a message", { ":path": "/t.T/Echo" }, frameOf(Buffer.alloc(9)).subarray(0, 7), "13"],
    [
      "two messages",
      { ":path": "/t.T/Echo" },
      Buffer.concat([frameOf(Buffer.alloc(9)), frameOf(Buffer.alloc(9))]),
      "13",
    ],
    ["a malformed timeout", { ":path": "/t.T/Echo", "grpc-timeout": "soon" }, frameOf(Buffer.alloc(1)), "13"],
  ])("%s is refused with a status", async (_name, headers, body, status) => {
    const answer = await request(session, headers, body);
    expect(answer.headers[":status"]).toBe(200);
    expect(answer.headers["grpc-status"]).toBe(status);
  });

  test("what is not gRPC gets 415", async () => {
    const answer = await request(
      session,
      { ":path": "/", "content-type": "text/html" },
      Buffer.from("<html>"),
    );
    expect(answer.headers[":status"]).toBe(415);
  });

  test("a 5 MB message is refused before it has been read", async () => {
    const answer = await request(session, { ":path": "/t.T/Echo" }, frameOf(Buffer.alloc(5e6)));
    expect(answer.headers["grpc-status"]).toBe("8");
  });

  test("a cancelled stream aborts its call", async () => {
    waiting = undefined;
    const stream = session.request({
      ":method": "POST",
      ":path": "/t.T/Wait",
      "content-type": "application/grpc",
    });
    stream.on("error", () => undefined);
    stream.end(frameOf(Buffer.alloc(0)));
    const call = await eventually(() => waiting);
    stream.close(constants.NGHTTP2_CANCEL);
    await eventually(() => call.signal.aborted);
  });
});

function packed(bytes: Buffer): Buffer {
  const frame = frameOf(bytes);
  frame[0] = 1;
  return frame;
}

describe.each([
  ["grpc-js", () => createGrpcClient(listener.address, { token: "t" })],
  ["wire", () => createUnaryClient({ address: listener.address, token: "t" })],
])("%s as client", (_name, create) => {
  let client: ReturnType<typeof create>;
  beforeAll(() => {
    client = create();
  });
  afterAll(() => client.close());

  test.each([0, 1, 16_379, 16_384, 65_535, 1_000_000, 4 * 1024 * 1024])(
    "a message of %i bytes comes back whole",
    async (bytes) => {
      const message = Buffer.alloc(bytes, "abc");
      expect(Buffer.from(await client.call("/t.T/Echo", message)).equals(message)).toBe(true);
    },
  );

  test("many large answers share the connection's windows", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => client.call("/t.T/Big", Buffer.from("1000000"))),
    );
    expect(answers.map((answer) => answer.length)).toEqual(answers.map(() => 1_000_000));
  });

  test("metadata arrives, also binary and repeated", async () => {
    const answer = await client.call("/t.T/Metadata", Buffer.alloc(0), {
      metadata: { "x-a": "1", "client-name": "me" },
    });
    expect(JSON.parse(Buffer.from(answer).toString())).toMatchObject({
      "x-a": "1",
      "client-name": "me",
      authorization: "Bearer t",
    });
  });

  test("a failure arrives with its message, retry hint and details", async () => {
    const failure = await client.call("/t.T/Refuse", Buffer.alloc(0)).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: "RESOURCE_EXHAUSTED",
      publicMessage: "Zu viele Anfragen: später 100%",
    });
    expect((failure as CloudError).details.map((detail) => detail.typeName)).toEqual(["t.Detail"]);
    expect((failure as CloudError).retryAfterMs).toBe(1500);
  });

  test("a bug tells the caller nothing", async () => {
    const failure = await client.call("/t.T/Bug", Buffer.alloc(0)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "INTERNAL" });
    expect(JSON.stringify(failure)).not.toContain("secret detail");
    expect(bugs.at(-1)).toContain("secret detail");
  });

  test("a deadline ends the call on both sides", async () => {
    waiting = undefined;
    const failure = await client
      .call("/t.T/Wait", Buffer.alloc(0), { deadlineMs: 150 })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "DEADLINE_EXCEEDED" });
    await eventually(() => waiting?.signal.aborted);
  });

  test("a cancelled signal ends the call on both sides", async () => {
    waiting = undefined;
    const abort = new AbortController();
    const running = client
      .call("/t.T/Wait", Buffer.alloc(0), { signal: abort.signal })
      .catch((error: unknown) => error);
    await eventually(() => waiting);
    abort.abort();
    expect(await running).toMatchObject({ code: "CANCELLED" });
    await eventually(() => waiting?.signal.aborted);
  });
});

test("a unix socket serves, and a stopped server lets running calls end", async () => {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-wire-"));
  const address = `unix:${join(directory, "s")}`;
  let finish: (answer: Uint8Array) => void = () => undefined;
  const slow: UnaryHandler = () => new Promise((resolve) => (finish = resolve));
  const local = await listenUnary({ address, table: new Map([["/t.T/Slow", slow]]), onBug: () => undefined });
  const client = createUnaryClient({ address });
  const running = client.call("/t.T/Slow", Buffer.alloc(0));
  await eventually(() => [...local.connections].some((connection) => connection.streams.size > 0));
  const stopped = local.stop(5000);
  finish(Buffer.from("done"));
  expect(Buffer.from(await running).toString()).toBe("done");
  await stopped;
  expect(await client.call("/t.T/Slow", Buffer.alloc(0)).catch((error: unknown) => error)).toMatchObject({
    code: "UNAVAILABLE",
  });
  client.close();
  rmSync(directory, { recursive: true, force: true });
});

test("grpc-js sees the status of a server that refuses the method", async () => {
  const client = new grpc.Client(listener.address, grpc.credentials.createInsecure());
  const code = await new Promise((resolve) => {
    client.makeUnaryRequest(
      "/t.T/None",
      (bytes: Buffer) => bytes,
      (bytes: Buffer) => bytes,
      Buffer.alloc(0),
      (error) => resolve(error?.code),
    );
  });
  expect(code).toBe(grpc.status.UNIMPLEMENTED);
  client.close();
});
