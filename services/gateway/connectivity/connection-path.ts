// By which path each connection came: its client's address and private link. A trusted proxy in front may tell both in a
// PROXY protocol header; anybody else's address is that of its socket, and a header of theirs is not looked at.
import type { Socket } from "node:net";
import { BlockList, isIP } from "node:net";
import { PROXY_HEADER_BYTES_MAX, readProxyHeader, type ProxyHeader } from "./proxy-header.ts";

export interface ConnectionPath {
  /** IPv4 in its own form, also when the socket shows it as IPv6. */
  readonly address: string;
  /** Undefined for a client that came over the public network. */
  readonly linkId: string | undefined;
}

const HEADER_TIMEOUT_MS = 5_000;

export class ConnectionPaths {
  readonly #trusted: BlockList;
  /** By the proxy's address and port, because a TLS socket shows those of the socket below it. */
  readonly #told = new Map<string, ConnectionPath>();

  constructor(trustedProxies: readonly string[]) {
    this.#trusted = networksOf(trustedProxies);
  }

  /** For the listener: calls `ready` when the client's own bytes come next. A header that is late or wrong cuts it. */
  readonly prepare = (socket: Socket, ready: () => void): void => {
    if (!isIn(this.#trusted, addressOf(socket))) return ready();
    readHeader(socket, (header) => {
      if (header?.sourceAddress !== undefined) this.#remember(socket, header);
      ready();
    });
  };

  pathOf(socket: Socket): ConnectionPath {
    return this.#told.get(keyOf(socket)) ?? { address: addressOf(socket), linkId: undefined };
  }

  #remember(socket: Socket, { sourceAddress = "", linkId }: ProxyHeader): void {
    const key = keyOf(socket);
    this.#told.set(key, { address: plainAddress(sourceAddress), linkId });
    socket.once("close", () => this.#told.delete(key));
  }
}

/** Networks as "203.0.113.0/24", checked when they were configured. */
export function networksOf(cidrs: readonly string[]): BlockList {
  const networks = new BlockList();
  for (const cidr of cidrs) {
    const [address = "", prefix = ""] = cidr.split("/");
    networks.addSubnet(address, Number(prefix), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return networks;
}

export function isIn(networks: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && networks.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Calls `done` with the header, or undefined when the proxy sent none; what follows it is put back. */
function readHeader(socket: Socket, done: (header: ProxyHeader | undefined) => void): void {
  let seen = Buffer.alloc(0);
  const giveUp = (): void => {
    socket.destroy();
  };
  const timer = setTimeout(giveUp, HEADER_TIMEOUT_MS);
  const stop = (): void => {
    clearTimeout(timer);
    socket.off("readable", onReadable).off("error", giveUp).off("end", giveUp).off("close", stop);
  };
  const onReadable = (): void => {
    const chunk = socket.read() as Buffer | null;
    if (chunk === null) return;
    seen = Buffer.concat([seen, chunk]);
    const header = readProxyHeader(seen);
    if (header === undefined) {
      if (seen.length > PROXY_HEADER_BYTES_MAX) giveUp();
      return;
    }
    stop();
    const rest = header === "none" ? seen : seen.subarray(header.length);
    if (rest.length > 0) socket.unshift(rest);
    done(header === "none" ? undefined : header);
  };
  socket.on("readable", onReadable).on("error", giveUp).on("end", giveUp).on("close", stop);
}

function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? ""} ${String(remotePort ?? 0)}`;
}

function addressOf(socket: Socket): string {
  return plainAddress(socket.remoteAddress ?? "");
}

const MAPPED = /^(?:::|0:0:0:0:0:)ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function plainAddress(address: string): string {
  return MAPPED.exec(address)?.[1] ?? address;
}
