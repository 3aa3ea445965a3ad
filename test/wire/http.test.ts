// HTTP requests beside gRPC on one port: HTTP/1.1 and HTTP/2, plain and TLS, and what hostile clients send.
import http from "node:http";
import http2 from "node:http2";
import net from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CloudError } from "#shared/errors";
import type { HttpAnswer, HttpRequest } from "#shared/http";
import { createUnaryClient, listenUnary, type Listener } from "#wire";
import { eventually } from "#harness/eventually";
import { serverIdentity } from "../gateway/authority.ts";

const BODY_BYTES_MAX = 4 * 1024 * 1024;

let plain: Listener;
let secure: Listener;
const waiting: HttpRequest[] = [];

function json(status: number, value: unknown): HttpAnswer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** Answers with what it was asked; "/wait" only when the caller is gone. */
async function answer(request: HttpRequest): Promise<HttpAnswer> {
  if (request.path === "/wait") {
    waiting.push(request);
    await new Promise((resolve) => request.signal.addEventListener("abort", resolve, { once: true }));
  }
  const { method, path, query, headers, body } = request;
  return json(200, { method, path, query, custom: headers["x-custom"], bytes: body.length });
}

beforeAll(async () => {
  const options = {
    address: "127.0.0.1:0",
    table: new Map([["/t.T/Echo", (_call: unknown, request: Uint8Array) => Promise.resolve(request)]]),
    http: { answer, refuse: (error: CloudError) => json(error.httpStatus, { message: error.publicMessage }) },
    onBug: (error: CloudError) => {
      throw error;
    },
  };
  plain = await listenUnary(options);
  const { cert, key } = await serverIdentity();
  secure = await listenUnary({ ...options, tls: { cert, key } });
});

afterAll(async () => {
  await plain.stop(1_000);
  await secure.stop(1_000);
});

const portOf = (listener: Listener): number => Number(listener.address.split(":").at(-1));

interface Got {
  status: number | undefined;
  headers: Record<string, unknown>;
  text: string;
}

function overHttp1(options: http.RequestOptions, body?: Buffer): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port: portOf(plain), ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

function overHttp2(
  session: http2.ClientHttp2Session,
  headers: http2.OutgoingHttpHeaders,
  body?: Buffer,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers);
    let got: Record<string, unknown> = {};
    const parts: Buffer[] = [];
    stream.on("response", (received) => (got = received));
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () =>
      resolve({ status: got[":status"] as number, headers: got, text: Buffer.concat(parts).toString() }),
    );
    stream.on("error", reject);
    stream.end(body);
  });
}

/** Writes octets and answers all that comes back until the connection ends. */
function overSocket(octets: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(portOf(plain), "127.0.0.1");
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    socket.write(octets);
  });
}

describe("one port", () => {
  test("HTTP/1.1, HTTP/2 and gRPC are told apart by their first bytes", async () => {
    const options = { method: "POST", path: "/a%20b?c=d&e", headers: { "x-custom": "1" } };
    const expected = { method: "POST", path: "/a%20b", query: "c=d&e", custom: "1", bytes: 3 };
    const one = await overHttp1(options, Buffer.from("abc"));
    expect([one.status, JSON.parse(one.text)]).toEqual([200, expected]);
    expect(one.headers["x-content-type-options"]).toBe("nosniff");

    const session = http2.connect(`http://${plain.address}`);
    const headers = { ":method": "POST", ":path": "/a%20b?c=d&e", "x-custom": "1" };
    const two = await overHttp2(session, headers, Buffer.from("abc"));
    expect([two.status, JSON.parse(two.text)]).toEqual([200, expected]);
    session.close();

    const client = createUnaryClient({ address: plain.address });
    expect(Buffer.from(await client.call("/t.T/Echo", Buffer.from("hi"))).toString()).toBe("hi");
    client.close();
  });

  test.each(["http/1.1", undefined])("over TLS the client chooses by ALPN %s", async (protocol) => {
    const socket = tls.connect({
      port: portOf(secure),
      host: "127.0.0.1",
      rejectUnauthorized: false,
      ...(protocol === undefined ? {} : { ALPNProtocols: [protocol] }),
    });
    await new Promise((resolve) => socket.once("secureConnect", resolve));
    const got = await overHttp1({ path: "/secure", createConnection: () => socket });
    expect(JSON.parse(got.text)).toMatchObject({ path: "/secure" });
    socket.destroy();
  });

  test("HTTP/2 over TLS carries both", async () => {
    const session = http2.connect(`https://${secure.address}`, { rejectUnauthorized: false });
    expect((await overHttp2(session, { ":path": "/x" })).status).toBe(200);
    session.close();
  });

  test("one connection serves many requests", async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    for (const path of ["/1", "/2", "/3"])
      expect(JSON.parse((await overHttp1({ agent, path })).text)).toMatchObject({ path });
    agent.destroy();
  });
});

