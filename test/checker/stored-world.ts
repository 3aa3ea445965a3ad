// What a cell has stored, as the checker reads it: the same from a simulated store and from PostgreSQL.
import { codecOf, temporal } from "#contracts";
import { decodeState, type ExecutionState, type HistoryEvent } from "../../services/cell/workflow/index.ts";

const { WorkflowTaskFailedCause } = temporal.api.enums.v1;
const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

export interface RunRecord {
  namespaceId: string;
  workflowId: string;
  runId: string;
  status: number;
  historyBytes: number;
  wakeAt: number | undefined;
  /** 0: nothing to do for it. */
  pending: number;
  isCurrent: boolean;
  state: Uint8Array;
  /** Batches in order. */
  history: readonly Uint8Array[];
}

/** One run with everything that is stored of it, decoded when it is asked for. */
export class StoredRun {
  readonly record: RunRecord;
  #state: ExecutionState | undefined;
  #events: HistoryEvent[] | undefined;

  constructor(record: RunRecord) {
    this.record = record;
  }

  get name(): string {
    return `${this.record.workflowId}/${this.record.runId}`;
  }

  get state(): ExecutionState {
    return (this.#state ??= decodeState(this.record.state));
  }

  get events(): HistoryEvent[] {
    return (this.#events ??= historyCodec.decode(Buffer.concat(this.record.history)).events ?? []);
  }

  get isOpen(): boolean {
    return this.state.closedAt === 0;
  }

  /** Events and those that wait for the end of a workflow task. */
  get allEvents(): HistoryEvent[] {
    return [...this.events, ...this.state.bufferedEvents];
  }

  /** The first event that is this run's own: a reset copies what was before. */
  get firstOwnEventId(): number {
    const { WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW: reset } = WorkflowTaskFailedCause;
    const by = this.events.findLast((event) => event.workflowTaskFailedEventAttributes?.cause === reset);
    return by === undefined ? 1 : Number(by.eventId);
  }
}

export interface ListedRun {
  status: number;
  isClosed: boolean;
}

/** An activity or Nexus operation without a workflow. */
export interface StoredStandalone {
  namespaceId: string;
  kind: number;
  id: string;
  runId: string;
  isCurrent: boolean;
  isClosed: boolean;
  sizeBytes: number;
  wakeAt: number | undefined;
}

export interface StoredWorld {
  runs: readonly StoredRun[];
  standalone: readonly StoredStandalone[];
  /** Run ids of those that were deleted; undefined where the store does not know them any more. */
  deletedStandalone: readonly string[] | undefined;
  namespaces: readonly { namespaceId: string; name: string; isDeleted: boolean }[];
  batches: readonly { jobId: string; state: number }[];
  /** Whose actions are recounted: of what is no workflow there are no histories. */
  recountedNamespaceId: string;
  /** Runs that were deleted, where the store still knows them: what they did was billed. */
  deletedHistories: readonly (readonly Uint8Array[])[];
  /** Workflow id and run id to what is listed. */
  listed: ReadonlyMap<string, ListedRun>;
  /** Totals by kind of the namespace that is recounted: folded and logged. */
  actions: ReadonlyMap<string, number>;
  /** Bytes that the counters say are stored now in all namespaces, active and retained together. */
  storedBytes: number;
}

export function decodeHistory(history: readonly Uint8Array[]): HistoryEvent[] {
  return historyCodec.decode(Buffer.concat(history)).events ?? [];
}
