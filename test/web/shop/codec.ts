// A user's codec server, as Temporal describes it: POST /decode and /encode with {"payloads": [...]}, for browsers of one
// origin. Its secret is no secret: it turns every bit.
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Payload } from "@temporalio/common";

const ENCODING = "binary/encrypted";
const LISTED_HEADERS = "content-type, x-namespace";

interface JsonPayload {
  metadata?: Record<string, string>;
  data?: string;
}

export interface CodecServer {
  endpoint: string;
  /** Of each question: the origin and the namespace that it came with. */
  asked: { path: string; origin: string; namespace: string }[];
  stop(): Promise<void>;
}

export async function startCodecServer(origin: string): Promise<CodecServer> {
  const asked: CodecServer["asked"] = [];
  const server = http.createServer((request, response) => {
    const headers = {
      "access-control-allow-origin": origin,
      "access-control-allow-headers": LISTED_HEADERS,
      "content-type": "application/json",
    };
    if (request.method === "OPTIONS") return void response.writeHead(204, headers).end();
    const { origin: from = "", "x-namespace": namespace = "" } = request.headers;
    asked.push({ path: request.url ?? "", origin: from, namespace: String(namespace) });
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { payloads } = JSON.parse(Buffer.concat(chunks).toString()) as { payloads: JsonPayload[] };
      const turned = payloads.map(request.url === "/decode" ? decoded : encoded);
      response.writeHead(200, headers).end(JSON.stringify({ payloads: turned }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${String(port)}`,
    asked,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function turnedBits(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}

function encoded(payload: JsonPayload): JsonPayload {
  const data = turnedBits(Buffer.from(JSON.stringify(payload)));
  return { metadata: { encoding: Buffer.from(ENCODING).toString("base64") }, data: data.toString("base64") };
}

function decoded({ data = "" }: JsonPayload): JsonPayload {
  return JSON.parse(turnedBits(Buffer.from(data, "base64")).toString()) as JsonPayload;
}

/** What a client with this codec sends for a value. */
export function encodedPayload(value: unknown): Payload {
  const plain = {
    metadata: { encoding: Buffer.from("json/plain").toString("base64") },
    data: Buffer.from(JSON.stringify(value)).toString("base64"),
  };
  return {
    metadata: { encoding: Buffer.from(ENCODING) },
    data: turnedBits(Buffer.from(JSON.stringify(plain))),
  };
}
