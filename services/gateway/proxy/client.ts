// What is known of who is on the other side of a connection: read from its socket once, counted while it lasts.
import type { Socket } from "node:net";
import type { Connection } from "#wire";
import type { ConnectionPath } from "../connectivity/connection-path.ts";
import type { NamespaceRecord } from "../directory/directory-view.ts";
import { peerIdentityOf, type PeerIdentity } from "../identity/caller.ts";
import { networkOf } from "../limits/admission.ts";

export interface Client {
  readonly peer: PeerIdentity;
  /** Its address, or the network of an IPv6 one. */
  readonly network: string;
  /** Bytes of requests that are not complete. */
  incompleteBytes: number;
  /** Namespaces its certificate was used for. */
  readonly namespaces: Set<NamespaceRecord["name"]>;
}

/** A client that speaks HTTP/2: its connection is drained when its certificate has no right left. */
export interface ClientConnection extends Client {
  readonly connection: Connection;
}

export function newClient(socket: Socket, path: ConnectionPath): Client {
  return {
    peer: peerIdentityOf(socket, path),
    network: networkOf(path.address),
    incompleteBytes: 0,
    namespaces: new Set(),
  };
}
