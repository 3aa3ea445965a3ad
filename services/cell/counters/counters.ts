// The cell's absolute counters: every flush logs its deltas in one small row; a fold adds what was logged to the totals,
// in the same transaction as the flush it rides on. Exact under kill -9, because the log is part of the commit.
import { type Queryable } from "#shared/postgres";
import {
  addActions,
  addStorage,
  deleteLog,
  insertLog,
  readLevels,
  readLog,
  setLevels,
  type ActionDelta,
  type StorageLevel,
} from "../store/counter-store.ts";
import { recordFold } from "../store/epoch-store.ts";
import type { Statement } from "../store/statement.ts";
import { ActionCounts, LabelBound, type ActionLabels } from "./action-counts.ts";
import { integrate, StorageChanges, type HourChange } from "./storage-integral.ts";

/** Logged flushes after which a fold rides along. */
const LOG_ROWS_MAX = 500;

/** What one flush adds. */
export interface FlushCounts {
  actions: ActionCounts;
  storage: StorageChanges;
}

interface LoggedDeltas {
  actions: ActionDelta[];
  storage: (Omit<HourChange, "moment"> & { moment: string })[];
}

export class Counters {
  readonly #types = new LabelBound();
  /** Which names of task queues are told; measures tell the same. */
  readonly queues = new LabelBound();
  #unfolded: FlushCounts = { actions: new ActionCounts(), storage: new StorageChanges() };
  #levels: StorageLevel[] = [];
  #logRows = 0;
  #flushNumber = 0;
  #revision = 0;
  #foldedTo = 0;

  /** The labels of an execution's actions, within the bound of its namespace. */
  labels(namespace: string, run: { workflowType: string; taskQueue: string }): ActionLabels {
    return {
      namespace,
      workflowType: this.#types.bound(namespace, run.workflowType),
      taskQueue: this.queues.bound(namespace, run.taskQueue),
    };
  }

  /** Every minute that ends at or before this time is final in the totals. */
  get foldedTo(): number {
    return this.#foldedTo;
  }

  get hasUnfolded(): boolean {
    return this.#logRows > 0;
  }

  get hasStorage(): boolean {
    return this.#levels.some((level) => level.bytes > 0);
  }

  get isFoldDue(): boolean {
    return this.#logRows >= LOG_ROWS_MAX;
  }

  /** Reads what the store has; also after a failed flush, when memory may be ahead of it. */
  async load(queryable: Queryable, start: { flushNumber: number; counterRevision: number }): Promise<void> {
    this.#unfolded = { actions: new ActionCounts(), storage: new StorageChanges() };
    this.#flushNumber = start.flushNumber;
    this.#revision = start.counterRevision;
    this.#levels = await readLevels(queryable);
    const logged = await readLog(queryable);
    this.#logRows = logged.length;
    for (const row of logged) {
      const deltas = JSON.parse(row) as LoggedDeltas;
      for (const delta of deltas.actions) this.#unfolded.actions.addDelta(delta);
      for (const change of deltas.storage) {
        this.#unfolded.storage.addChange({ ...change, moment: BigInt(change.moment) });
      }
    }
  }

  /** The statements by which a flush makes its counts durable. After a failed flush, `load` again. */
  statements(counts: FlushCounts, options: { fold: boolean; now: number }): Statement[] {
    this.#unfolded.actions.merge(counts.actions);
    this.#unfolded.storage.merge(counts.storage);
    if (options.fold) return this.#fold(options.now);
    if (counts.actions.isEmpty && counts.storage.isEmpty) return [];
    this.#flushNumber += 1;
    this.#logRows += 1;
    const logged: LoggedDeltas = {
      actions: counts.actions.deltas(),
      storage: counts.storage.changes().map((change) => ({ ...change, moment: change.moment.toString() })),
    };
    return [insertLog(this.#flushNumber, JSON.stringify(logged))];
  }

  #fold(now: number): Statement[] {
    this.#flushNumber += 1;
    const actions = this.#unfolded.actions.deltas();
    const moved = integrate(this.#levels, this.#unfolded.storage.changes(), now);
    const statements: Statement[] = [];
    if (actions.length > 0) {
      statements.push(addActions(actions, this.#revision + 1));
      this.#revision += actions.length;
    }
    if (moved.integrals.length > 0) {
      statements.push(addStorage(moved.integrals, this.#revision + 1));
      this.#revision += moved.integrals.length;
    }
    if (moved.levels.length > 0) statements.push(setLevels(moved.levels));
    statements.push(deleteLog(this.#flushNumber), recordFold(this.#flushNumber, this.#revision));
    this.#levels = moved.levels;
    this.#unfolded = { actions: new ActionCounts(), storage: new StorageChanges() };
    this.#logRows = 0;
    this.#foldedTo = now;
    return statements;
  }

  /** Bytes held by a namespace now: folded, logged and in the group that gathers. */
  bytesOf(
    namespace: string,
    gathering: StorageChanges,
  ): { storageClass: "active" | "retained"; bytes: number }[] {
    const changes = [...this.#unfolded.storage.changes(), ...gathering.changes()];
    return (["active", "retained"] as const).map((storageClass) => {
      const isOwn = (entry: { namespace: string; storageClass: string }): boolean =>
        entry.namespace === namespace && entry.storageClass === storageClass;
      const folded = this.#levels.find(isOwn)?.bytes ?? 0;
      return {
        storageClass,
        bytes: changes.filter(isOwn).reduce((sum, change) => sum + change.bytes, folded),
      };
    });
  }
}
