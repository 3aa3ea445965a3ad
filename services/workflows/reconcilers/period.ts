// Runs a reconciler on a period and on a wake-up that carries no data; a failure is logged and the next round tries again.
import { delay } from "#shared/clock";
import type { Logger } from "#shared/log";

export interface Reconciler {
  /** Begins the next round now instead of at the end of the period. */
  wake(): void;
  stop(): Promise<void>;
}

export function runReconciler(options: {
  name: string;
  periodMs: number;
  log: Logger;
  round: (signal: AbortSignal) => Promise<void>;
}): Reconciler {
  const stopping = new AbortController();
  let wakeUp = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wakeUp = new AbortController();
      try {
        await options.round(stopping.signal);
      } catch (error) {
        if (!stopping.signal.aborted)
          options.log.warn({ err: error, reconciler: options.name }, "round failed");
      }
      // Ends early when woken or stopped: both are what the wait is for.
      await delay(options.periodMs, AbortSignal.any([stopping.signal, wakeUp.signal])).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    wake: () => wakeUp.abort(),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
