// The transport-neutral shape of a unary gRPC call: handlers take and give encoded messages, so the same table of
// operations can be mounted on @grpc/grpc-js, on node:http2 and on services/wire. Handlers fail with CloudError.
import type { EpochMs } from "./clock.ts";

/** Lower-case header names to values; "-bin" values as received (base64). Repeated headers are joined by ", ". */
export type CallMetadata = Readonly<Record<string, string>>;

export interface UnaryCall {
  /** "/package.Service/Method" */
  readonly path: string;
  readonly metadata: CallMetadata;
  /** When the caller stops waiting; undefined when it set no grpc-timeout. */
  readonly deadline: EpochMs | undefined;
  /** Aborts when the caller cancels, disconnects or its deadline passes. */
  readonly signal: AbortSignal;
  /** Remote address, for audit and limits. */
  readonly peer: string;
}

export type UnaryHandler = (call: UnaryCall, request: Uint8Array) => Promise<Uint8Array>;

/** Handlers by gRPC path. */
export type UnaryTable = ReadonlyMap<string, UnaryHandler>;

/** What a streaming method may do with its call. What it sends goes out in order; `end` is the last thing it does. */
export interface StreamReply {
  send(message: Uint8Array): void;
  /** With an error: the status of the call. */
  end(error?: unknown): void;
}

/** What a streaming method is told of its call. */
export interface StreamedRequests {
  /** One request message; the next one comes when what was sent for this one has left. May throw a CloudError. */
  message(request: Uint8Array): void;
  /** The caller sends no more. */
  finished(): void;
  /** The call is over, whoever ended it. */
  closed(): void;
}

/** Called once for every call. For the few methods that stream (reflection, Health/Watch): one message at a time. */
export type StreamHandler = (reply: StreamReply) => StreamedRequests;

/** Streaming handlers by gRPC path. */
export type StreamTable = ReadonlyMap<string, StreamHandler>;

/** 4 MB, as Temporal's frontend: larger requests are refused with RESOURCE_EXHAUSTED. */
export const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
