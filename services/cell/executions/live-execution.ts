// One execution held in memory: its state, the encoded history as far as it is kept, and who waits for it.
// Its state may be ahead of the store; `group` tells by which flush. Nothing may be answered from it before that.
import type { FlushGroup } from "../journal/flush-group.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import type { BufferedQuery } from "../queries/buffered-query.ts";
import { heldCopy } from "./held-bytes.ts";
import { UpdateWaiters } from "./update-waiters.ts";
import type { ExecutionState, PendingPlace } from "../workflow/index.ts";

/** Encoded events in memory, in order. */
export interface HeldBatch {
  firstEventId: number;
  nextEventId: number;
  bytes: Uint8Array;
}

export class LiveExecution {
  readonly namespace: Namespace;
  readonly state: ExecutionState;
  isCurrent: boolean;
  /** The whole history, or undefined when it must be read from the store. */
  batches: HeldBatch[] | undefined;
  historyBytes: number;
  /** Encoded state as last written or read, and events that were read with it. */
  stateBytes = 0;
  /** How much of `stateBytes` the registry has counted. */
  countedStateBytes = 0;
  storedWakeAt: number | undefined;
  /** What the stored row says, never less than the truth. */
  storedPending: PendingPlace = "nowhere";
  /** Newest flush with a transition of this execution, until it is durable. */
  group: FlushGroup | undefined;
  /** What callers may be told of: the end of the durable history, and whether the close is durable. */
  durableNextEventId = 1;
  isDurablyClosed = false;
  /** No longer in memory (let go, deleted, or given up after a failed flush): whoever holds it must look it up again. */
  isDropped = false;
  isDeleted = false;
  /** Its bytes count as retained and its retention is known. */
  isCloseRecorded: boolean;
  /** Called after each commit and when it is given up. */
  readonly watchers = new Set<() => void>();
  /** Queries that travel with a workflow task or wait for the first one. */
  readonly queries: BufferedQuery[] = [];
  readonly updates = new UpdateWaiters();
  /** Acts on other executions that are under way for this one; it stays in memory until they are done. */
  actsUnderWay = 0;

  constructor(namespace: Namespace, state: ExecutionState, isCurrent: boolean) {
    this.namespace = namespace;
    this.state = state;
    this.isCurrent = isCurrent;
    this.historyBytes = 0;
    this.isCloseRecorded = false;
  }

  get isClosed(): boolean {
    return this.state.closedAt > 0;
  }

  /** Resolves when everything known of this execution is durable. Errors: UNAVAILABLE. */
  async settled(): Promise<void> {
    if (this.group !== undefined) await this.group.durable;
  }

  notify(): void {
    for (const watcher of [...this.watchers]) watcher();
  }

  hold(batch: HeldBatch): void {
    this.batches?.push({ ...batch, bytes: heldCopy(batch.bytes) });
    this.historyBytes += batch.bytes.length;
  }
}

/** Names the current run of a workflow id. */
export function currentKey(execution: { namespaceId: string; workflowId: string }): string {
  return `${execution.namespaceId}/${execution.workflowId}`;
}
