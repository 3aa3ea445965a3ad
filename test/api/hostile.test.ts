// Bytes that no client sends: request smuggling, broken framing, slow and half requests, on the bare socket.
import net from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startFakeApi, type FakeApi } from "./fake-api.ts";

let api: FakeApi;
beforeAll(async () => {
  api = await startFakeApi();
});
afterAll(() => api.stop());

const LIMIT_MS = 20_000;

/** Everything the server answers until it closes the connection, or until `isEnough`. */
function exchange(
  bytes: string | Buffer,
  isEnough: (text: string) => boolean = () => false,
): Promise<string> {
  const [host = "", port = ""] = api.address.split(":");
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port: Number(port) }, () => socket.write(bytes));
    let text = "";
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after: ${text.slice(0, 500)}`));
    }, LIMIT_MS);
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (isEnough(text)) finish();
    });
    socket.on("close", finish);
    socket.on("error", finish);
  });
}

const statusesOf = (text: string): string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => match[1] ?? "");
const HEAD = "POST /cloud/namespaces HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer owner-key\r\n";
const JSON_TYPE = "Content-Type: application/json\r\n";

describe("HTTP/1.1", () => {
  test.each<[string, string]>([
    [
      "length and chunks together",
      `${HEAD}${JSON_TYPE}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
    ],
    ["two lengths", `${HEAD}${JSON_TYPE}Content-Length: 2\r\nContent-Length: 20\r\n\r\n{}`],
    ["two equal lengths", `${HEAD}${JSON_TYPE}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`],
    ["a length with a sign", `${HEAD}${JSON_TYPE}Content-Length: +2\r\n\r\n{}`],
    ["a negative length", `${HEAD}${JSON_TYPE}Content-Length: -1\r\n\r\n{}`],
    ["a length in hex", `${HEAD}${JSON_TYPE}Content-Length: 0x2\r\n\r\n{}`],
    ["an unknown transfer encoding", `${HEAD}${JSON_TYPE}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ["chunked, then more", `${HEAD}${JSON_TYPE}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ["a bad chunk size", `${HEAD}${JSON_TYPE}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ["a space before the colon", `${HEAD}${JSON_TYPE}Content-Length : 2\r\n\r\n{}`],
    ["a folded header", `${HEAD}X-Folded: a\r\n b\r\n\r\n`],
    ["a bare line feed", "GET / HTTP/1.1\nHost: localhost\n\n"],
    ["a NUL in a header", `${HEAD}X-Nul: a\0b\r\n\r\n`],
    ["no host", "GET /cloud/regions HTTP/1.1\r\n\r\n"],
    ["an unknown version", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"],
    ["no HTTP at all", "hello there, how are you\r\n\r\n"],
    [
      "a TLS hello on the plaintext port",
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ],
  ])("%s is refused and the connection ends", async (_, bytes) => {
    const text = await exchange(Buffer.from(bytes, "latin1"));
    expect(statusesOf(text)).toEqual(["400"]);
    expect(text).not.toMatch(/asyncOperation|\bat \w+ \(/);
  });

  test("headers of 20 KB are refused", async () => {
    const text = await exchange(
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(statusesOf(text)).toEqual(["431"]);
  });

  test("a body that is shorter than its length ends the request, not the server", async () => {
    const socket = net.connect({ host: "127.0.0.1", port: Number(api.address.split(":")[1]) });
    socket.write(`${HEAD}${JSON_TYPE}Content-Length: 100\r\n\r\n{}`);
    socket.end();
    const response = await fetch(`${api.url}/cloud/namespaces/a.b`, {
      headers: { authorization: "Bearer owner-key" },
    });
    expect(response.status).toBe(200);
    socket.destroy();
  });

  test("headers that never end are cut after ten seconds or so", async () => {
    const text = await exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    expect(statusesOf(text)).toEqual(["408"]);
  });

  test("two requests in one packet get two answers, in order", async () => {
    const one =
      "GET /cloud/namespaces/first HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer owner-key\r\n\r\n";
    const text = await exchange(one + one.replace("first", "second"), (seen) => seen.includes('"second"'));
    expect(statusesOf(text)).toEqual(["200", "200"]);
  });
});

describe("HTTP/2 and TLS", () => {
  test("a preface in pieces is recognised", async () => {
    const [host = "", port = ""] = api.address.split(":");
    const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    const settings = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    const first = await new Promise<Buffer>((resolve, reject) => {
      const socket = net.connect({ host, port: Number(port), noDelay: true }, () => {
        socket.write(preface.subarray(0, 5), () =>
          socket.write(Buffer.concat([preface.subarray(5), settings])),
        );
      });
      socket.once("data", (chunk) => {
        socket.destroy();
        resolve(chunk);
      });
      socket.on("error", reject);
    });
    expect(first[3]).toBe(4);
  });

  test("garbage after the preface ends the connection", async () => {
    const text = await exchange(
      Buffer.concat([Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), Buffer.alloc(100, 0xff)]),
    );
    expect(text).not.toContain("HTTP/1.1");
  });

  test("TLS older than 1.2 is refused", async () => {
    const { port } = new URL(api.tlsUrl);
    const outcome = await new Promise<string>((resolve) => {
      const socket = tls.connect(
        {
          host: "127.0.0.1",
          port: Number(port),
          rejectUnauthorized: false,
          minVersion: "TLSv1",
          maxVersion: "TLSv1.1",
        },
        () => resolve("connected"),
      );
      socket.on("error", () => resolve("refused"));
    });
    expect(outcome).toBe("refused");
  });
});
