// The time of now, told again every few seconds, so that "3 minutes ago" stays true. The only clock of the console.
import { useSyncExternalStore } from "react";

const TICK_MS = 5_000;
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let seen = Date.now();

export function now(): number {
  return Date.now();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    seen = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** Milliseconds, at most five seconds old. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => seen);
}
