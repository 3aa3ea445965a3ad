// Named limits of HTTP/1.1 connections and of HTTP requests on HTTP/2 streams.
import { MESSAGE_BYTES_MAX } from "#shared/grpc";
import type { Http1Limits } from "#shared/http1-server";

/** The same for both protocols, and as much as one gRPC message. */
export const BODY_BYTES_MAX = MESSAGE_BYTES_MAX;

/** Bodies of one HTTP/2 connection that are not whole yet. */
export const INCOMPLETE_BYTES_MAX = 16 * 1024 * 1024;
/** From a stream's headers to its whole body. */
export const REQUEST_TIMEOUT_MS = 30_000;

export const HTTP1_LIMITS: Http1Limits = {
  headerBytesMax: 32 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  keepAliveTimeoutMs: 65_000,
  connectionsCheckMs: 2_000,
  requestsPerConnectionMax: 10_000,
};
