// Takes up what was under way: after a start, what the store says must be done at once (tasks in queues come when the queue
// is used: unread-queues.ts); after a failed flush, everything the lost transitions touched. Effects that were done already
// are harmless to repeat.
import type { Engine } from "../engine.ts";
import { InterruptedRuns } from "../interrupted-runs.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import type { RunKey } from "../matching/task.ts";
import { readPendingElsewhere } from "../store/pending-queries.ts";
import type { Effect } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { runKeyOf } from "./offer-tasks.ts";
import { runEffects } from "./run-effects.ts";

export class Resumption {
  readonly #interrupted = new InterruptedRuns<RunKey>();

  /** Called for every execution that comes from the store. */
  loaded(engine: Engine, execution: LiveExecution, effects: () => Effect[]): void {
    const wasLost = this.#interrupted.found(execution.state.runId);
    const isDue = this.#interrupted.isBooting && execution.storedPending === "elsewhere";
    if (isDue || wasLost || engine.unreadQueues.has(execution)) runEffects(engine, execution, effects());
  }

  /** Reads what must be done at once in the background; the cell serves meanwhile. */
  boot(engine: Engine): void {
    const booted = this.#interrupted.boot(engine, {
      what: "executions",
      read: (page) => readPendingElsewhere(engine.pool, page),
      find: (run) => engine.executions.find(run),
    });
    booted.then(
      (count) => engine.log.info({ executions: count }, "took up what was under way"),
      () => undefined,
    );
  }

  /** Gives up everything that the lost groups touched, before anybody hears of it. */
  drop(engine: Engine, groups: readonly FlushGroup[]): void {
    for (const group of groups) {
      for (const execution of group.writes.keys()) {
        this.#interrupted.lose(runKeyOf(execution));
        engine.wakes.forget(execution.state.runId);
        engine.matching.review(execution.state.runId, () => false);
        engine.executions.drop(execution);
      }
      for (const run of [...group.deletedRuns, ...group.droppedRuns]) this.#interrupted.lose(run);
    }
  }

  /** Loads them again. */
  reload(engine: Engine): void {
    this.#interrupted.reload(engine, (run) => engine.executions.find(run));
  }
}
