// Answers one gRPC call on one HTTP/2 stream: reads the messages, runs the handler, writes the answer and the status.
// Protocol only: who may call what is the handler's business.
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { Clock } from "#shared/clock";
import { CloudError, toCloudError } from "#shared/errors";
import type { CallMetadata, UnaryCall } from "#shared/grpc";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { GrpcHandler, GrpcHandlers } from "./handlers.ts";
import { ACCEPTED_ENCODINGS, frameMessage, readMessages } from "./message-frames.ts";
import { errorTrailers, okTrailers, readMetadata, readTimeoutMs } from "./metadata.ts";

export interface GrpcServerPorts {
  handlers: GrpcHandlers;
  clock: Clock;
  ids: Ids;
  log: Logger;
}

/** Metadata under which the request's id travels: to the handler, and back to the caller. */
export const REQUEST_ID_KEY = "x-request-id";

const CONTENT_TYPE = /^application\/grpc(\+proto)?\s*(;.*)?$/i;

/** Whether a stream is gRPC's and not JSON's. */
export function isGrpc(headers: IncomingHttpHeaders): boolean {
  return headers["content-type"]?.toLowerCase().startsWith("application/grpc") === true;
}

/** Serves the stream. Never throws: whatever goes wrong becomes a status or ends the stream. */
export async function serveGrpcStream(
  ports: GrpcServerPorts,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
): Promise<void> {
  const requestId = ports.ids.uuid();
  const abort = new AbortController();
  const onGone = (): void => abort.abort(new CloudError("CANCELLED", "The caller cancelled."));
  stream.on("aborted", onGone);
  stream.on("close", onGone);
  // A reset stream reports its error here too; the abort above has already told the handler.
  stream.on("error", onGone);
  let timer: NodeJS.Timeout | undefined;
  try {
    const timeoutMs = readTimeoutMs(headers["grpc-timeout"] as string | undefined);
    if (timeoutMs !== undefined) {
      const late = new CloudError("DEADLINE_EXCEEDED", "The deadline that the caller set has passed.");
      if (timeoutMs <= 0) throw late;
      timer = setTimeout(() => abort.abort(late), Math.min(timeoutMs, 2 ** 31 - 1));
    }
    const handler = findHandler(ports.handlers, headers);
    const call = describeCall(ports, stream, headers, { requestId, timeoutMs, signal: abort.signal });
    await untilAborted(answer(handler, call, stream, requestId), abort.signal);
    endWith(stream, requestId, okTrailers());
  } catch (thrown) {
    const error = toCloudError(thrown);
    if (error.code === "INTERNAL")
      ports.log.error(
        { detail: error.internalDetail, requestId, path: headers[":path"] },
        "gRPC call failed",
      );
    endWith(stream, requestId, errorTrailers(error));
  } finally {
    clearTimeout(timer);
  }
}

function findHandler(handlers: GrpcHandlers, headers: IncomingHttpHeaders): GrpcHandler {
  if (headers[":method"] !== "POST") throw new CloudError("UNIMPLEMENTED", "gRPC calls are POST requests.");
  if (!CONTENT_TYPE.test(headers["content-type"] ?? ""))
    throw new CloudError("UNIMPLEMENTED", "Only application/grpc and application/grpc+proto are served.");
  const path = headers[":path"] ?? "";
  const handler = handlers.get(path);
  if (handler !== undefined) return handler;
  throw new CloudError("UNIMPLEMENTED", `unknown method ${path.slice(0, 200)}`);
}

function describeCall(
  ports: GrpcServerPorts,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  facts: { requestId: string; timeoutMs: number | undefined; signal: AbortSignal },
): UnaryCall {
  const metadata: CallMetadata = { ...readMetadata(headers), [REQUEST_ID_KEY]: facts.requestId };
  return {
    path: headers[":path"] ?? "",
    metadata,
    deadline: facts.timeoutMs === undefined ? undefined : ports.clock.now() + facts.timeoutMs,
    signal: facts.signal,
    peer: stream.session?.socket.remoteAddress ?? "",
  };
}

async function answer(
  handler: GrpcHandler,
  call: UnaryCall,
  stream: ServerHttp2Stream,
  requestId: string,
): Promise<void> {
  // Not to be destroyed when a handler stops reading early: the status is still to be sent on it.
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const messages = readMessages(chunks, call.metadata["grpc-encoding"] ?? "identity");
  if (handler.kind === "unary") {
    const response = await handler.handle(call, await onlyMessage(messages));
    write(stream, requestId, response);
    return;
  }
  for await (const response of handler.handle(call, messages)) {
    if (!write(stream, requestId, response)) await drained(stream, call.signal);
  }
}

/** Exactly one message, as unary calls have. */
async function onlyMessage(messages: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let only: Uint8Array | undefined;
  for await (const message of messages) {
    if (only !== undefined)
      throw new CloudError("UNIMPLEMENTED", "A unary call has exactly one request message.");
    only = message;
  }
  if (only === undefined)
    throw new CloudError("UNIMPLEMENTED", "A unary call has exactly one request message.");
  return only;
}

function write(stream: ServerHttp2Stream, requestId: string, message: Uint8Array): boolean {
  if (stream.destroyed || stream.closed) return true;
  if (!stream.headersSent) stream.respond(responseHeaders(requestId), { waitForTrailers: true });
  return stream.write(frameMessage(message));
}

function drained(stream: ServerHttp2Stream, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    stream.once("drain", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function responseHeaders(requestId: string): OutgoingHttpHeaders {
  return {
    ":status": 200,
    "content-type": "application/grpc",
    "grpc-accept-encoding": ACCEPTED_ENCODINGS,
    [REQUEST_ID_KEY]: requestId,
  };
}

/** Ends the call with its status: after messages as trailers, without any as the only headers. */
function endWith(stream: ServerHttp2Stream, requestId: string, trailers: OutgoingHttpHeaders): void {
  if (stream.destroyed || stream.closed) return;
  if (!stream.headersSent) {
    stream.respond({ ...responseHeaders(requestId), ...trailers }, { endStream: true });
    // What the caller still sends is read and dropped, so that the connection's flow control is not used up.
    stream.resume();
    return;
  }
  stream.once("wantTrailers", () => stream.sendTrailers(trailers));
  stream.end();
}

/** The work, or the abort's reason as soon as the call is aborted. */
async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    // The handler may still fail after the abort; nobody is there to be told.
    work.catch(() => undefined);
  }
}
