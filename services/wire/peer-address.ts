// How the other side of a connection is named to handlers, for audit and limits.
import type { Socket } from "node:net";

/** "host:port", or "unix:0" on a unix socket. */
export function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? "unix"}:${String(remotePort ?? 0)}`;
}
