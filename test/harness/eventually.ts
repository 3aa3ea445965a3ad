// Polls until a condition holds, with a limit: the only way a test waits.
import { delay } from "#shared/clock";

const LIMIT_MS = 15_000;
const POLL_MS = 25;

/** Calls `attempt` until it neither throws nor answers undefined or false; fails with its last error at the limit. */
export async function eventually<Result>(
  attempt: () => Promise<Result | undefined | false> | Result | undefined | false,
  options: { limitMs?: number; pollMs?: number; what?: string } = {},
): Promise<Result> {
  const deadline = performance.now() + (options.limitMs ?? LIMIT_MS);
  let lastError: unknown;
  for (;;) {
    try {
      const result = await attempt();
      if (result !== undefined && result !== false) return result;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline) {
      const cause = lastError === undefined ? "the condition stayed false" : String(lastError);
      throw new Error(`${options.what ?? "condition"} not met in time: ${cause}`, { cause: lastError });
    }
    await delay(options.pollMs ?? POLL_MS);
  }
}
