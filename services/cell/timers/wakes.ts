// When to look at which execution: near wake-ups in memory, far ones in the index of the store, which is asked once for
// each window and never while nothing is due.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import { WakeHeap } from "./wake-heap.ts";

/** Wake-ups within this time are held in memory even when their execution is not. */
const HORIZON_MS = 10 * 60_000;
const ROWS_PER_READ_MAX = 5_000;
const READ_RETRY_MS = 1_000;
const FAR_KEY = "far";

/** Names what wakes; its run id is unique. */
interface WakeKey {
  runId: string;
}

export interface WakesOptions<Key extends WakeKey> {
  clock: Clock;
  log: Logger;
  /** Stored wake-ups in (after, until], earliest first; the last time is complete or the page is not full. */
  read: (range: { after: number; until: number; rowsMax: number }) => Promise<{ key: Key; wakeAt: number }[]>;
  /** The earliest stored wake-up after a time. */
  readNext: (after: number) => Promise<number | undefined>;
  onDue: (key: Key) => void;
}

export class Wakes<Key extends WakeKey> {
  readonly #options: WakesOptions<Key>;
  readonly #near: WakeHeap<Key>;
  readonly #far: WakeHeap<undefined>;
  /** Everything stored up to this time is in memory. */
  #readTo = 0;
  #isReading = false;
  #isStopped = false;

  constructor(options: WakesOptions<Key>) {
    this.#options = options;
    this.#near = new WakeHeap(options.clock, options.onDue);
    this.#far = new WakeHeap(options.clock, () => void this.#read());
  }

  /** Reads the wake-ups of the first window; later windows follow when they are near. */
  async start(): Promise<void> {
    await this.#read();
  }

  /** For what is in memory: any time may be given. */
  set(key: Key, at: number | undefined): void {
    this.#near.set(key.runId, key, at);
  }

  /** What it names leaves memory, where its stored wake-up is exact. `key` is kept: it should be small. */
  release(key: Key): void {
    const at = this.#near.at(key.runId);
    if (at === undefined) return;
    this.#near.remove(key.runId);
    if (at <= this.#readTo) this.#near.set(key.runId, key, at);
    else this.#readAt(at - HORIZON_MS / 2);
  }

  forget(runId: string): void {
    this.#near.remove(runId);
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
        const rows = await this.#options.read({ after, until, rowsMax: ROWS_PER_READ_MAX });
        for (const { key, wakeAt } of rows) {
          // What is in memory knows better.
          if (this.#near.at(key.runId) === undefined) this.#near.set(key.runId, key, wakeAt);
        }
        this.#readTo = rows.length < ROWS_PER_READ_MAX ? until : (rows.at(-1)?.wakeAt ?? until);
      }
      const next = await this.#options.readNext(this.#readTo);
      if (next !== undefined) this.#readAt(next - HORIZON_MS / 2);
    } catch (error) {
      this.#options.log.warn({ err: error }, "wake-ups could not be read; trying again");
      this.#readAt(this.#options.clock.now() + READ_RETRY_MS);
    } finally {
      this.#isReading = false;
    }
  }
}
