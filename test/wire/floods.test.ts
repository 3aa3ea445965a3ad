// What a hostile peer can do to a wire server, and which named limit ends it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import type { UnaryHandler } from "#shared/grpc";
import { createUnaryClient, frameOf, listen, serveUnary, STRANGER_LIMITS, type Listener } from "#wire";
import { frame, RawClient, requestBlock } from "./raw-client.ts";

const CALM = 11;
const [END_STREAM, END_HEADERS] = [1, 4];
let listener: Listener;
const closings: string[] = [];

const table = new Map<string, UnaryHandler>([
  ["/t.T/Echo", (_call, request) => Promise.resolve(request)],
  ["/t.T/Big", () => Promise.resolve(Buffer.alloc(1_000_000))],
  ["/t.T/Wait", () => new Promise(() => undefined)],
]);

beforeAll(async () => {
  listener = await listen({
    address: "127.0.0.1:0",
    limits: {
      ...STRANGER_LIMITS,
      streamsMax: 50,
      resetsMax: 200,
      controlFramesMax: 500,
      emptyFramesMax: 50,
      queuedBytesMax: 5_000_000,
      handshakeTimeoutMs: 3_000,
      stallTimeoutMs: 500,
      keepaliveMs: 60_000,
    },
    onStream: serveUnary({ table, onBug: () => undefined }),
    onClosed: (_connection, reason) => closings.push(reason),
  });
});

afterAll(() => listener.stop(100));

async function withRaw(work: (client: RawClient) => Promise<void>): Promise<void> {
  const client = new RawClient(listener.address);
  try {
    await work(client);
  } finally {
    client.close();
  }
  // Nothing that one peer does costs another its call.
  const other = createUnaryClient({ address: listener.address });
  expect(Buffer.from(await other.call("/t.T/Echo", Buffer.from("ok"))).toString()).toBe("ok");
  other.close();
}

const headers = (streamId: number, path: string, flags = END_HEADERS): Buffer =>
  frame(1, flags, streamId, requestBlock(path));
const message = (streamId: number, body = Buffer.alloc(0)): Buffer =>
  frame(0, END_STREAM, streamId, frameOf(body));

describe("floods", () => {
  test("rapid reset ends the connection", async () => {
    await withRaw(async (client) => {
      client.hello();
      for (let id = 1; id < 1000; id += 2)
        client.write(headers(id, "/t.T/Wait"), frame(3, 0, id, "00000008"));
      await eventually(() => client.goAway === CALM);
    });
  });

  test("streams that the peer makes us reset count as well", async () => {
    await withRaw(async (client) => {
      client.hello();
      for (let id = 1; id < 1000; id += 2)
        client.write(headers(id, "/t.T/Wait"), frame(8, 0, id, "00000000"));
      await eventually(() => client.goAway === CALM);
    });
  });

  test.each([
    ["PING", frame(6, 0, 0, "0102030405060708")],
    ["SETTINGS", frame(4, 0, 0)],
    ["PRIORITY", frame(2, 0, 1, "0000000010")],
    ["unknown frames", frame(99, 0, 1, "00")],
  ])("a flood of %s ends the connection", async (_name, one) => {
    await withRaw(async (client) => {
      client.hello();
      client.write(Buffer.concat(Array.from({ length: 600 }, () => one)));
      await eventually(() => client.goAway === CALM);
    });
  });

  test("a flood of empty DATA frames ends the connection", async () => {
    await withRaw(async (client) => {
      client.hello();
      client.write(headers(1, "/t.T/Echo"), Buffer.concat(Array.from({ length: 60 }, () => frame(0, 0, 1))));
      await eventually(() => client.goAway === CALM);
    });
  });

  test.each([
    ["many small frames", 40, 10],
    ["few large frames", 5, 16_000],
  ])("CONTINUATION without end, in %s, ends the connection", async (_name, count, bytes) => {
    await withRaw(async (client) => {
      client.hello();
      client.write(headers(1, "/t.T/Echo", 0));
      const one = frame(9, 0, 1, Buffer.alloc(bytes, 0x82));
      client.write(Buffer.concat(Array.from({ length: count }, () => one)));
      await eventually(() => client.goAway === CALM);
    });
  });

  test("a header list above the limit is refused, the connection goes on", async () => {
    await withRaw(async (client) => {
      client.hello();
      const huge = requestBlock("/t.T/Echo", [
        ["x-a", "a".repeat(15_000)],
        ["x-b", "b".repeat(20_000)],
      ]);
      client.write(frame(1, 0, 1, huge.subarray(0, 16_000)), frame(9, 0, 1, huge.subarray(16_000, 32_000)));
      client.write(frame(9, END_HEADERS, 1, huge.subarray(32_000)));
      await eventually(() => client.resetCodes().includes(CALM));
      client.write(headers(3, "/t.T/Echo"), message(3));
      await eventually(() => client.frames.some(({ type, streamId }) => type === 0 && streamId === 3));
    });
  });

  test("streams above the limit are refused, and their places come back", async () => {
    await withRaw(async (client) => {
      client.hello();
      for (let index = 0; index < 60; index += 1) client.write(headers(1 + 2 * index, "/t.T/Wait"));
      await eventually(() => client.resetCodes().length === 10);
      expect(new Set(client.resetCodes())).toEqual(new Set([7]));
      client.write(frame(3, 0, 1, "00000008"), headers(201, "/t.T/Echo"), message(201));
      await eventually(() => client.frames.some(({ type, streamId }) => type === 0 && streamId === 201));
    });
  });
});

describe("slow peers", () => {
  test("one that says nothing is closed", async () => {
    await withRaw(async (client) => {
      const before = closings.length;
      await eventually(() => client.isClosed);
      expect(closings.slice(before)).toContain("no SETTINGS in time");
    });
  });

  test("one that opens no window for its answers loses the connection when too much waits", async () => {
    await withRaw(async (client) => {
      client.hello("000400000000");
      for (let index = 0; index < 8; index += 1) {
        client.write(headers(1 + 2 * index, "/t.T/Big"), message(1 + 2 * index));
      }
      await eventually(() => client.goAway === CALM);
    });
  });

  test("an answer that nobody takes is given up", async () => {
    await withRaw(async (client) => {
      client.hello("000400000000");
      client.write(headers(1, "/t.T/Big"), message(1));
      await eventually(() => client.resetCodes().length === 1);
    });
  });

  test("one that does not read its socket is closed", async () => {
    await withRaw(async (client) => {
      client.hello("00047fffffff");
      client.write(frame(8, 0, 0, "7fff0000"));
      client.socket.pause();
      const before = closings.length;
      for (let index = 0; index < 40; index += 1) {
        client.write(headers(1 + 2 * index, "/t.T/Big"), message(1 + 2 * index));
      }
      const isExpected = (reason: string): boolean => /peer takes nothing|opens no window/.test(reason);
      await eventually(() => closings.slice(before).some(isExpected));
    });
  });

  test("octets that come one by one are understood", async () => {
    await withRaw(async (client) => {
      const bytes = Buffer.concat([
        Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        frame(4, 0, 0),
        headers(1, "/t.T/Echo"),
        message(1, Buffer.from("slowly")),
      ]);
      client.socket.setNoDelay(true);
      for (const octet of bytes) client.write(Buffer.from([octet]));
      const answer = await eventually(() => client.frames.find(({ type }) => type === 0));
      expect(answer.payload.subarray(5).toString()).toBe("slowly");
    });
  });
});
