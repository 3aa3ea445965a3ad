// An HTTP/1.1 server that never listens: it is handed connections, and holds them to the limits it was given.
import http from "node:http";

export interface Http1Limits {
  headerBytesMax: number;
  headersTimeoutMs: number;
  /** For a whole request, body included. */
  requestTimeoutMs: number;
  keepAliveTimeoutMs: number;
  /** How often the timeouts are looked at. */
  connectionsCheckMs: number;
  requestsPerConnectionMax: number;
}

/** Hand it a connection with `server.emit("connection", socket)`. */
export function createHttp1Server(limits: Http1Limits, listener: http.RequestListener): http.Server {
  const server = http.createServer(
    {
      maxHeaderSize: limits.headerBytesMax,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      connectionsCheckingInterval: limits.connectionsCheckMs,
      insecureHTTPParser: false,
      rejectNonStandardBodyWrites: true,
      requireHostHeader: true,
    },
    listener,
  );
  server.maxRequestsPerSocket = limits.requestsPerConnectionMax;
  // Node starts to watch header and request timeouts when a server listens; this one is only handed connections.
  server.emit("listening");
  return server;
}
