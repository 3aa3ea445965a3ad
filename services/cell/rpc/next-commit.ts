// Waits for the next commit of an execution that a caller watches, with or without a workflow.

/** How often a caller that waits is told of a commit before its answer is made. */
export const WAKES_MAX = 100_000;

/** Also over when the signal aborts. */
export function nextCommit(watchers: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      watchers.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    watchers.add(wake);
    signal.addEventListener("abort", wake, { once: true });
  });
}
