// When to look at which execution: near wake-ups in memory, far ones in the index of the store, which is asked once for
// each window and never while nothing is due.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { RunKey } from "../matching/task.ts";
import { readNextWake, readWakes } from "../store/execution-queries.ts";
import { WakeHeap } from "./wake-heap.ts";

/** Wake-ups within this time are held in memory even when their execution is not. */
const HORIZON_MS = 10 * 60_000;
const ROWS_PER_READ_MAX = 5_000;
const READ_RETRY_MS = 1_000;
const FAR_KEY = "far";

export interface WakesOptions {
  clock: Clock;
  pool: Pool;
  log: Logger;
  onDue: (run: RunKey) => void;
}

export class Wakes {
  readonly #options: WakesOptions;
  readonly #near: WakeHeap<RunKey>;
  readonly #far: WakeHeap<undefined>;
  /** Everything stored up to this time is in memory. */
  #readTo = 0;
  #isReading = false;
  #isStopped = false;

  constructor(options: WakesOptions) {
    this.#options = options;
    this.#near = new WakeHeap(options.clock, options.onDue);
    this.#far = new WakeHeap(options.clock, () => void this.#read());
  }

  /** Reads the wake-ups of the first window; later windows follow when they are near. */
  async start(): Promise<void> {
    await this.#read();
  }

  /** For an execution in memory: any time may be given. */
  set({ state }: LiveExecution, at: number | undefined): void {
    this.#near.set(state.runId, state, at);
  }

  /** The execution leaves memory; its stored wake-up is exact. */
  release({ state }: LiveExecution): void {
    const at = this.#near.at(state.runId);
    if (at === undefined) return;
    const { namespaceId, workflowId, runId } = state;
    this.#near.set(runId, state, undefined);
    if (at <= this.#readTo) this.#near.set(runId, { namespaceId, workflowId, runId }, at);
    else this.#readAt(at - HORIZON_MS / 2);
  }

  forget(runId: string): void {
    this.#near.set(runId, { namespaceId: "", workflowId: "", runId }, undefined);
  }

  stop(): void {
    this.#isStopped = true;
    this.#near.stop();
    this.#far.stop();
  }

  #readAt(at: number): void {
    const planned = this.#far.at(FAR_KEY);
    if (planned === undefined || at < planned) this.#far.set(FAR_KEY, undefined, at);
  }

  async #read(): Promise<void> {
    if (this.#isReading || this.#isStopped) return;
    this.#isReading = true;
    try {
      const until = this.#options.clock.now() + HORIZON_MS;
      for (let after = this.#readTo; after < until && !this.#isStopped; after = this.#readTo) {
        const rows = await readWakes(this.#options.pool, { after, until, rowsMax: ROWS_PER_READ_MAX });
        for (const { wakeAt, ...run } of rows) {
          // A live execution knows better.
          if (this.#near.at(run.runId) === undefined) this.#near.set(run.runId, run, wakeAt);
        }
        this.#readTo = rows.length < ROWS_PER_READ_MAX ? until : (rows.at(-1)?.wakeAt ?? until);
      }
      const next = await readNextWake(this.#options.pool, this.#readTo);
      if (next !== undefined) this.#readAt(next - HORIZON_MS / 2);
    } catch (error) {
      this.#options.log.warn({ err: error }, "wake-ups could not be read; trying again");
      this.#readAt(this.#options.clock.now() + READ_RETRY_MS);
    } finally {
      this.#isReading = false;
    }
  }
}
