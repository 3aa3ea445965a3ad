// A wall clock that a test sets while the process runs: CELLPLANE_CLOCK_OFFSET_FILE names a file with the milliseconds to
// add. Nothing else may use it: the cell's time is steady-clock.ts.
import { readFileSync } from "node:fs";
import type { Clock } from "#shared/clock";

const LOOK_MS = 50;

export function shiftedClock(clock: Clock, file: string): Clock {
  let offsetMs = readOffset(file, 0);
  setInterval(() => (offsetMs = readOffset(file, offsetMs)), LOOK_MS).unref();
  return { now: () => clock.now() + offsetMs, monotonic: () => clock.monotonic() };
}

/** A file that is being written is read again soon. */
function readOffset(file: string, before: number): number {
  try {
    const offset = Number(readFileSync(file, "utf8").trim());
    return Number.isSafeInteger(offset) ? offset : before;
  } catch {
    return before;
  }
}
