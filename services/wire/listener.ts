// Listens on a TCP port or unix socket, plain or TLS, and makes every accepted socket an HTTP/2 connection, or an
// HTTP/1.1 one where a door for it is given: told apart by ALPN, or by the first bytes where there is no TLS.
// TLS never resumes sessions: no tickets and no cache, because a resumed session skips the check of the client.
import { constants } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from "node:tls";
import type { HttpDoor } from "#shared/http";
import { sniffProtocol } from "#shared/sniff-protocol";
import { splitAddress } from "#shared/split-address";
import { Connection } from "./connection.ts";
import type { HeaderList } from "./header-list.ts";
import { serveHttp1, type Http1 } from "./http/http1.ts";
import { INTERNAL_LIMITS, type ConnectionLimits } from "./limits.ts";
import { serveUnary, type ServeUnaryOptions } from "./serve-unary.ts";
import type { Stream } from "./stream.ts";

export interface ListenOptions {
  /** "host:port" (port 0 picks one) or "unix:PATH". */
  address: string;
  /** Certificate, key and what else TLS needs; plaintext when absent. */
  tls?: TlsOptions;
  limits: ConnectionLimits;
  onStream: (stream: Stream, connection: Connection, headers: HeaderList) => void;
  /** Answers HTTP/1.1; without it such connections are closed. Streams of HTTP/2 are all `onStream`'s. */
  http?: HttpDoor;
  /** Takes what stands before the protocol's own bytes, and then calls `ready`; may destroy the socket instead. */
  prepare?: (socket: Socket, ready: () => void) => void;
  /** Before anything of the protocol is read; answer false to refuse the socket. */
  admit?: (socket: Socket) => boolean;
  onConnection?: (connection: Connection) => void;
  onClosed?: (connection: Connection, reason: string) => void;
}

export interface Listener {
  /** The address with the real port. */
  readonly address: string;
  readonly connections: ReadonlySet<Connection>;
  /** Refuses new connections, lets running streams end for `graceMs`, then cuts them. */
  stop(graceMs: number): Promise<void>;
}

const BACKLOG = 1_024;
const TLS_OPTIONS: TlsOptions = {
  minVersion: "TLSv1.2",
  // Forward secrecy only; TLS 1.3's suites all have it.
  ciphers:
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:" +
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:" +
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305",
  secureOptions:
    constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION | constants.SSL_OP_NO_COMPRESSION,
  handshakeTimeout: 10_000,
};

export async function listen(options: ListenOptions): Promise<Listener> {
  const connections = new Set<Connection>();
  const sockets = new Set<Socket>();
  const accept = (socket: Socket): void => {
    const connection = new Connection(socket, {
      role: "server",
      limits: options.limits,
      onStream: options.onStream,
      onClosed: (reason) => {
        connections.delete(connection);
        options.onClosed?.(connection, reason);
      },
    });
    connections.add(connection);
    options.onConnection?.(connection);
  };
  const http1 = options.http === undefined ? undefined : serveHttp1(options.http);
  const protocol = createServerFor(options, accept, http1);
  const admit = (socket: Socket): boolean => {
    const isAdmitted = options.admit?.(socket) !== false;
    if (!isAdmitted) socket.destroy();
    return isAdmitted;
  };
  const server = options.prepare === undefined ? protocol : createPreparing(options.prepare, admit, protocol);
  server.on("connection", (socket: Socket) => {
    if (options.prepare === undefined && !admit(socket)) return;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await bind(server, options.address);
  return {
    address: addressOf(server, options.address),
    connections,
    stop: (graceMs) => stop({ server, connections, sockets, http1 }, graceMs),
  };
}

/** Serves a table of unary handlers: the whole server of a cell. */
export function listenUnary(
  options: { address: string; tls?: TlsOptions; limits?: ConnectionLimits } & ServeUnaryOptions,
): Promise<Listener> {
  const { address, tls, http, limits = INTERNAL_LIMITS } = options;
  return listen({
    address,
    limits,
    onStream: serveUnary(options),
    ...(tls === undefined ? {} : { tls }),
    ...(http === undefined ? {} : { http }),
  });
}

function createServerFor(
  { tls, limits }: ListenOptions,
  accept: (socket: Socket) => void,
  http1: Http1 | undefined,
): Server {
  if (tls !== undefined) return createTls(tls, accept, http1);
  if (http1 === undefined) return createServer(accept);
  return createServer({ noDelay: true }, (socket) =>
    sniffProtocol(socket, limits.handshakeTimeoutMs, (protocol) => {
      if (protocol === "h2") accept(socket);
      else http1.accept(socket);
    }),
  );
}

/** Sockets are prepared and admitted first, and then given to the protocol's server, which itself listens nowhere. */
function createPreparing(
  prepare: NonNullable<ListenOptions["prepare"]>,
  admit: (socket: Socket) => boolean,
  protocol: Server,
): Server {
  return createServer({ noDelay: true }, (socket) =>
    prepare(socket, () => {
      if (!socket.destroyed && admit(socket)) protocol.emit("connection", socket);
    }),
  );
}

function createTls(tls: TlsOptions, accept: (socket: Socket) => void, http1: Http1 | undefined): Server {
  const ALPNProtocols = http1 === undefined ? ["h2"] : ["h2", "http/1.1"];
  const server = createTlsServer({ ...TLS_OPTIONS, ALPNProtocols, ...tls }, (socket: TLSSocket) => {
    if (socket.alpnProtocol === "h2") return accept(socket);
    // A client without ALPN speaks no HTTP/2 that we could know of.
    if (http1 === undefined) return socket.destroy();
    socket.on("error", () => socket.destroy());
    http1.accept(socket);
  });
  // A failed handshake concerns only its own socket, which Node destroys.
  server.on("tlsClientError", (_error, socket) => socket.destroy());
  return server;
}

async function bind(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    const bound = (): void => {
      server.off("error", reject);
      resolve();
    };
    if (address.startsWith("unix:"))
      return server.listen({ path: address.slice(5), backlog: BACKLOG }, bound);
    server.listen({ ...splitAddress(address), backlog: BACKLOG }, bound);
  });
}

function addressOf(server: Server, address: string): string {
  const bound = server.address();
  if (bound === null || typeof bound === "string") return address;
  return `${address.slice(0, address.lastIndexOf(":"))}:${String(bound.port)}`;
}

async function stop(
  held: {
    server: Server;
    connections: ReadonlySet<Connection>;
    sockets: ReadonlySet<Socket>;
    http1: Http1 | undefined;
  },
  graceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    held.server.close(() => resolve());
  });
  for (const connection of [...held.connections]) connection.drain();
  held.http1?.drain();
  const cut = setTimeout(() => {
    for (const socket of held.sockets) socket.destroy();
  }, graceMs);
  await closed;
  clearTimeout(cut);
}
