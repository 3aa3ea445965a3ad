// Mounts a table of unary handlers on @grpc/grpc-js: bytes in, bytes out, CloudError to status. Transport only:
// authentication, rules and encoding of messages belong to the table.
import grpc from "@grpc/grpc-js";
import type { Logger } from "./log.ts";
import { toCloudError, type CloudError } from "./errors.ts";
import {
  MESSAGE_BYTES_MAX,
  type CallMetadata,
  type StreamHandler,
  type StreamTable,
  type UnaryCall,
  type UnaryHandler,
  type UnaryTable,
} from "./grpc.ts";
import { encodeStatusDetails, STATUS_DETAILS_KEY } from "./grpc-status.ts";

const KEEPALIVE_MIN_INTERVAL_MS = 10_000;

/** Made once: an abort without a reason makes an exception with a stack for every call. */
const CANCELLED = new Error("the call was cancelled");

export interface GrpcServer {
  /** The address it listens on, with the real port. */
  readonly address: string;
  /** Refuses new calls, waits for running ones up to the limit, then cuts them. */
  stop(graceMs: number): Promise<void>;
}

export interface GrpcServerOptions {
  address: string;
  table: UnaryTable;
  log: Logger;
  /** TLS or plaintext (default). */
  credentials?: grpc.ServerCredentials;
  /** The few methods that are not unary. */
  streams?: StreamTable;
}

type JsCall = grpc.ServerUnaryCall<Buffer, Buffer>;

export async function startGrpcServer(options: GrpcServerOptions): Promise<GrpcServer> {
  const server = new grpc.Server({
    "grpc.max_receive_message_length": MESSAGE_BYTES_MAX,
    "grpc.max_send_message_length": -1,
    "grpc.http2.min_ping_interval_without_data_ms": KEEPALIVE_MIN_INTERVAL_MS,
  });
  for (const [path, handler] of options.table) {
    server.register(path, adapt(path, handler, options.log), toBuffer, toBuffer, "unary");
  }
  for (const [path, handler] of options.streams ?? []) {
    server.register(path, adaptStream(handler), toBuffer, toBuffer, "bidi");
  }
  const port = await new Promise<number>((resolve, reject) => {
    const credentials = options.credentials ?? grpc.ServerCredentials.createInsecure();
    server.bindAsync(options.address, credentials, (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const host = options.address.slice(0, options.address.lastIndexOf(":"));
  return { address: `${host}:${String(port)}`, stop: (graceMs) => stop(server, graceMs) };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function adapt(path: string, handler: UnaryHandler, log: Logger): grpc.handleUnaryCall<Buffer, Buffer> {
  return (call, answer) => {
    let running: Promise<Uint8Array>;
    try {
      running = handler(new JsUnaryCall(path, call), call.request);
    } catch (error) {
      running = Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    running.then(
      (response) => {
        answer(null, toBuffer(response));
      },
      (error: unknown) => {
        const failure = toCloudError(error);
        if (failure.code === "INTERNAL") log.error({ err: error, path }, "a call failed unexpectedly");
        answer(statusOf(failure));
      },
    );
  };
}

function adaptStream(handler: StreamHandler): grpc.handleBidiStreamingCall<Buffer, Buffer> {
  return (call) => {
    const end = (error?: unknown): void => {
      if (error === undefined) call.end();
      else call.emit("error", statusOf(toCloudError(error)));
    };
    const requests = handler({ send: (message) => call.write(toBuffer(message)), end });
    call.on("data", (request: Buffer) => {
      try {
        requests.message(request);
      } catch (error) {
        requests.closed();
        end(error);
      }
    });
    call.on("end", () => requests.finished());
    call.on("cancelled", () => requests.closed());
    call.on("finish", () => requests.closed());
    call.on("error", () => requests.closed());
  };
}

function statusOf(error: CloudError): Partial<grpc.StatusObject> {
  const metadata = new grpc.Metadata();
  const details = encodeStatusDetails(error);
  if (details !== undefined) metadata.set(STATUS_DETAILS_KEY, toBuffer(details));
  return { code: error.grpcStatus, details: error.publicMessage, metadata };
}

/** The call as handlers see it; what costs something is made only when asked for. */
class JsUnaryCall implements UnaryCall {
  readonly path: string;
  readonly #call: JsCall;
  #metadata: CallMetadata | undefined;
  #abort: AbortController | undefined;

  constructor(path: string, call: JsCall) {
    this.path = path;
    this.#call = call;
  }

  get metadata(): CallMetadata {
    return (this.#metadata ??= metadataOf(this.#call.metadata));
  }

  get deadline(): number | undefined {
    const deadline = this.#call.getDeadline();
    const ms = typeof deadline === "number" ? deadline : deadline.getTime();
    return Number.isFinite(ms) ? ms : undefined;
  }

  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const abort = new AbortController();
      this.#abort = abort;
      if (this.#call.cancelled) abort.abort(CANCELLED);
      else this.#call.once("cancelled", () => abort.abort(CANCELLED));
    }
    return this.#abort.signal;
  }

  get peer(): string {
    return this.#call.getPeer();
  }
}

function metadataOf(metadata: grpc.Metadata): CallMetadata {
  const result: Record<string, string> = {};
  for (const key of Object.keys(metadata.getMap())) {
    const values = metadata.get(key);
    result[key] = values
      .map((value) => (typeof value === "string" ? value : value.toString("base64")))
      .join(", ");
  }
  return result;
}

async function stop(server: grpc.Server, graceMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.forceShutdown(), graceMs);
    server.tryShutdown(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
