// Takes up what was under way: after a start, what the store says must be done at once (tasks in queues come when the queue
// is used: unread-queues.ts); after a failed flush, everything the lost transitions touched. Effects that were done already
// are harmless to repeat.
import { delay } from "#shared/clock";
import type { Engine } from "../engine.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import type { RunKey } from "../matching/task.ts";
import { readPendingElsewhere } from "../store/pending-queries.ts";
import type { Effect } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { runKeyOf } from "./offer-tasks.ts";
import { runEffects } from "./run-effects.ts";

const ROWS_PER_PAGE_MAX = 200;
const RETRY_MS = 500;
const ZERO_UUID = "00000000-0000-0000-0000-000000000000";

export class Resumption {
  #isBooting = true;
  readonly #lost = new Map<string, RunKey>();

  /** Called for every execution that comes from the store. */
  loaded(engine: Engine, execution: LiveExecution, effects: () => Effect[]): void {
    const wasLost = this.#lost.delete(execution.state.runId);
    const isDue = this.#isBooting && execution.storedPending === "elsewhere";
    if (isDue || wasLost || engine.unreadQueues.has(execution)) runEffects(engine, execution, effects());
  }

  /** Reads what must be done at once in the background; the cell serves meanwhile. */
  boot(engine: Engine): void {
    const run = async (): Promise<void> => {
      let after = { namespaceId: ZERO_UUID, runId: ZERO_UUID };
      let count = 0;
      while (!engine.stopping.aborted) {
        try {
          const rows = await readPendingElsewhere(engine.pool, { after, rowsMax: ROWS_PER_PAGE_MAX });
          await Promise.all(rows.map((run) => engine.executions.find(run)));
          count += rows.length;
          const last = rows.at(-1);
          if (last === undefined || rows.length < ROWS_PER_PAGE_MAX) break;
          after = { namespaceId: last.namespaceId, runId: last.runId };
        } catch (error) {
          engine.log.warn({ err: error }, "executions could not be read on start; trying again");
          await delay(RETRY_MS, engine.stopping);
        }
      }
      this.#isBooting = false;
      engine.log.info({ executions: count }, "took up what was under way");
    };
    run().catch(() => undefined);
  }

  /** Gives up everything that the lost groups touched, before anybody hears of it. */
  drop(engine: Engine, groups: readonly FlushGroup[]): void {
    for (const group of groups) {
      for (const execution of group.writes.keys()) {
        this.#lost.set(execution.state.runId, runKeyOf(execution));
        engine.wakes.forget(execution.state.runId);
        engine.matching.review(execution.state.runId, () => false);
        engine.executions.drop(execution);
      }
      for (const run of group.deletedRuns) this.#lost.set(run.runId, run);
    }
  }

  /** Loads them again; a run that was never stored is simply not there. */
  reload(engine: Engine): void {
    for (const run of [...this.#lost.values()]) this.#reloadOne(engine, run);
  }

  #reloadOne(engine: Engine, run: RunKey): void {
    engine.executions.find(run).then(
      () => this.#lost.delete(run.runId),
      (error: unknown) => {
        if (engine.stopping.aborted) return;
        engine.log.warn(
          { err: error, runId: run.runId },
          "an execution could not be loaded again; trying again",
        );
        setTimeout(() => this.#reloadOne(engine, run), RETRY_MS).unref();
      },
    );
  }
}
