// Long polls for pages that are live: one after the other while the page is shown, none while it is hidden, because a
// browser has few connections and the server holds each poll open.
import { useEffect, useEffectEvent } from "react";

const RETRY_MS = 3_000;
/** Answers that come at once must not become a storm. */
const PERIOD_MS_MIN = 500;

/**
 * Calls `poll` again and again while `isOn`; it waits for news, takes them in, and passes the signal on, which aborts
 * when the page is hidden or left. After a failure the next one comes later.
 */
export function useLongPoll(poll: (signal: AbortSignal) => Promise<unknown>, isOn: boolean): void {
  const pollNow = useEffectEvent(poll);
  useEffect(() => {
    if (!isOn) return undefined;
    let abort: AbortController | undefined;
    const follow = (): void => {
      abort?.abort();
      abort = undefined;
      if (document.visibilityState === "hidden") return;
      abort = new AbortController();
      void repeat((signal) => pollNow(signal), abort.signal);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      abort?.abort();
    };
  }, [isOn]);
}

async function repeat(poll: (signal: AbortSignal) => Promise<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const startedAt = performance.now();
    const isGood = await poll(signal).then(
      () => true,
      () => false,
    );
    const tookMs = performance.now() - startedAt;
    await wait(isGood ? PERIOD_MS_MIN - tookMs : RETRY_MS, signal);
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
