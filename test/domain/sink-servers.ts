// Stateful stand-ins for the other ends of audit log sinks, behind their own wire protocols: a webhook receiver that
// checks signatures, AWS's token service and Kinesis that check Signature Version 4, Google's sign-in, IAM and Pub/Sub.
import { createHash, createHmac, generateKeyPairSync, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { jwtVerify } from "jose";

export interface Received {
  logId: string;
  sequence: number;
  operation: string;
}

/** What a test may make a server do to its next requests, in their order; when empty, it does its work. */
export type Mood = "refuse" | "fail" | "hang" | "redirect" | "lose-answer" | "second-fails" | "throttle";

export interface SinkServer {
  origin: string;
  /** In the order in which they were taken, repeats too. */
  received: Received[];
  requests: number;
  moods: Mood[];
  close(): Promise<void>;
}

type Handle = (request: IncomingMessage, body: string, response: ServerResponse) => Promise<void> | void;

async function serve(handle: (state: SinkServer) => Handle): Promise<SinkServer> {
  const holder: { server?: Server } = {};
  const state: SinkServer = {
    origin: "",
    received: [],
    requests: 0,
    moods: [],
    close: () =>
      new Promise((resolve) => {
        holder.server?.closeAllConnections();
        holder.server?.close(() => resolve());
      }),
  };
  const handler = handle(state);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      Promise.resolve()
        .then(() => handler(request, Buffer.concat(chunks).toString("utf8"), response))
        .catch((error: unknown) => response.writeHead(401).end(String(error)));
    });
  });
  holder.server = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return state;
}

function readRecord(json: string): Received {
  const record = JSON.parse(json) as { logId: string; operation: string; rawDetails?: { sequence?: string } };
  return {
    logId: record.logId,
    operation: record.operation,
    sequence: Number(record.rawDetails?.sequence ?? 0),
  };
}

/** True when the mood answered the request. */
function actOut(mood: Mood | undefined, response: ServerResponse): boolean {
  if (mood === "hang") return true;
  if (mood === "refuse") response.writeHead(403).end("no");
  if (mood === "fail") response.writeHead(503).end("later");
  if (mood === "redirect") response.writeHead(307, { location: "http://127.0.0.1:1/" }).end();
  return response.writableEnded;
}

export function webhookServer(secrets: () => string[]): Promise<SinkServer> {
  return serve((state) => (request, body, response) => {
    state.requests += 1;
    const mood = state.moods.shift();
    if (actOut(mood, response)) return;
    const header = (name: string): string => String(request.headers[name] ?? "");
    const signed = `${header("webhook-id")}.${header("webhook-timestamp")}.${body}`;
    const offered = header("webhook-signature").split(" ");
    const expected = secrets().map(
      (secret) =>
        `v1,${createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64"))
          .update(signed)
          .digest("base64")}`,
    );
    if (!expected.some((signature) => offered.includes(signature))) throw new Error("bad signature");
    const { records } = JSON.parse(body) as { records: object[] };
    state.received.push(...records.map((record) => readRecord(JSON.stringify(record))));
    if (mood === "lose-answer") request.socket.destroy();
    else response.writeHead(204).end();
  });
}

interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export const OWN_AWS: AwsKeys = { accessKeyId: "AKIAOWN", secretAccessKey: "own-secret" };
const ROLE_AWS: AwsKeys = {
  accessKeyId: "ASIAROLE",
  secretAccessKey: "role-secret",
  sessionToken: "role/token+=",
};

