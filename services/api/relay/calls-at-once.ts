// How many relayed calls one person may have at once: most are long polls, of which a browser needs a few.
import { CloudError } from "#shared/errors";
import { relayedCallsPerPrincipalMax } from "../limits.ts";

const RETRY_MS = 1_000;

export class CallsAtOnce {
  readonly #running = new Map<string, number>();

  /** Runs the call in its place. Errors: RESOURCE_EXHAUSTED when there is none. */
  async within<Answer>(principalId: string, run: () => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(principalId) ?? 0;
    if (running >= relayedCallsPerPrincipalMax) {
      throw new CloudError(
        "RESOURCE_EXHAUSTED",
        `At most ${relayedCallsPerPrincipalMax} calls to running namespaces at once from the console.`,
        { retryAfterMs: RETRY_MS },
      );
    }
    this.#running.set(principalId, running + 1);
    try {
      return await run();
    } finally {
      const left = (this.#running.get(principalId) ?? 1) - 1;
      if (left === 0) this.#running.delete(principalId);
      else this.#running.set(principalId, left);
    }
  }
}
