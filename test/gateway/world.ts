// A gateway with what stands around it: a directory server that holds state, cells that answer as grpc-js servers, and
// a client over node:http2 whose every part of the TLS handshake can be chosen.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type ClientHttp2Session, type ClientHttp2Stream } from "node:http2";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions, type SecureVersion } from "node:tls";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { cellV1, codecOf, directoryV1, type temporal } from "#contracts";
import { API_KEY_TOKEN } from "#shared/api-key-token";
import { delay, systemClock, type Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { requireBearer } from "#shared/grpc-auth";
import type { UnaryCall, UnaryHandler } from "#shared/grpc";
import { startGrpcServer, type GrpcServer } from "#shared/grpc-server";
import { createLogger } from "#shared/log";
import { frameOf } from "#wire";
import { startGateway, type Gateway } from "../../services/gateway/gateway.ts";
import { serverIdentity, type Identity } from "./authority.ts";

export const INTERNAL_TOKEN = "internal-token-of-the-test";
export const log = createLogger({ process: "test", level: process.env["TEST_LOG_LEVEL"] ?? "silent" });
const POLL_MS = 20;

/** A directory server with the real protocol: long poll, versions, bearer token. */
export class FakeDirectory {
  #directory: directoryV1.IDirectory = { version: "0" };
  #server: GrpcServer | undefined;
  #address = "127.0.0.1:0";
  pulls = 0;
  /** What the gateway recorded of calls, repeats too. */
  readonly recorded: directoryV1.IRecordedCall[] = [];
  /** What the gateway measured of calls, minute by minute. */
  readonly measured: cellV1.IMetricMinute[] = [];

  get address(): string {
    return this.#address;
  }

  async start(): Promise<void> {
    const handler: UnaryHandler = async (call, request) => {
      this.pulls += 1;
      const { knownVersion, waitMs } = directoryV1.GetDirectoryRequest.decode(request);
      const end = performance.now() + (waitMs ?? 0);
      while (knownVersion === this.#directory.version && performance.now() < end) {
        await delay(POLL_MS, call.signal);
      }
      const isKnown = knownVersion === this.#directory.version;
      return directoryV1.GetDirectoryResponse.encode(
        isKnown ? { unchanged: true } : { directory: this.#directory },
      );
    };
    const record: UnaryHandler = (_call, request) => {
      this.recorded.push(...(directoryV1.RecordCallsRequest.decode(request).calls ?? []));
      return Promise.resolve(directoryV1.RecordCallsResponse.encode({}));
    };
    const measure: UnaryHandler = (_call, request) => {
      const { metrics } = directoryV1.RecordMetricsRequest.decode(request);
      this.measured.push(...(cellV1.ReadMetricsResponse.decode(metrics ?? new Uint8Array()).minutes ?? []));
      return Promise.resolve(directoryV1.RecordMetricsResponse.encode({}));
    };
    const table = new Map([
      ["/cellplane.directory.v1.MetricsIntakeService/RecordMetrics", measure],
      ["/cellplane.directory.v1.DirectoryService/GetDirectory", handler],
      ["/cellplane.directory.v1.AuditIntakeService/RecordCalls", record],
    ]);
    this.#server = await startGrpcServer({
      address: this.#address,
      table: requireBearer(table, INTERNAL_TOKEN),
      log,
    });
    this.#address = this.#server.address;
  }

  async stop(): Promise<void> {
    await this.#server?.stop(0);
  }

  /** Changes the directory and raises its version. */
  change(work: (directory: directoryV1.IDirectory) => void): string {
    const next = structuredClone(this.#directory);
    work(next);
    next.version = String(Number(next.version) + 1);
    this.#directory = next;
    return next.version;
  }
}

/** A cell that answers what it was asked, and hangs on polls until they are cancelled. */
export class FakeCell {
  readonly id: string;
  readonly calls: UnaryCall[] = [];
  readonly polls: UnaryCall[] = [];
  #server: GrpcServer | undefined;
  #address = "127.0.0.1:0";

  constructor(id: string) {
    this.id = id;
  }

  get address(): string {
    return this.#address;
  }

  async start(): Promise<void> {
    const service = "/temporal.api.workflowservice.v1.WorkflowService/";
    const answer =
      (type: string, make: () => object): UnaryHandler =>
      (call) => {
        this.calls.push(call);
        return Promise.resolve(codecOf<object>(`temporal.api.workflowservice.v1.${type}`).encode(make()));
      };
    const table = new Map<string, UnaryHandler>([
      [
        `${service}StartWorkflowExecution`,
        answer("StartWorkflowExecutionResponse", () => ({ runId: this.id })),
      ],
      [`${service}TerminateWorkflowExecution`, answer("TerminateWorkflowExecutionResponse", () => ({}))],
      [`${service}DescribeNamespace`, answer("DescribeNamespaceResponse", () => ({ failoverVersion: 1 }))],
      [`${service}GetSystemInfo`, answer("GetSystemInfoResponse", () => ({ serverVersion: this.id }))],
      [
        `${service}CountWorkflowExecutions`,
        () => Promise.reject(new CloudError("INVALID_ARGUMENT", "bad query", { retryAfterMs: 5 })),
      ],
      [`${service}PollWorkflowTaskQueue`, (call) => this.#hang(call)],
      [`${service}GetWorkflowExecutionHistory`, (call) => this.#hang(call)],
    ]);
    this.#server = await startGrpcServer({
      address: this.#address,
      table: requireBearer(table, INTERNAL_TOKEN),
      log,
    });
    this.#address = this.#server.address;
  }

  #hang(call: UnaryCall): Promise<Uint8Array> {
    this.polls.push(call);
    return new Promise((_resolve, reject) => {
      call.signal.addEventListener("abort", () => reject(new CloudError("CANCELLED", "gone")));
    });
  }

  async stop(): Promise<void> {
    await this.#server?.stop(0);
  }
}

