// What every call of a tenant needs of the gateway: the directory, the verifier, budgets, cells, and the sets of what
// is running. One object per gateway, made in gateway.ts.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Connection, Stream, StreamEvents } from "#wire";
import type { DirectoryView, NamespaceRecord } from "../directory/directory-view.ts";
import type { PeerIdentity } from "../identity/caller.ts";
import type { MethodTable } from "../identity/methods.ts";
import type { TokenVerifier } from "../identity/verify-token.ts";
import type { FailedAttempts } from "../limits/failed-attempts.ts";
import type { RequestBudgets } from "../limits/request-budgets.ts";
import type { Metrics } from "../metering/metrics.ts";
import type { Cells } from "./cells.ts";

export interface Edge {
  readonly clock: Clock;
  readonly log: Logger;
  readonly view: () => DirectoryView;
  readonly methods: MethodTable;
  readonly tokens: TokenVerifier;
  readonly failures: FailedAttempts;
  readonly budgets: RequestBudgets;
  readonly cells: Cells;
  readonly metrics: Metrics;
  readonly internalToken: string;
  readonly namespaceDomain: string | undefined;
  /** Takes over a stream of a method that the gateway answers itself; false when it is none. */
  readonly serveLocally: (path: string, stream: Stream, connection: Connection) => boolean;
  /** Takes over a stream that is not gRPC: Temporal's HTTP API. */
  readonly serveHttp: (stream: Stream, connection: Connection) => StreamEvents;
  readonly calls: Set<RunningCall>;
}

export interface RunningCall {
  /** Ends the call when its caller has lost the right to it, or its request does not come. */
  recheck(view: DirectoryView, now: number): void;
}

/** What is known of who is on the other side of a connection. */
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
