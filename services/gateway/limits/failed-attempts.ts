// API keys that were refused, per address: whoever tries many is told to wait before the next signature is checked.
// Keys that were verified before are not held up, so a guesser does not lock out those who share the address.
import { CloudError } from "#shared/errors";
import { GATEWAY_LIMITS } from "./limits.ts";

interface Budget {
  tokens: number;
  filledAt: number;
}

export class FailedAttempts {
  readonly #budgets = new Map<string, Budget>();

  /** Errors: RESOURCE_EXHAUSTED when the network has used up its failures. */
  check(network: string, now: number): void {
    const budget = this.#budgets.get(network);
    if (budget === undefined) return;
    refill(budget, now);
    if (budget.tokens >= 1) return;
    const retryAfterMs = Math.ceil(((1 - budget.tokens) * 1000) / GATEWAY_LIMITS.failedKeysPerSecond);
    throw new CloudError("RESOURCE_EXHAUSTED", "Too many API keys from this address were refused. Wait.", {
      retryAfterMs,
    });
  }

  add(network: string, now: number): void {
    const budget = this.#budgets.get(network) ?? { tokens: GATEWAY_LIMITS.failedKeysBurst, filledAt: now };
    refill(budget, now);
    budget.tokens = Math.max(0, budget.tokens - 1);
    // Set again at the end: the network longest without a failure goes first when there are too many.
    this.#budgets.delete(network);
    this.#budgets.set(network, budget);
    if (this.#budgets.size <= GATEWAY_LIMITS.failedNetworksMax) return;
    const [oldest] = this.#budgets.keys();
    if (oldest !== undefined) this.#budgets.delete(oldest);
  }
}

function refill(budget: Budget, now: number): void {
  const elapsedMs = Math.max(0, now - budget.filledAt);
  const refilled = budget.tokens + (elapsedMs * GATEWAY_LIMITS.failedKeysPerSecond) / 1000;
  budget.tokens = Math.min(GATEWAY_LIMITS.failedKeysBurst, refilled);
  budget.filledAt = now;
}
