// The transitions that one flush will commit together: what to write, and what to do when it is durable or lost.
import { ActionCounts } from "../counters/action-counts.ts";
import { StorageChanges } from "../counters/storage-integral.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { RunKey } from "../matching/task.ts";
import type { LiveStandalone } from "../standalone/index.ts";
import type { RunRow } from "../store/execution-statements.ts";
import type { StandaloneKey } from "../store/standalone-queries.ts";
import type { Statement } from "../store/statement.ts";
import type { EventBatch } from "../workflow/index.ts";

/** What a flush writes of one execution; its state is encoded when the flush begins. */
export interface ExecutionWrite {
  execution: LiveExecution;
  batches: EventBatch[];
  isCurrent: boolean;
  isListed: boolean;
  isClosed: boolean;
  /** Write the exact wake-up and task marks instead of keeping earlier ones. */
  isExact: boolean;
}

/** What may gather while a flush is under way; more is refused. A database that hangs must not fill the memory. */
const ENTRIES_MAX = 50_000;
const HELD_BYTES_MAX = 128 * 1024 * 1024;

export class FlushGroup {
  readonly writes = new Map<LiveExecution, ExecutionWrite>();
  readonly deletedRuns: RunRow[] = [];
  /** Standalone executions whose rows are written; made when the flush begins. */
  readonly standalone = new Set<LiveStandalone>();
  readonly deletedStandalone: StandaloneKey[] = [];
  /** What left memory because its namespace goes with this flush. */
  readonly droppedRuns: RunKey[] = [];
  readonly droppedStandalone: StandaloneKey[] = [];
  readonly counts = { actions: new ActionCounts(), storage: new StorageChanges() };
  readonly statements: Statement[] = [];
  readonly afterCommit: (() => void)[] = [];
  /** Settles when the group is durable, or rejects with UNAVAILABLE when it is lost or its fate is unknown. */
  readonly durable: Promise<void>;
  isFoldWanted = false;
  isCommitted = false;
  /** How often somebody asked for the group to put something into it, and the bytes of what is large of that. */
  entries = 0;
  heldBytes = 0;
  resolve: () => void = () => undefined;
  reject: (error: Error) => void = () => undefined;

  constructor() {
    this.durable = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Nobody may be waiting: the loss is then told by the executions being dropped.
    this.durable.catch(() => undefined);
  }

  get isEmpty(): boolean {
    return (
      this.writes.size === 0 &&
      this.deletedRuns.length === 0 &&
      this.standalone.size === 0 &&
      this.deletedStandalone.length === 0 &&
      this.statements.length === 0 &&
      this.counts.actions.isEmpty &&
      this.counts.storage.isEmpty &&
      !this.isFoldWanted
    );
  }

  get isFull(): boolean {
    return this.entries >= ENTRIES_MAX || this.heldBytes >= HELD_BYTES_MAX;
  }

  write(execution: LiveExecution): ExecutionWrite {
    let write = this.writes.get(execution);
    if (write === undefined) {
      write = { execution, batches: [], isCurrent: false, isListed: false, isClosed: false, isExact: false };
      this.writes.set(execution, write);
      execution.group = this;
    }
    return write;
  }

  /** Whatever happened to it, the group holds its results once: a later one takes the place of an earlier one. */
  writeStandalone(execution: LiveStandalone): void {
    const bytes = execution.kind.payloadBytes(execution.state);
    this.heldBytes += bytes - (execution.group === this ? execution.payloadBytesInGroup : 0);
    execution.payloadBytesInGroup = bytes;
    this.standalone.add(execution);
    execution.group = this;
  }
}
