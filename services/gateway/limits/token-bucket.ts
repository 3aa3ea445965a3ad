// A budget that fills with time: so much a second, and no more than a burst. Pure; times are monotonic milliseconds.

export class TokenBucket {
  #tokens: number;
  #filledAt: number;

  constructor(burst: number, now: number) {
    this.#tokens = burst;
    this.#filledAt = now;
  }

  /** A rate that was changed counts from here on. */
  fill(rate: { perSecond: number; burst: number }, now: number): void {
    const elapsedMs = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(rate.burst, this.#tokens + (elapsedMs * rate.perSecond) / 1_000);
    this.#filledAt = now;
  }

  /** Milliseconds until there are `wanted` tokens; 0 when they are there. */
  waitMs(wanted: number, perSecond: number): number {
    return this.#tokens >= wanted ? 0 : Math.ceil(((wanted - this.#tokens) * 1_000) / perSecond);
  }

  /** May take more than there is: what comes next waits for it, down to `-debtMax`. */
  take(count: number, debtMax: number): void {
    this.#tokens = Math.max(-debtMax, this.#tokens - count);
  }
}
