// The schedules of a cell: all in memory, each woken when its time comes and when a run that it waits for ends.
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import { FIRST_UUID, readPages } from "../store/read-pages.ts";
import { deleteSchedule, readSchedule, readSchedules } from "../store/schedule-store.ts";
import type { Statement } from "../store/statement.ts";
import { WakeHeap } from "../timers/wake-heap.ts";
import { deleteStatement } from "../visibility/index.ts";
import { act, labelsOf, type Change } from "./act.ts";
import { recordEnd } from "./changes.ts";
import { idleUntil, nextStepAt } from "./due-starts.ts";
import { LIMITS } from "./limits.ts";
import { listedKey } from "./listed-schedule.ts";
import { keyOf, LiveSchedule } from "./live-schedule.ts";
import { endOfExecution } from "./notice-ends.ts";
import type { ScheduleState } from "./state.ts";
import { stateOf } from "./stored-schedule.ts";

const RETRY_MS = 500;

export class Schedules {
  readonly #engine: () => Engine;
  readonly #all = new Map<string, LiveSchedule>();
  /** First run of what a schedule started and waits for. */
  readonly #byRun = new Map<string, LiveSchedule>();
  readonly #wakes: WakeHeap<LiveSchedule>;

  /** The engine is asked for when it is there: it holds this. */
  constructor(clock: Engine["clock"], engine: () => Engine) {
    this.#engine = engine;
    this.#wakes = new WakeHeap(clock, (live) => this.#inBackground(live));
  }

