// Removes closed executions with their histories when their namespace's retention has passed. Looks at the store only
// when something is due.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import type { Namespaces } from "../namespaces/namespaces.ts";
import { readExpired, readNextExpiry, type ExpiredRow } from "../store/execution-queries.ts";
import { WakeHeap } from "../timers/wake-heap.ts";
import type { LiveExecution } from "./live-execution.ts";

const ROWS_PER_PASS_MAX = 500;
const RETRY_MS = 5_000;
/** Passes are this far apart, so that closes a second apart do not cause a pass each. */
const PASS_DELAY_MS = 1_000;
const DAY_MS = 86_400_000;
const KEY = "expiry";

export interface RetentionOptions {
  clock: Clock;
  pool: Pool;
  log: Logger;
  namespaces: Namespaces;
  /** Deletes the runs in one flush and resolves when that is durable. */
  deleteRuns: (rows: readonly ExpiredRow[]) => Promise<void>;
}

export class Retention {
  readonly #options: RetentionOptions;
  readonly #timer: WakeHeap<undefined>;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#timer = new WakeHeap(options.clock, () => void this.#pass());
  }

  async start(): Promise<void> {
    const next = await readNextExpiry(this.#options.pool);
    if (next !== undefined) this.#planAt(next);
  }

  closed(execution: LiveExecution): void {
    this.#planAt(execution.state.closedAt + execution.namespace.retentionDays * DAY_MS);
  }

  stop(): void {
    this.#timer.stop();
  }

  #planAt(at: number): void {
    const planned = this.#timer.at(KEY);
    if (planned === undefined || at + PASS_DELAY_MS < planned)
      this.#timer.set(KEY, undefined, at + PASS_DELAY_MS);
  }

  async #pass(): Promise<void> {
    const { pool, clock, log } = this.#options;
    try {
      const rows = await readExpired(pool, clock.now(), ROWS_PER_PASS_MAX);
      if (rows.length > 0) await this.#options.deleteRuns(rows);
      await this.start();
    } catch (error) {
      log.warn({ err: error }, "retention could not remove expired executions; trying again");
      this.#planAt(clock.now() + RETRY_MS);
    }
  }
}
