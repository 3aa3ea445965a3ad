// A rate limit as arithmetic on one number, the time from which the next task may go (GCRA): tasks are spaced evenly, with
// a burst of one second's worth after idle time.

const BURST_MS = 1_000;

export interface RateLimit {
  /** Spacing of tasks; Infinity when nothing may go. */
  intervalMs: number;
}

export function rateLimit(tasksPerSecond: number): RateLimit {
  return { intervalMs: tasksPerSecond > 0 ? 1_000 / tasksPerSecond : Infinity };
}

/** The next ready time after `tokens` were used at `now`; a negative number of tokens gives some back. */
export function consume(readyAt: number, limit: RateLimit, now: number, tokens: number): number {
  if (limit.intervalMs === Infinity) return Infinity;
  return Math.max(now - BURST_MS, readyAt) + tokens * limit.intervalMs;
}

/** After a change of the limit: a time that was far ahead under the old one comes near enough to be right under the new. */
export function clip(readyAt: number, limit: RateLimit, now: number): number {
  return limit.intervalMs === Infinity ? Infinity : Math.min(readyAt, now + limit.intervalMs);
}

/** Whether the limit has no memory of earlier tasks any more. */
export function isRested(readyAt: number, now: number): boolean {
  return readyAt <= now - BURST_MS;
}
