// An object store that speaks S3's protocol and keeps state: buckets, objects, and the signature of every request checked
// as AWS publishes it (Signature Version 4), by code that shares nothing with the client's.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const S3_ACCESS_KEY_ID = "AKIATESTTESTTESTTEST";
export const S3_SECRET = "secret/of+the/test";
const CLOCK_SKEW_MS = 15 * 60_000;
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([a-z0-9-]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
const UNSIGNED = "UNSIGNED-PAYLOAD";

export interface S3Server {
  readonly url: string;
  /** By name; a bucket that is not here does not exist. */
  readonly buckets: Map<string, Map<string, Buffer>>;
  /** How often objects were put, whatever their key. */
  readonly puts: number;
  /** The answer to the next requests, in the place of the real one. */
  failNext(status: number, code: string): void;
  stop(): Promise<void>;
}

class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

export async function startS3Server(region: string): Promise<S3Server> {
  const buckets = new Map<string, Map<string, Buffer>>();
  const failures: S3Error[] = [];
  let puts = 0;
  const handle = (request: IncomingMessage, body: Buffer): Buffer => {
    const failure = failures.shift();
    if (failure !== undefined) throw failure;
    checkSignature(request, body, region);
    const [, bucketName = "", ...rest] = new URL(request.url ?? "/", "http://s3").pathname.split("/");
    const bucket = buckets.get(bucketName);
    if (bucket === undefined) throw new S3Error(404, "NoSuchBucket");
    const key = rest.map(decodeURIComponent).join("/");
    if (request.method === "PUT") {
      puts += 1;
      bucket.set(key, body);
      return Buffer.alloc(0);
    }
    const object = bucket.get(key);
    if (request.method !== "GET" || object === undefined) throw new S3Error(404, "NoSuchKey");
    return object;
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => answer(response, () => handle(request, Buffer.concat(parts))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A TCP server has a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    buckets,
    get puts() {
      return puts;
    },
    failNext: (status, code) => void failures.push(new S3Error(status, code)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, work: () => Buffer): void {
  try {
    const body = work();
    response.writeHead(200).end(body);
  } catch (error) {
    const { status, code } = error instanceof S3Error ? error : new S3Error(500, "InternalError");
    response
      .writeHead(status, { "content-type": "application/xml" })
      .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  }
}

function checkSignature(request: IncomingMessage, body: Buffer, region: string): void {
  const parsed = AUTHORIZATION.exec(request.headers.authorization ?? "");
  if (parsed === null) throw new S3Error(403, "AccessDenied");
  const [, accessKeyId, day = "", signedRegion, names = "", signature = ""] = parsed;
  if (accessKeyId !== S3_ACCESS_KEY_ID) throw new S3Error(403, "InvalidAccessKeyId");
  if (signedRegion !== region) throw new S3Error(400, "AuthorizationHeaderMalformed");
  const at = header(request, "x-amz-date");
  checkTime(at, day);
  const payloadHash = header(request, "x-amz-content-sha256");
  if (payloadHash !== UNSIGNED && payloadHash !== sha256(body))
    throw new S3Error(400, "XAmzContentSHA256Mismatch");
  const signed = names.split(";");
  if (!signed.includes("host") || !signed.includes("x-amz-date")) throw new S3Error(403, "AccessDenied");
  const url = new URL(request.url ?? "/", "http://s3");
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .sort()
      .join("&"),
    ...signed.map((name) => `${name}:${header(request, name).trim().replaceAll(/ +/g, " ")}`),
    "",
    names,
    payloadHash,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", at, scope, sha256(Buffer.from(canonical))].join("\n");
  const key = [day, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${S3_SECRET}`);
  if (!timingSafeEqual(hmac(key, text), Buffer.from(signature, "hex")))
    throw new S3Error(403, "SignatureDoesNotMatch");
}

function checkTime(at: string, day: string): void {
  const [, year, month, date, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(at) ?? [];
  const time = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
  if (!at.startsWith(day) || !(Math.abs(Date.now() - time) < CLOCK_SKEW_MS))
    throw new S3Error(403, "RequestTimeTooSkewed");
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  if (typeof value !== "string") throw new S3Error(400, "MissingHeader");
  return value;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
