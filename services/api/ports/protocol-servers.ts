// The two inner servers, HTTP/1.1 and HTTP/2, that every port hands its connections to. They never listen themselves.
// An HTTP/2 stream is gRPC or JSON by its content type; HTTP/1.1 is always JSON.
import type http from "node:http";
import http2 from "node:http2";
import type { Duplex } from "node:stream";
import { isGrpc } from "../grpc/serve-stream.ts";
import { headerBytesMax, http2SessionMemoryMb, sessionIdleMs, streamsPerConnectionMax } from "../limits.ts";

export type HttpListener = (request: http.IncomingMessage, response: http.ServerResponse) => void;
export type GrpcListener = (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders) => void;

export interface ProtocolServers {
  /** Takes over a connection that speaks the given protocol. */
  accept(socket: Duplex, protocol: "h2" | "http/1.1"): void;
  /** Refuses new requests on open connections, lets running ones end, then cuts what is left. */
  close(graceMs: number): Promise<void>;
}

export function createProtocolServers(
  http1: http.Server,
  httpListener: HttpListener,
  grpcListener: GrpcListener,
): ProtocolServers {
  const sessions = new Set<http2.ServerHttp2Session>();
  const sockets = new Set<Duplex>();
  const h2 = http2.createServer({
    maxSessionMemory: http2SessionMemoryMb,
    settings: {
      maxConcurrentStreams: streamsPerConnectionMax,
      maxHeaderListSize: headerBytesMax,
      enablePush: false,
    },
  });
  h2.on("session", (session) => {
    sessions.add(session);
    session.setTimeout(sessionIdleMs, () => session.close());
    session.on("error", () => session.destroy());
    session.on("close", () => sessions.delete(session));
  });
  // A server of its own for JSON, because the compatibility layer would write trailers on gRPC's streams too. It never
  // has a connection: streams are handed to it. Its requests are HTTP/1.1's as far as Fastify uses them.
  const compatible = http2.createServer((request, response) => {
    httpListener(request as unknown as http.IncomingMessage, response as unknown as http.ServerResponse);
  });
  h2.on(
    "stream",
    (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders, ...rest: unknown[]) => {
      if (isGrpc(headers)) grpcListener(stream, headers);
      else compatible.emit("stream", stream, headers, ...rest);
    },
  );
  h2.on("sessionError", () => undefined);
  return {
    accept(socket, protocol) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      if (protocol === "h2") h2.emit("connection", socket);
      else http1.emit("connection", socket);
    },
    async close(graceMs) {
      for (const session of sessions) session.close();
      http1.closeIdleConnections();
      await allClosed(sockets, graceMs);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Resolves when every connection has ended, or after the limit. */
function allClosed(sockets: ReadonlySet<Duplex>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (sockets.size === 0) return resolve();
    const timer = setTimeout(resolve, graceMs);
    for (const socket of sockets) {
      socket.once("close", () => {
        if (sockets.size > 0) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}