export interface KeyPair {
  keyId: string;
  privateKey: CryptoKey;
  publicJwk: string;
}

export async function signingKey(keyId: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  return { keyId, privateKey, publicJwk: JSON.stringify(await exportJWK(publicKey)) };
}

export async function signToken(
  key: KeyPair,
  facts: {
    jti: string;
    sub: string;
    iat?: number;
    exp?: number;
    nbf?: number;
    header?: object;
    claims?: object;
  },
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const { jti, sub, iat = now, nbf = iat, exp = now + 3600 } = facts;
  const { algorithm, type, issuer, audience } = API_KEY_TOKEN;
  return new SignJWT({ iss: issuer, aud: audience, sub, jti, iat, nbf, exp, ...facts.claims })
    .setProtectedHeader({ alg: algorithm, typ: type, kid: key.keyId, ...facts.header })
    .sign(key.privateKey);
}

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export interface World {
  directory: FakeDirectory;
  cells: FakeCell[];
  gateway: Gateway;
  ca: string;
  /** Stops the gateway and starts another on the same files. */
  restartGateway(): Promise<void>;
  /** Waits until the gateway has the directory's newest version. */
  follow(version: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startWorld(
  options: { cells?: string[]; clock?: Clock; settings?: Record<string, number | string | string[]> } = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "cellplane-gateway-"));
  const server = await serverIdentity();
  writeFileSync(join(folder, "cert.pem"), server.cert);
  writeFileSync(join(folder, "key.pem"), server.key);
  const directory = new FakeDirectory();
  await directory.start();
  const cells = (options.cells ?? ["cell-1"]).map((id) => new FakeCell(id));
  for (const cell of cells) await cell.start();
  directory.change((content) => {
    content.cells = cells.map(({ id, address }) => ({ cellId: id, address, driver: "embedded" }));
  });
  const start = (): Promise<Gateway> =>
    startGateway(
      {
        listenAddress: "127.0.0.1:0",
        internalListenAddress: "127.0.0.1:0",
        tlsCertFile: join(folder, "cert.pem"),
        tlsKeyFile: join(folder, "key.pem"),
        directoryAddress: directory.address,
        directoryFile: join(folder, "directory.bin"),
        internalToken: INTERNAL_TOKEN,
        namespaceDomain: "edge.test",
        trustedProxies: [],
        connectionsPerAddressMax: 1_000,
        connectionsMax: 10_000,
        stopWithStdin: false,
        logLevel: "silent",
        ...options.settings,
      },
      { log, clock: options.clock ?? systemClock },
    );
  const world: World = {
    directory,
    cells,
    gateway: await start(),
    ca: server.ca,
    restartGateway: async () => {
      await world.gateway.stop();
      world.gateway = await start();
    },
    follow: async (version) => {
      const limit = performance.now() + 10_000;
      while (world.gateway.view.version !== version) {
        if (performance.now() > limit) throw new Error(`the gateway did not follow to version ${version}`);
        await delay(POLL_MS);
      }
    },
    stop: async () => {
      await world.gateway.stop();
      await directory.stop();
      for (const cell of cells) await cell.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

export interface ClientOptions {
  identity?: Identity | { cert: string; key: string } | undefined;
  servername?: string;
  version?: SecureVersion;
  session?: Buffer | undefined;
  /** Sent before the TLS handshake, in pieces, as a proxy in front does. */
  preface?: readonly Buffer[];
  /** The client's own address: all of 127.0.0.0/8 is this machine. */
  localAddress?: string;
}

/** One HTTP/2 connection to the gateway. */
export class EdgeClient {
  readonly session: ClientHttp2Session;
  /** The newest TLS session ticket or id the server gave. */
  ticket: Buffer | undefined;

  constructor(world: World, options: ClientOptions = {}) {
    const { identity, version } = options;
    const tls: ConnectionOptions = {
      ca: world.ca,
      ...(identity === undefined ? {} : { cert: identity.cert, key: identity.key }),
      servername: options.servername ?? "localhost",
      checkServerIdentity: () => undefined,
      ...(version === undefined ? {} : { minVersion: version, maxVersion: version }),
      ...(options.session === undefined ? {} : { session: options.session }),
    };
    this.session = connect(`https://${world.gateway.address}`, {
      ...tls,
      createConnection: () =>
        connectTls({ ...tls, ALPNProtocols: ["h2"], socket: connectRaw(world, options) }),
    });
    this.session.setMaxListeners(0);
    this.session.on("error", () => undefined);
    this.session.socket.on("session", (ticket: Buffer) => (this.ticket = ticket));
  }

  close(): void {
    this.session.destroy();
  }

  stream(path: string, headers: Record<string, string>, body: Buffer): ClientHttp2Stream {
    const stream = this.session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      ...headers,
    });
    stream.on("error", () => undefined);
    stream.end(body);
    return stream;
  }

  raw(path: string, headers: Record<string, string>, body: Buffer): Promise<Answer> {
    const stream = this.stream(path, headers, body);
    return new Promise((resolve) => {
      const answer: Answer = {
        status: undefined,
        message: "",
        http: undefined,
        body: Buffer.alloc(0),
        headers: {},
      };
      const parts: Buffer[] = [];
      const take = (received: Record<string, unknown>): void => {
        Object.assign(answer.headers, received);
        if (received[":status"] !== undefined) answer.http = Number(received[":status"]);
        if (received["grpc-status"] !== undefined) answer.status = Number(received["grpc-status"]);
        if (received["grpc-message"] !== undefined)
          answer.message = decodeURIComponent(String(received["grpc-message"]));
      };
      stream.on("response", take);
      stream.on("trailers", take);
      stream.on("data", (chunk: Buffer) => parts.push(chunk));
      stream.on("close", () => resolve({ ...answer, body: Buffer.concat(parts).subarray(5) }));
      this.session.once("error", () => resolve(answer));
    });
  }

  call(method: string, request: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.raw(`${SERVICE}${method}`, headers, frameOf(encodeRequest(method, request)));
  }

  start(namespace: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call("StartWorkflowExecution", { namespace, workflowId: "w" }, headers);
  }
}

function connectRaw(world: World, options: ClientOptions): Socket {
  const { hostname, port } = new URL(`https://${world.gateway.address}`);
  const { localAddress } = options;
  const socket = connectTcp({
    host: hostname,
    port: Number(port),
    noDelay: true,
    ...(localAddress === undefined ? {} : { localAddress }),
  });
  for (const piece of options.preface ?? []) socket.write(piece);
  return socket;
}

export interface Answer {
  /** gRPC status, undefined when the call got none. */
  status: number | undefined;
  message: string;
  http: number | undefined;
  body: Buffer;
  headers: Record<string, unknown>;
}

export const SERVICE = "/temporal.api.workflowservice.v1.WorkflowService/";

export function encodeRequest(method: string, request: object): Uint8Array {
  return codecOf<object>(`temporal.api.workflowservice.v1.${method}Request`).encode(request);
}

export function runIdOf(answer: Answer): string | null | undefined {
  const type = "temporal.api.workflowservice.v1.StartWorkflowExecutionResponse";
  return codecOf<temporal.api.workflowservice.v1.IStartWorkflowExecutionResponse>(type).decode(answer.body)
    .runId;
}
