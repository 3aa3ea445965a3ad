// How long a long poll may wait: long enough to be rare, and over before the caller's own deadline.
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";

const POLL_MS_MAX = 60_000;
/** Left for the answer's way back. */
const ANSWER_ROOM_MS = 1_000;

/** Longest wait of calls that watch an execution (history, update results). */
export const WATCH_MS_MAX = 20_000;

/** Made once: an abort without a reason makes an exception with a stack. */
const OVER = new Error("the wait is over");

export function pollTimeoutMs(engine: Engine, call: UnaryCall, maxMs: number = POLL_MS_MAX): number {
  if (call.deadline === undefined) return maxMs;
  return Math.max(0, Math.min(maxMs, call.deadline - engine.wallClock.now() - ANSWER_ROOM_MS));
}

/** Aborts when the caller goes, the cell stops or the time is over. `done` releases it. */
export function watchSignal(
  engine: Engine,
  call: UnaryCall,
  timeoutMs: number,
): { signal: AbortSignal; done: () => void } {
  const abort = new AbortController();
  const stop = (): void => abort.abort(OVER);
  const timer = setTimeout(stop, timeoutMs);
  call.signal.addEventListener("abort", stop, { once: true });
  engine.stopping.addEventListener("abort", stop, { once: true });
  if (call.signal.aborted || engine.stopping.aborted) stop();
  return {
    signal: abort.signal,
    done: () => {
      clearTimeout(timer);
      call.signal.removeEventListener("abort", stop);
      engine.stopping.removeEventListener("abort", stop);
    },
  };
}