describe("limits", () => {
  test("a body over 4 MB is refused on both protocols, and the connection goes on", async () => {
    const large = Buffer.alloc(BODY_BYTES_MAX + 1, 97);
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const one = await overHttp1({ agent, method: "POST", path: "/" }, large);
    expect([one.status, one.text]).toEqual([400, expect.stringContaining("4194304 bytes")]);
    expect((await overHttp1({ agent, path: "/after" })).status).toBe(200);
    agent.destroy();

    const session = http2.connect(`http://${plain.address}`);
    const two = await overHttp2(session, { ":method": "POST", ":path": "/" }, large);
    expect([two.status, two.text]).toEqual([400, expect.stringContaining("4194304 bytes")]);
    expect((await overHttp2(session, { ":path": "/after" })).status).toBe(200);
    session.close();
  });

  test("a body of exactly 4 MB is taken", async () => {
    const got = await overHttp1({ method: "POST", path: "/" }, Buffer.alloc(BODY_BYTES_MAX, 97));
    expect(JSON.parse(got.text)).toMatchObject({ bytes: BODY_BYTES_MAX });
  });

  test.each([
    ["a line that is no request", "HELO there\r\n\r\n", "400"],
    ["headers of 40 kB", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"y".repeat(40_000)}\r\n\r\n`, "431"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"],
    [
      "a length beside chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "400",
    ],
    ["no host", "GET / HTTP/1.1\r\n\r\n", "400"],
    ["a wrong HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", "400"],
  ])("%s is refused and the connection ends", async (_name, octets, status) => {
    expect(await overSocket(octets)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });
});

describe("callers that leave", () => {
  test.each(["HTTP/1.1", "HTTP/2"])("over %s the request's signal aborts", async (protocol) => {
    const before = waiting.length;
    let leave: () => void;
    if (protocol === "HTTP/1.1") {
      const socket = net.connect(portOf(plain), "127.0.0.1");
      socket.write("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
      leave = () => socket.destroy();
    } else {
      const session = http2.connect(`http://${plain.address}`);
      const stream = session.request({ ":path": "/wait" });
      leave = () => {
        stream.close(http2.constants.NGHTTP2_CANCEL);
        session.close();
      };
    }
    const { signal } = await eventually(() => waiting[before], { what: "the request" });
    expect(signal.aborted).toBe(false);
    leave();
    await eventually(() => signal.aborted, { what: "the abort" });
  });

  test("a listener that stops ends idle connections at once, HTTP/1.1's too", async () => {
    const { stop, address } = await listenUnary({
      address: "127.0.0.1:0",
      table: new Map(),
      http: { answer, refuse: () => json(400, {}) },
      onBug: () => undefined,
    });
    const agent = new http.Agent({ keepAlive: true });
    expect((await overHttp1({ agent, port: Number(address.split(":").at(-1)), path: "/" })).status).toBe(200);
    const startedAt = performance.now();
    await stop(60_000);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    agent.destroy();
  });
});