  /** Reads all schedules and takes up what became due or ended meanwhile. */
  async start(): Promise<void> {
    const { pool, namespaces } = this.#engine();
    const first = {
      after: { namespaceId: FIRST_UUID, scheduleId: "" },
      rowsMax: LIMITS.schedulesPerReadMax,
    };
    for await (const rows of readPages((page) => readSchedules(pool, page), first)) {
      for (const row of rows) {
        if (namespaces.byId(row.namespaceId) === undefined) continue;
        if (this.#all.has(keyOf(row))) continue;
        const live = new LiveSchedule(stateOf(row));
        this.#all.set(live.key, live);
        this.#watch(live);
        if (live.state.running.length > 0) this.#inBackground(live);
      }
    }
  }

  stop(): void {
    this.#wakes.stop();
  }

  /** Errors: NOT_FOUND. */
  find(key: { namespaceId: string; scheduleId: string }): LiveSchedule {
    const live = this.#all.get(keyOf(key));
    if (live === undefined) throw notFound();
    return live;
  }

  /** Undefined when the schedule is gone. */
  known(key: { namespaceId: string; scheduleId: string }): LiveSchedule | undefined {
    return this.#all.get(keyOf(key));
  }

  /** Repeatable with the same request id. Errors: ALREADY_EXISTS, UNAVAILABLE, those of the change. */
  async create(state: ScheduleState, change: Change): Promise<ScheduleState> {
    const existing = this.#all.get(keyOf(state));
    if (existing !== undefined) {
      const isThere = await existing.turn(() => !existing.isGone);
      if (!isThere) return this.create(state, change);
      if (existing.state.createRequestId === state.createRequestId) return existing.state;
      throw alreadyRegistered(state.scheduleId);
    }
    const live = new LiveSchedule(state);
    this.#all.set(live.key, live);
    return this.change(live, change);
  }

  /** Changes a schedule in its turn and acts at once on what follows. Gives the durable state. */
  change(live: LiveSchedule, change?: Change): Promise<ScheduleState> {
    return live.turn(async () => {
      if (live.isGone) throw notFound();
      try {
        let hasMore = await act(this.#engine(), live, change);
        while (hasMore && !live.isGone) hasMore = await act(this.#engine(), live);
      } catch (error) {
        await this.#reload(live);
        throw error;
      }
      this.#watch(live);
      return live.state;
    });
  }

  /** What is known of a schedule, in its turn. */
  read<Result>(live: LiveSchedule, read: (live: LiveSchedule) => Result): Promise<Result> {
    return live.turn(() => {
      if (live.isGone) throw notFound();
      return read(live);
    });
  }

  delete(live: LiveSchedule, isBilled: boolean): Promise<void> {
    return live.turn(async () => {
      if (live.isGone) throw notFound();
      const engine = this.#engine();
      const group = engine.journal.group();
      group.statements.push(...deletion(live.state));
      const namespace = engine.namespaces.byId(live.state.namespaceId);
      if (isBilled && namespace !== undefined) {
        const labels = engine.counters.labels(namespace.name, labelsOf(live.state));
        group.counts.actions.add(labels, engine.clock.now(), [{ kind: "delete_schedule", count: 1 }]);
      }
      try {
        await group.durable;
      } catch (error) {
        await this.#reload(live);
        throw error;
      }
      this.#forget(live);
    });
  }

  /** Forgets the schedules of a namespace at once and removes them in the flush; they come back if it is lost. */
  dropNamespace(namespaceId: string, group: FlushGroup): void {
    const gone = [...this.#all.values()].filter(({ state }) => state.namespaceId === namespaceId);
    if (gone.length === 0) return;
    for (const live of gone) this.#forget(live);
    group.statements.push(...gone.flatMap(({ state }) => deletion(state)));
    this.#engine()
      .journal.settle(group, () => this.start())
      .catch(() => undefined);
  }

  /** Told by the effect of every close: a chain of runs that ended may be what a schedule waits for. */
  executionClosed(execution: LiveExecution): void {
    const { firstRunId, newRunId } = execution.state;
    const live = this.#byRun.get(firstRunId);
    if (live !== undefined && newRunId === "") this.#inBackground(live, execution);
  }

  /** Wakes a schedule, and does so again until it is done. */
  #inBackground(live: LiveSchedule, ended?: LiveExecution): void {
    const engine = this.#engine();
    const run = async (): Promise<void> => {
      while (!live.isGone) {
        try {
          if (ended === undefined && this.#isIdle(live)) return await this.delete(live, false);
          const end = ended === undefined ? undefined : await endOfExecution(engine, ended);
          await this.change(live, {
            apply: (state) => {
              if (end !== undefined) recordEnd(state, end);
            },
          });
          return;
        } catch (error) {
          if (live.isGone) return;
          engine.log.warn({ err: error, scheduleId: live.state.scheduleId }, "a schedule could not act yet");
        }
        await delay(RETRY_MS, engine.stopping);
      }
    };
    // The cell stops: the next start takes it up.
    run().catch(() => undefined);
  }

  #isIdle({ state, spec }: LiveSchedule): boolean {
    const until = idleUntil(state, spec);
    return until !== undefined && until <= this.#engine().clock.now();
  }

  #watch(live: LiveSchedule): void {
    if (live.isGone) return;
    for (const { firstRunId } of live.state.running) this.#byRun.set(firstRunId, live);
    for (const { firstRunId } of live.state.recent) {
      const isRunning = live.state.running.some((run) => run.firstRunId === firstRunId);
      if (!isRunning) this.#byRun.delete(firstRunId);
    }
    this.#wakes.set(live.key, live, nextStepAt(live.state, live.spec, this.#engine().clock.now()));
  }

  #forget(live: LiveSchedule): void {
    live.isGone = true;
    this.#all.delete(live.key);
    this.#wakes.set(live.key, live, undefined);
    for (const { firstRunId } of live.state.running) this.#byRun.delete(firstRunId);
  }

  /** After a failure the store says what is true. Waits until it can. */
  async #reload(live: LiveSchedule): Promise<void> {
    const engine = this.#engine();
    while (!engine.stopping.aborted && !live.isGone) {
      try {
        await engine.journal.recovery;
        const row = await readSchedule(engine.pool, live.state);
        if (row === undefined) return this.#forget(live);
        live.state = stateOf(row);
        return this.#watch(live);
      } catch (error) {
        engine.log.warn({ err: error, scheduleId: live.state.scheduleId }, "a schedule could not be read");
      }
      await delay(RETRY_MS, engine.stopping);
    }
  }
}

function deletion(state: ScheduleState): Statement[] {
  const unlisted = deleteStatement([listedKey(state)]);
  return unlisted === undefined ? [deleteSchedule(state)] : [deleteSchedule(state), unlisted];
}

function notFound(): CloudError {
  return new CloudError("NOT_FOUND", "schedule not found");
}

/** SDKs know it by the detail of a workflow that is there already. */
function alreadyRegistered(scheduleId: string): CloudError {
  return new CloudError("ALREADY_EXISTS", `schedule "${scheduleId}" is already registered`, {
    details: [
      {
        typeName: "temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure",
        value: new Uint8Array(),
      },
    ],
  });
}
