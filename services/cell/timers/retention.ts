// Removes what is closed when its namespace's retention has passed. Looks at the store only when something is due.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import { WakeHeap } from "./wake-heap.ts";

const ROWS_PER_PASS_MAX = 500;
const RETRY_MS = 5_000;
/** Passes are this far apart, so that closes a second apart do not cause a pass each. */
const PASS_DELAY_MS = 1_000;
const DAY_MS = 86_400_000;
const KEY = "expiry";

export interface RetentionOptions<Row> {
  clock: Clock;
  log: Logger;
  /** Some of what has expired. */
  read: (now: number, rowsMax: number) => Promise<Row[]>;
  /** When the next stored row expires. */
  readNext: () => Promise<number | undefined>;
  /** Deletes the rows in one flush and resolves when that is durable. */
  deleteRows: (rows: readonly Row[]) => Promise<void>;
}

/** When what is closed in the namespace goes. */
export function expiryOf(closedAt: number, namespace: { retentionDays: number }): number {
  return closedAt + namespace.retentionDays * DAY_MS;
}

export class Retention<Row> {
  readonly #options: RetentionOptions<Row>;
  readonly #timer: WakeHeap<undefined>;

  constructor(options: RetentionOptions<Row>) {
    this.#options = options;
    this.#timer = new WakeHeap(options.clock, () => void this.#pass());
  }

  async start(): Promise<void> {
    const next = await this.#options.readNext();
    if (next !== undefined) this.#planAt(next);
  }

  /** Something closed whose row says when it expires. */
  closed(closedAt: number, namespace: { retentionDays: number }): void {
    this.#planAt(expiryOf(closedAt, namespace));
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
    const { clock, log, read, deleteRows } = this.#options;
    try {
      const rows = await read(clock.now(), ROWS_PER_PASS_MAX);
      if (rows.length > 0) await deleteRows(rows);
      await this.start();
    } catch (error) {
      log.warn({ err: error }, "retention could not remove what has expired; trying again");
      this.#planAt(clock.now() + RETRY_MS);
    }
  }
}
