// What every call of a tenant needs of the gateway: the directory, the verifier, budgets, cells, and the sets of what
// is running. One object per gateway, made in gateway.ts.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Connection, Stream } from "#wire";
import type { CallAudit } from "../audit/call-audit.ts";
import type { ConnectionPaths } from "../connectivity/connection-path.ts";
import type { GrantUses } from "../consensus/grant-uses.ts";
import type { DirectoryView } from "../directory/directory-view.ts";
import type { MethodTable } from "../identity/methods.ts";
import type { TokenVerifier } from "../identity/verify-token.ts";
import type { FailedAttempts } from "../limits/failed-attempts.ts";
import type { RequestBudgets } from "../limits/request-budgets.ts";
import type { CallTallies } from "../metering/call-tallies.ts";
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
  readonly grantUses: GrantUses;
  readonly cells: Cells;
  readonly paths: ConnectionPaths;
  readonly metrics: Metrics;
  readonly tallies: CallTallies;
  readonly audit: CallAudit;
  readonly internalToken: string;
  readonly namespaceDomain: string | undefined;
  /** Takes over a stream of a method that the gateway answers itself; false when it is none. */
  readonly serveLocally: (path: string, stream: Stream, connection: Connection) => boolean;
  readonly calls: Set<RunningCall>;
}

export interface RunningCall {
  /** Set once the caller has the right to the namespace. */
  readonly admitted: { namespace: string; operation: string } | undefined;
  /** Ends the call when its caller has lost the right to it, or its request does not come. */
  recheck(view: DirectoryView, now: number): void;
}
