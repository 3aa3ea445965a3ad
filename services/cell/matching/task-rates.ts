// How many tasks a second came to a queue and went out of it lately, by priority level.
import { DEFAULT_LEVEL, LEVELS } from "./place.ts";

const BUCKET_MS = 5_000;
const BUCKETS = 7;
/** Rates are averages of this long, or of the queue's life while that is shorter. */
const WINDOW_MS = (BUCKETS - 1) * BUCKET_MS;

export class TaskRates {
  readonly #startedAt: number;
  readonly #counts: (number[] | undefined)[] = [];
  #bucketAt: number;
  #bucket = 0;

  constructor(now: number) {
    this.#startedAt = now;
    this.#bucketAt = now;
  }

  count(level: number | undefined, now: number): void {
    this.#advance(now);
    const index = (level ?? DEFAULT_LEVEL) - 1;
    const counts = (this.#counts[index] ??= new Array<number>(BUCKETS).fill(0));
    counts[this.#bucket] = (counts[this.#bucket] ?? 0) + 1;
  }

  /** Tasks a second of one level, or of all. */
  rate(now: number, level?: number): number {
    this.#advance(now);
    const spanMs = Math.min(now - this.#bucketAt + WINDOW_MS, now - this.#startedAt);
    if (spanMs <= 0) return 0;
    let total = 0;
    for (let one = 1; one <= LEVELS; one += 1) {
      if (level !== undefined && level !== one) continue;
      for (const count of this.#counts[one - 1] ?? []) total += count;
    }
    return (total * 1_000) / spanMs;
  }

  #advance(now: number): void {
    const passed = Math.floor((now - this.#bucketAt) / BUCKET_MS);
    if (passed <= 0) return;
    this.#bucketAt += passed * BUCKET_MS;
    for (let step = 0; step < Math.min(passed, BUCKETS); step += 1) {
      this.#bucket = (this.#bucket + 1) % BUCKETS;
      for (const counts of this.#counts) if (counts !== undefined) counts[this.#bucket] = 0;
    }
  }
}
