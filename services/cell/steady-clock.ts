// A clock that never goes back: event times and counters would be wrong if it did.
import type { Clock } from "#shared/clock";

export function steadyClock(clock: Clock): Clock {
  let latest = 0;
  return {
    now: () => (latest = Math.max(latest, clock.now())),
    monotonic: () => clock.monotonic(),
  };
}
