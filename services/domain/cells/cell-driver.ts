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
  /** An older generation than the one applied is ignored. */
  generation: number;
  startsRefused: boolean;
  description: string;
}

export interface CellDriver {
  /** Answers when the cell can be called. Errors: UNAVAILABLE, UNAUTHENTICATED ... as the cell or the network says. */
  probe(signal?: AbortSignal): Promise<{ version: string }>;
  /** Creates the namespace or brings it to the given state. */
  applyNamespace(namespace: CellNamespace, signal?: AbortSignal): Promise<void>;
  /** Deletes the namespace with all that is in it. Deleting what is not there succeeds. */
  deleteNamespace(namespace: { name: string; namespaceId: string }, signal?: AbortSignal): Promise<void>;
  /** What the cell has, or undefined. `generation` is 0 where a cell does not keep it. */
  readNamespace(name: string, signal?: AbortSignal): Promise<CellNamespace | undefined>;
  close(): void;
}

export const CELL_DRIVERS = ["embedded", "temporal"] as const;
export type CellDriverName = (typeof CELL_DRIVERS)[number];
