// How fast one queue may hand out tasks: the limit set for the queue, else the one its workers ask for, and a limit for
// each fairness key, scaled by the weight of the key. Weights that were overridden are told here, too.
import { temporal } from "#contracts";
import type { KeyRules } from "./fair-keys.ts";
import { clampedWeight, DEFAULT_WEIGHT, type Place } from "./place.ts";
import { clip, consume, isRested, rateLimit, type RateLimit } from "./rate-limit.ts";

const { RateLimitSource } = temporal.api.enums.v1;

/** What is said when nobody set a limit: more than a cell hands out. */
export const SYSTEM_RATE = 100_000;
/** Keys whose latest tasks are remembered; beyond it the ones longest unused begin anew. */
const KEYS_MAX = 10_000;

/** What UpdateTaskQueueConfig sets, as far as dispatching needs it. */
export interface DispatchRules {
  tasksPerSecond?: number | undefined;
  tasksPerSecondOfKey?: number | undefined;
  weights: ReadonlyMap<string, number>;
}

export interface EffectiveRate {
  tasksPerSecond: number;
  source: temporal.api.enums.v1.RateLimitSource;
}

const NO_RULES: DispatchRules = { weights: new Map() };

export class DispatchLimits implements KeyRules {
  #rules = NO_RULES;
  #workerRate: number | undefined;
  #queue: RateLimit | undefined;
  #queueReadyAt = 0;
  #key: RateLimit | undefined;
  readonly #keysReadyAt = new Map<string, number>();

  get areKeysLimited(): boolean {
    return this.#key !== undefined;
  }

  get rememberedKeys(): number {
    return this.#keysReadyAt.size;
  }

  /** Nothing limits this queue. */
  get isFree(): boolean {
    return this.#queue === undefined && this.#key === undefined;
  }

  /** The lower of both sources wins over the system's, and the one that was set over the one of the workers. */
  effective(): EffectiveRate {
    const isSet = this.#rules.tasksPerSecond !== undefined;
    const rate = this.#rules.tasksPerSecond ?? this.#workerRate;
    if (rate === undefined || rate >= SYSTEM_RATE) {
      return { tasksPerSecond: SYSTEM_RATE, source: RateLimitSource.RATE_LIMIT_SOURCE_SYSTEM };
    }
    const source = isSet ? RateLimitSource.RATE_LIMIT_SOURCE_API : RateLimitSource.RATE_LIMIT_SOURCE_WORKER;
    return { tasksPerSecond: rate, source };
  }

  setRules(rules: DispatchRules, now: number): void {
    this.#rules = rules;
    this.#setQueueLimit(now);
    const { tasksPerSecondOfKey } = rules;
    this.#key = tasksPerSecondOfKey === undefined ? undefined : rateLimit(tasksPerSecondOfKey);
    if (this.#key === undefined) this.#keysReadyAt.clear();
    for (const [key, readyAt] of this.#keysReadyAt) {
      this.#keysReadyAt.set(key, clip(readyAt, this.#keyLimit(key), now));
    }
  }

  /** The poll that came last says what its workers want; true when that changed something. */
  setWorkerRate(tasksPerSecond: number | undefined, now: number): boolean {
    if (tasksPerSecond === this.#workerRate) return false;
    this.#workerRate = tasksPerSecond;
    this.#setQueueLimit(now);
    return true;
  }

  /** When the queue as a whole may hand out its next task. */
  queueReadyAt(): number {
    return this.#queue === undefined ? 0 : this.#queueReadyAt;
  }

  readyAt(key: string): number {
    return this.#key === undefined ? 0 : (this.#keysReadyAt.get(key) ?? 0);
  }

  weightOf(place: Place | undefined): number {
    return this.#rules.weights.get(place?.key ?? "") ?? place?.weight ?? DEFAULT_WEIGHT;
  }

  /** A task goes out; a negative number says that it came back unused. */
  consume(place: Place | undefined, now: number, tokens: 1 | -1): void {
    if (this.#queue !== undefined) this.#queueReadyAt = consume(this.#queueReadyAt, this.#queue, now, tokens);
    if (this.#key === undefined) return;
    const key = place?.key ?? "";
    const readyAt = consume(this.readyAt(key), this.#keyLimit(key, place), now, tokens);
    this.#keysReadyAt.delete(key);
    this.#keysReadyAt.set(key, readyAt);
    if (this.#keysReadyAt.size > KEYS_MAX) this.#forgetKeys(now);
  }

  #setQueueLimit(now: number): void {
    const { tasksPerSecond, source } = this.effective();
    if (source === RateLimitSource.RATE_LIMIT_SOURCE_SYSTEM) this.#queue = undefined;
    else {
      this.#queue = rateLimit(tasksPerSecond);
      this.#queueReadyAt = clip(this.#queueReadyAt, this.#queue, now);
    }
  }

  #keyLimit(key: string, place?: Place): RateLimit {
    const weight = clampedWeight(this.#rules.weights.get(key) ?? place?.weight ?? DEFAULT_WEIGHT);
    return { intervalMs: (this.#key?.intervalMs ?? 0) / weight };
  }

  #forgetKeys(now: number): void {
    for (const [key, readyAt] of this.#keysReadyAt) if (isRested(readyAt, now)) this.#keysReadyAt.delete(key);
    let excess = this.#keysReadyAt.size - KEYS_MAX / 2;
    for (const key of this.#keysReadyAt.keys()) {
      if (excess-- <= 0) return;
      this.#keysReadyAt.delete(key);
    }
  }
}
