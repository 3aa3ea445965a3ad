// A unary gRPC client over wire's connections: bytes out, bytes in, failures as CloudError. Every call has a deadline.
import { CloudError, errorCodeOfGrpcStatus } from "#shared/errors";
import { cloudErrorOfGrpc, STATUS_DETAILS_KEY } from "#shared/grpc-status";
import { Connector, type ConnectorOptions } from "./connector.ts";
import { H2_ERROR } from "./frames.ts";
import { decodeGrpcMessage } from "./grpc-blocks.ts";
import { frameOf, MessageReader, unframe } from "./grpc-message.ts";
import { formatGrpcTimeout } from "#shared/grpc-timeout";
import { headerOf, type HeaderList } from "./header-list.ts";
import { INTERNAL_LIMITS } from "./limits.ts";
import type { Stream, StreamEvents } from "./stream.ts";

const DEADLINE_DEFAULT_MS = 10_000;
const RESPONSE_BYTES_MAX = 64 * 1024 * 1024;

export interface UnaryCallOptions {
  metadata?: Readonly<Record<string, string>>;
  deadlineMs?: number;
  signal?: AbortSignal | undefined;
}

export interface UnaryClient {
  call(path: string, request: Uint8Array, options?: UnaryCallOptions): Promise<Uint8Array>;
  close(): void;
}

/** Connects on the first call and again after a loss. With `token`, every call carries it as bearer token. */
export function createUnaryClient(
  options: Pick<ConnectorOptions, "address" | "tls"> & { token?: string | undefined },
): UnaryClient {
  const connector = new Connector({ limits: INTERNAL_LIMITS, ...options });
  return {
    close: () => connector.close(),
    call: async (path, request, callOptions = {}) => {
      const deadlineMs = callOptions.deadlineMs ?? DEADLINE_DEFAULT_MS;
      const connection = connector.ready() ?? (await connector.acquire());
      if (callOptions.signal?.aborted === true) throw new CloudError("CANCELLED", "The call was cancelled.");
      const headers = requestHeaders(options, path, deadlineMs, callOptions.metadata);
      return new Promise<Uint8Array>((resolve, reject) => {
        const call = new ClientCall(resolve, reject);
        call.start(connection.open(headers, false, call), frameOf(request), deadlineMs, callOptions.signal);
      });
    },
  };
}

function requestHeaders(
  options: { address: string; tls?: unknown; token?: string | undefined },
  path: string,
  deadlineMs: number,
  metadata: Readonly<Record<string, string>> = {},
): HeaderList {
  const headers = [
    ":method",
    "POST",
    ":scheme",
    options.tls === undefined ? "http" : "https",
    ":path",
    path,
    ":authority",
    options.address.startsWith("unix:") ? "localhost" : options.address,
    "content-type",
    "application/grpc",
    "te",
    "trailers",
    "grpc-accept-encoding",
    "identity,gzip",
    "grpc-timeout",
    formatGrpcTimeout(deadlineMs),
  ];
  if (options.token !== undefined) headers.push("authorization", `Bearer ${options.token}`);
  for (const [name, value] of Object.entries(metadata)) headers.push(name, value);
  return headers;
}

/** Reads one unary answer. Without `start` it has no stream to cancel: whoever feeds it ends it. */
export class ClientCall implements StreamEvents {
  readonly #resolve: (response: Uint8Array) => void;
  readonly #reject: (error: CloudError) => void;
  readonly #reader = new MessageReader(RESPONSE_BYTES_MAX);
  #stream: Stream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #signal: AbortSignal | undefined;
  #encoding: string | undefined;
  #isOver = false;
  readonly #onAbort = (): void => this.#cancel(new CloudError("CANCELLED", "The call was cancelled."));

  constructor(resolve: (response: Uint8Array) => void, reject: (error: CloudError) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start(stream: Stream, frame: Buffer, deadlineMs: number, signal: AbortSignal | undefined): void {
    this.#stream = stream;
    this.#signal = signal;
    this.#timer = setTimeout(
      () => this.#cancel(new CloudError("DEADLINE_EXCEEDED", "The call's deadline has passed.")),
      deadlineMs,
    );
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    stream.sendData(frame, true);
  }

  headers(headers: HeaderList, isEnd: boolean): void {
    this.#encoding ??= headerOf(headers, "grpc-encoding");
    if (isEnd) this.#finish(headers);
    else if (headerOf(headers, ":status") !== "200") {
      this.#cancel(new CloudError("UNAVAILABLE", "The server answered something that is not gRPC."));
    }
  }

  data(chunk: Buffer, isEnd: boolean): void {
    try {
      this.#reader.add(chunk);
    } catch (error) {
      return this.#cancel(error instanceof CloudError ? error : broken());
    }
    if (isEnd) this.#cancel(broken());
    else this.#stream?.consume(chunk.length);
  }

  sent(): void {
    // The request is one message: nothing waits for its departure.
  }

  closed(errorCode: number | undefined): void {
    // After a whole answer there is nothing to tell, and an error with its stack costs more than a call.
    if (this.#isOver) return;
    this.#settle(
      errorCode === H2_ERROR.REFUSED_STREAM
        ? new CloudError("UNAVAILABLE", "The server refuses calls now. Try again.")
        : new CloudError("UNAVAILABLE", "The connection to the server was lost.", {
            internalDetail: `HTTP/2 error ${String(errorCode)}`,
          }),
    );
  }

  #finish(trailers: HeaderList): void {
    const status = headerOf(trailers, "grpc-status");
    if (status === "0") {
      try {
        const message = unframe(this.#reader.whole(), this.#encoding, RESPONSE_BYTES_MAX);
        return this.#settle(undefined, message);
      } catch (error) {
        return this.#settle(error instanceof CloudError ? error : broken());
      }
    }
    if (status === undefined || !/^\d{1,3}$/.test(status)) return this.#settle(broken());
    const details = headerOf(trailers, STATUS_DETAILS_KEY);
    const message = decodeGrpcMessage(headerOf(trailers, "grpc-message") ?? "");
    this.#settle(
      cloudErrorOfGrpc(
        Number(status),
        message === "" ? errorCodeOfGrpcStatus(Number(status)) : message,
        details === undefined ? undefined : Buffer.from(details, "base64"),
      ),
    );
  }

  #cancel(error: CloudError): void {
    this.#settle(error);
    this.#stream?.reset(H2_ERROR.CANCEL);
  }

  #settle(error: CloudError | undefined, response: Uint8Array = new Uint8Array()): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
    if (error === undefined) this.#resolve(response);
    else this.#reject(error);
  }
}

function broken(): CloudError {
  return new CloudError("INTERNAL", "The server's answer is not a complete gRPC answer.");
}
