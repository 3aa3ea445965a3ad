// The cell's database in memory: the same tables as services/cell/store/migrations, with what no query asks left out.
// Rows are replaced, never changed, so that a failed transaction can put back what was there.

export interface ExecutionRecord {
  namespaceId: string;
  workflowId: string;
  runId: string;
  status: number;
  historyBytes: number;
  wakeAt: number | undefined;
  deleteAt: number | undefined;
  /** 0: nothing to do; 1: tasks in its own queue; 2: anything else. */
  pending: number;
  taskQueue: string;
  state: Buffer;
}

export interface HistoryRecord {
  firstEventId: number;
  events: Buffer;
}

export interface VisibilityRecord {
  namespaceId: string;
  workflowId: string;
  runId: string;
  status: number;
  closeTime: number;
  stateTransitionCount: number;
}

/** As the driver gives them: column names, 64-bit numbers as texts. */
export type Row = Record<string, unknown>;

export class Tables {
  epoch = { epoch: 0, writer: "", flushNumber: 0, counterRevision: 0 };
  /** By namespace and run id. */
  readonly executions = new Map<string, ExecutionRecord>();
  /** Run id by namespace and workflow id. */
  readonly current = new Map<string, string>();
  /** By namespace and run id, in the order of events. */
  readonly history = new Map<string, readonly HistoryRecord[]>();
  /** Of runs that were deleted: the database forgets them, the checker does not. */
  readonly deletedHistory = new Map<string, readonly HistoryRecord[]>();
  readonly visibility = new Map<string, VisibilityRecord>();
  readonly counterLog = new Map<number, string>();
  /** The namespace of each sink that exports were counted for. */
  readonly exportMarks = new Map<string, string>();
  readonly actionCounters = new Map<string, Row>();
  readonly storageCounters = new Map<string, Row>();
  readonly storageLevels = new Map<string, Row>();
  readonly namespaces = new Map<string, Row>();
  readonly schedules = new Map<string, Row>();
  readonly batches = new Map<string, Row>();
  /** By namespace and run id. */
  readonly standalone = new Map<string, Row>();
  /** Run ids of those that were deleted, for the checker. */
  readonly deletedStandalone = new Set<string>();
  readonly queueConfigs = new Map<string, Row>();
  readonly deployments = new Map<string, Row>();
  readonly deploymentVersions = new Map<string, Row>();
  readonly endpoints = new Map<string, Row>();
  readonly peerCells = new Map<string, Row>();
  readonly keys = new Map<string, Row>();
}

export function keyOf(...parts: readonly string[]): string {
  return parts.join("/");
}

/** Undoes what a transaction changed, newest first. */
export class UndoLog {
  readonly #undo: (() => void)[] = [];

  set<Key, Value>(table: Map<Key, Value>, key: Key, value: Value): void {
    const before = table.get(key);
    if (before === undefined) this.#undo.push(() => void table.delete(key));
    else this.#undo.push(() => void table.set(key, before));
    table.set(key, value);
  }

  delete<Key, Value>(table: Map<Key, Value>, key: Key): void {
    const before = table.get(key);
    if (before === undefined) return;
    this.#undo.push(() => void table.set(key, before));
    table.delete(key);
  }

  add(undo: () => void): void {
    this.#undo.push(undo);
  }

  rollBack(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}
