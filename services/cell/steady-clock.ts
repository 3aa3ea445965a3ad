// The cell's time. It follows the wall clock, so that what is due at a time is due by everybody's clock, except that it
// never goes back: times in histories and counters would be wrong. When the wall clock is set back, time goes on from
// where it was, at half its pace until the wall clock has caught up: timers are never early and none waits for the whole
// step, which a clock that stands still would make it do.
import type { Clock } from "#shared/clock";

const PACE_WHEN_AHEAD = 0.5;
const LOOK_MS = 1_000;
/** Less than this is a machine that is busy. */
const STEP_MS = 500;

export interface SteadyClock extends Clock {
  /** Told when the clock was set ahead, which timers of Node do not notice. */
  onStepAhead(listener: () => void): void;
  stop(): void;
}

export function steadyClock(clock: Clock): SteadyClock {
  let latest = 0;
  let askedAt = clock.monotonic();
  const now = (): number => {
    const wall = clock.now();
    const monotonic = clock.monotonic();
    latest = Math.max(wall, latest + (wall < latest ? (monotonic - askedAt) * PACE_WHEN_AHEAD : 0));
    askedAt = monotonic;
    return Math.floor(latest);
  };
  const listeners: (() => void)[] = [];
  let before = { now: now(), monotonic: clock.monotonic() };
  const look = (): void => {
    const after = { now: now(), monotonic: clock.monotonic() };
    const steppedMs = after.now - before.now - (after.monotonic - before.monotonic);
    before = after;
    if (steppedMs >= STEP_MS) for (const listener of listeners) listener();
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return {
    now,
    monotonic: () => clock.monotonic(),
    onStepAhead: (listener) => void listeners.push(listener),
    stop: () => clearInterval(timer),
  };
}