/** The check of AWS's documentation, written down again: canonical request, string to sign, derived key. */
function checkSignature(request: IncomingMessage, body: string, keys: AwsKeys, service: string): void {
  const authorization = String(request.headers["authorization"] ?? "");
  const [, scope = "", names = "", signature = ""] =
    new RegExp(
      `^AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)$`,
    ).exec(authorization) ?? [];
  const [date = "", region = "", signedService = ""] = scope.split("/");
  if (signedService !== service) throw new Error(`signed for ${signedService}`);
  if (keys.sessionToken !== undefined && request.headers["x-amz-security-token"] !== keys.sessionToken)
    throw new Error("no session token");
  const sha = (text: string): string => createHash("sha256").update(text).digest("hex");
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), names, sha(body)].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", String(request.headers["x-amz-date"]), scope, sha(canonical)].join(
    "\n",
  );
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac("sha256", key).update(text).digest();
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${keys.secretAccessKey}`,
  );
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(signature.padEnd(64, "0"), "hex")))
    throw new Error("SignatureDoesNotMatch");
}

export interface AwsServer extends SinkServer {
  assumed: { roleArn: string; externalId: string }[];
}

/** AWS's token service and Kinesis at one origin. */
export async function awsServer(): Promise<AwsServer> {
  const assumed: AwsServer["assumed"] = [];
  const server = await serve((state) => (request, body, response) => {
    if (request.headers["x-amz-target"] === undefined) {
      checkSignature(request, body, OWN_AWS, "sts");
      const form = new URLSearchParams(body);
      assumed.push({ roleArn: form.get("RoleArn") ?? "", externalId: form.get("ExternalId") ?? "" });
      if (form.get("RoleArn")?.endsWith("/forbidden") === true)
        return void response
          .writeHead(403)
          .end("<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
      return void response.end(
        `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>${ROLE_AWS.accessKeyId}</AccessKeyId>` +
          `<SecretAccessKey>${ROLE_AWS.secretAccessKey}</SecretAccessKey><SessionToken>${ROLE_AWS.sessionToken}</SessionToken>` +
          `<Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      );
    }
    state.requests += 1;
    if (request.headers["x-amz-target"] !== "Kinesis_20131202.PutRecords") throw new Error("unknown target");
    checkSignature(request, body, ROLE_AWS, "kinesis");
    const mood = state.moods.shift();
    if (actOut(mood, response)) return;
    const fail = (type: string): void =>
      void response.writeHead(400).end(JSON.stringify({ __type: `com.amazonaws.kinesis#${type}` }));
    if (mood === "throttle") return fail("ProvisionedThroughputExceededException");
    const input = JSON.parse(body) as {
      StreamARN: string;
      Records: { Data: string; PartitionKey: string }[];
    };
    if (!input.StreamARN.endsWith("stream/audit")) return fail("ResourceNotFoundException");
    const results = input.Records.map((record, index) => {
      if (mood === "second-fails" && index === 1)
        return { ErrorCode: "InternalFailure", ErrorMessage: "shard" };
      state.received.push(readRecord(Buffer.from(record.Data, "base64").toString("utf8")));
      return { SequenceNumber: String(state.received.length), ShardId: `shard-${record.PartitionKey}` };
    });
    const failed = results.filter((result) => "ErrorCode" in result).length;
    response.end(JSON.stringify({ FailedRecordCount: failed, Records: results }));
  });
  return Object.assign(server, { assumed });
}

export interface GoogleServer extends SinkServer {
  /** JSON of the installation's service account key, whose token_uri is this server. */
  keyFile: string;
  impersonated: string[];
  orderingKeys: Set<string>;
}

/** Google's sign-in, IAM credentials and Pub/Sub at one origin. */
export async function googleServer(): Promise<GoogleServer> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const impersonated: string[] = [];
  const orderingKeys = new Set<string>();
  const bearer = (request: IncomingMessage, token: string): void => {
    if (request.headers.authorization !== `Bearer ${token}`) throw new Error("UNAUTHENTICATED");
  };
  const server = await serve((state) => async (request, body, response) => {
    const url = request.url ?? "";
    if (url === "/token") {
      const assertion = new URLSearchParams(body).get("assertion") ?? "";
      await jwtVerify(assertion, publicKey, {
        issuer: "own@installation",
        audience: `${state.origin}/token`,
      });
      return void response.end(JSON.stringify({ access_token: "own-token", expires_in: 3600 }));
    }
    const account = /^\/v1\/projects\/-\/serviceAccounts\/([^/]+):generateAccessToken$/.exec(url)?.[1];
    if (account !== undefined) {
      bearer(request, "own-token");
      impersonated.push(decodeURIComponent(account));
      return void response.end(
        JSON.stringify({ accessToken: "customer-token", expireTime: "2999-01-01T00:00:00Z" }),
      );
    }
    state.requests += 1;
    bearer(request, "customer-token");
    if (url !== "/v1/projects/acme/topics/audit:publish")
      return void response.writeHead(404).end(JSON.stringify({ error: { status: "NOT_FOUND" } }));
    if (actOut(state.moods.shift(), response)) return;
    const { messages } = JSON.parse(body) as { messages: { data: string; orderingKey: string }[] };
    for (const message of messages) {
      orderingKeys.add(message.orderingKey);
      state.received.push(readRecord(Buffer.from(message.data, "base64").toString("utf8")));
    }
    response.end(JSON.stringify({ messageIds: messages.map((_, index) => String(index)) }));
  });
  const keyFile = JSON.stringify({
    client_email: "own@installation",
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
    token_uri: `${server.origin}/token`,
  });
  return Object.assign(server, { keyFile, impersonated, orderingKeys });
}
