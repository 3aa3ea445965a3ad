// A unary gRPC client over @grpc/grpc-js: bytes out, bytes in, failures as CloudError. Every call has a deadline.
import grpc from "@grpc/grpc-js";
import { systemClock } from "./clock.ts";
import { CloudError } from "./errors.ts";
import { cloudErrorOfGrpc, STATUS_DETAILS_KEY } from "./grpc-status.ts";

const DEADLINE_DEFAULT_MS = 10_000;
const RESPONSE_BYTES_MAX = 64 * 1024 * 1024;

export interface CallOptions {
  metadata?: Readonly<Record<string, string>>;
  deadlineMs?: number;
  signal?: AbortSignal | undefined;
}

export interface GrpcClient {
  call(path: string, request: Uint8Array, options?: CallOptions): Promise<Uint8Array>;
  close(): void;
}

/** Connects on the first call and again after a loss. With `token`, every call carries it as bearer token. */
export function createGrpcClient(
  address: string,
  options: {
    token?: string | undefined;
    credentials?: grpc.ChannelCredentials;
    /** The name that the server's certificate must have, when it is not the address's. */
    serverName?: string;
  } = {},
): GrpcClient {
  const client = new grpc.Client(address, options.credentials ?? grpc.credentials.createInsecure(), {
    "grpc.max_receive_message_length": RESPONSE_BYTES_MAX,
    "grpc.max_send_message_length": -1,
    "grpc.use_local_subchannel_pool": 1,
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": 2_000,
    ...(options.serverName === undefined ? {} : { "grpc.ssl_target_name_override": options.serverName }),
  });
  return {
    call: (path, request, callOptions = {}) =>
      callUnary(client, { path, request, token: options.token }, callOptions),
    close: () => client.close(),
  };
}

function callUnary(
  client: grpc.Client,
  message: { path: string; request: Uint8Array; token: string | undefined },
  options: CallOptions,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted === true)
      return reject(new CloudError("CANCELLED", "The call was cancelled."));
    const metadata = new grpc.Metadata();
    if (message.token !== undefined) metadata.set("authorization", `Bearer ${message.token}`);
    for (const [key, value] of Object.entries(options.metadata ?? {})) metadata.set(key, value);
    const onAbort = (): void => call.cancel();
    const call = client.makeUnaryRequest(
      message.path,
      (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      (bytes: Buffer): Uint8Array => bytes,
      message.request,
      metadata,
      { deadline: systemClock.now() + (options.deadlineMs ?? DEADLINE_DEFAULT_MS) },
      (error, response) => {
        options.signal?.removeEventListener("abort", onAbort);
        if (error === null) resolve(response ?? new Uint8Array());
        else reject(failureOf(error));
      },
    );
    options.signal?.addEventListener("abort", onAbort, { once: true });
  });
}

function failureOf(error: grpc.ServiceError): CloudError {
  // A failure before any answer has no metadata, although its type says it has.
  const metadata = error.metadata as grpc.Metadata | undefined;
  const details = metadata?.get(STATUS_DETAILS_KEY)[0];
  return cloudErrorOfGrpc(error.code, error.details, Buffer.isBuffer(details) ? details : undefined);
}
