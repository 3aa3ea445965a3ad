// Keeps connections to one address: opens them when needed, spreads streams over them, and waits between failed
// attempts. A lost connection costs its streams; the next stream opens another.
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions as TlsConnectOptions } from "node:tls";
import { CloudError } from "#shared/errors";
import { splitAddress } from "#shared/split-address";
import { Connection } from "./connection.ts";
import type { ConnectionLimits } from "./limits.ts";

export interface ConnectorOptions {
  /** "host:port" or "unix:PATH". */
  address: string;
  limits: ConnectionLimits;
  tls?: TlsConnectOptions;
  connectionsMax?: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
const BACKOFF_FIRST_MS = 50;
const BACKOFF_MAX_MS = 1_000;
const CONNECTIONS_MAX = 16;
const WAITERS_MAX = 10_000;

interface Waiter {
  resolve: (connection: Connection) => void;
  reject: (error: CloudError) => void;
}

export class Connector {
  readonly #options: ConnectorOptions;
  readonly #connections = new Set<Connection>();
  #waiters: Waiter[] = [];
  #connecting = 0;
  #failures = 0;
  #retryAt = 0;
  #isClosed = false;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  /** A connection with room for a stream, if there is one now: the fast path. */
  ready(): Connection | undefined {
    for (const connection of this.#connections) if (connection.hasRoom) return connection;
    return undefined;
  }

  /** Waits for a connection with room. Errors: UNAVAILABLE when the address cannot be reached. */
  acquire(): Promise<Connection> {
    const ready = this.ready();
    if (ready !== undefined) return Promise.resolve(ready);
    if (this.#isClosed) return Promise.reject(unreachable("closed"));
    if (performance.now() < this.#retryAt) return Promise.reject(unreachable("backing off"));
    if (this.#waiters.length >= WAITERS_MAX) return Promise.reject(unreachable("too many wait"));
    const waiting = new Promise<Connection>((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
    });
    const connectionsMax = this.#options.connectionsMax ?? CONNECTIONS_MAX;
    if (this.#connecting === 0 && this.#connections.size < connectionsMax) this.#connect();
    return waiting;
  }

  /** Lets running streams end and opens nothing more. */
  close(): void {
    this.#isClosed = true;
    for (const connection of [...this.#connections]) connection.drain();
    this.#rejectWaiters("closed");
  }

  #connect(): void {
    this.#connecting += 1;
    const socket = openSocket(this.#options);
    const timer = setTimeout(() => socket.destroy(new Error("connect timeout")), CONNECT_TIMEOUT_MS);
    let isSettled = false;
    const settle = (): boolean => {
      if (isSettled) return false;
      isSettled = true;
      clearTimeout(timer);
      this.#connecting -= 1;
      return true;
    };
    socket.once(this.#options.tls === undefined ? "connect" : "secureConnect", () => {
      if (settle()) this.#connected(socket);
    });
    const failed = (reason: string): void => {
      if (!settle()) return;
      this.#retryAt =
        performance.now() + Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** Math.min(10, this.#failures));
      this.#failures += 1;
      this.#rejectWaiters(reason);
    };
    socket.once("error", (error) => failed(error.message));
    socket.once("close", () => failed("socket closed"));
  }

  #connected(socket: Socket): void {
    this.#failures = 0;
    const connection = new Connection(socket, {
      role: "client",
      limits: this.#options.limits,
      onClosed: (_reason, gone) => {
        this.#connections.delete(gone);
        if (this.#connections.size === 0 && this.#connecting === 0) this.#reconnectForWaiters();
      },
      onRoom: () => this.#serveWaiters(),
    });
    this.#connections.add(connection);
    if (this.#isClosed) connection.drain();
    this.#serveWaiters();
  }

  #serveWaiters(): void {
    while (this.#waiters.length > 0) {
      const connection = this.ready();
      if (connection === undefined) {
        const connectionsMax = this.#options.connectionsMax ?? CONNECTIONS_MAX;
        if (this.#connecting === 0 && this.#connections.size < connectionsMax) this.#connect();
        return;
      }
      // The stream is opened in the waiter's microtask: a place may be taken twice, and the peer then refuses one.
      this.#waiters.shift()?.resolve(connection);
    }
  }

  #reconnectForWaiters(): void {
    if (this.#waiters.length > 0 && !this.#isClosed) this.#connect();
  }

  #rejectWaiters(reason: string): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiters) waiter.reject(unreachable(reason));
  }
}

function openSocket(options: ConnectorOptions): Socket {
  const { address, tls } = options;
  if (address.startsWith("unix:")) return connectTcp({ path: address.slice(5) });
  const target = splitAddress(address);
  return tls === undefined
    ? connectTcp(target)
    : connectTls({ ALPNProtocols: ["h2"], minVersion: "TLSv1.2", ...target, ...tls });
}

function unreachable(reason: string): CloudError {
  return new CloudError("UNAVAILABLE", "The server cannot be reached now. Try again.", {
    internalDetail: reason,
  });
}
