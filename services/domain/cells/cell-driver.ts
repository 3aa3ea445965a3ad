// The port to a cell, whatever runs in it. Every call carries the intended state and can be repeated; drivers hold no
// state of their own and never decide what should be.

/** A namespace as a cell must have it. */
export interface CellNamespace {
  /** "<name>.<account>" */
  name: string;
  /** UUID, stable for the namespace's life. */
  namespaceId: string;
  retentionDays: number;
  /** Custom name -> Keyword, Text, Int, Double, Bool, Datetime, KeywordList. */
  searchAttributes: Record<string, string>;
  /** Name of before -> present name; a Temporal cluster keeps none. */
  formerAttributeNames: Record<string, string>;
  /** An older generation than the one applied is ignored. */
  generation: number;
  startsRefused: boolean;
  /** Tasks wait by priority alone; in a Temporal cluster that is the cluster's own setting. */
  fairnessKeysIgnored: boolean;
  description: string;
}

/** A Nexus endpoint as a cell must have it. */
export interface CellNexusEndpoint {
  /** UUID, the same in every cell. */
  endpointId: string;
  name: string;
  /** The account: what the names of its namespaces end with. */
  scope: string;
  /** "<name>.<account>" of those that may call it. */
  callers: string[];
  /** An older generation than the one applied is ignored. */
  generation: number;
  /** In this cell, or in the one that has it. */
  target: { namespace: string; taskQueue: string } | { cellId: string };
}

export interface PeerCell {
  cellId: string;
  /** host:port */
  address: string;
}

/** The place of a closed workflow in the order in which a namespace's workflows closed. Times in milliseconds. */
export interface ClosedPosition {
  closeTimeMs: number;
  startTimeMs: number;
  /** Empty comes before every run of the same times. */
  runId: string;
}

export interface ClosedWorkflow {
  position: ClosedPosition;
  workflowType: string;
  taskQueue: string;
}

export interface ClosedHistory extends ClosedWorkflow {
  /** Encoded temporal.api.history.v1.History. */
  history: Uint8Array;
}

/** What a cell tells of itself. A Temporal cluster tells its version alone. */
export interface CellFacts {
  version: string;
  openWorkflows?: number;
  /** How often another process became its writer. */
  epoch?: number;
}

export interface CellDriver {
  /** Answers when the cell can be called. Errors: UNAVAILABLE, UNAUTHENTICATED ... as the cell or the network says. */
  probe(signal?: AbortSignal): Promise<CellFacts>;
  /** Creates the namespace or brings it to the given state. */
  applyNamespace(namespace: CellNamespace, signal?: AbortSignal): Promise<void>;
  /** Deletes the namespace with all that is in it. Deleting what is not there succeeds. */
  deleteNamespace(namespace: { name: string; namespaceId: string }, signal?: AbortSignal): Promise<void>;
  /** What the cell has, or undefined. `generation` is 0 where a cell does not keep it. */
  readNamespace(name: string, signal?: AbortSignal): Promise<CellNamespace | undefined>;
  /**
   * Creates the endpoint or brings it to the given state; `peers` are the other cells that have it.
   * Errors: FAILED_PRECONDITION where a cell cannot have endpoints of an account.
   */
  applyNexusEndpoint(
    endpoint: CellNexusEndpoint,
    peers: readonly PeerCell[],
    signal?: AbortSignal,
  ): Promise<void>;
  /** Deleting what is not there succeeds. */
  deleteNexusEndpoint(endpointId: string, signal?: AbortSignal): Promise<void>;
  /** Those that were applied, in the order of their ids. */
  listNexusEndpoints(signal?: AbortSignal): Promise<CellNexusEndpoint[]>;
  /**
   * Closed workflows of a namespace with their histories, in the order in which they closed.
   * Errors: FAILED_PRECONDITION where a cell cannot read them so.
   */
  readClosedHistories(
    wanted: { namespace: string; after: ClosedPosition; closedBeforeMs: number },
    signal?: AbortSignal,
  ): Promise<{ workflows: ClosedHistory[]; hasMore: boolean }>;
  /** Counts one action for each; telling it again counts nothing. */
  recordExport(
    exported: { namespace: string; sinkId: string; workflows: readonly ClosedWorkflow[] },
    signal?: AbortSignal,
  ): Promise<void>;
  close(): void;
}

export const CELL_DRIVERS = ["embedded", "temporal"] as const;
export type CellDriverName = (typeof CELL_DRIVERS)[number];
