// Requests per second and calls at once, per namespace: a token bucket each, so that no tenant spends another's share.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { NamespaceRecord } from "../directory/directory-view.ts";
import { GATEWAY_LIMITS } from "./limits.ts";

interface Budget {
  tokens: number;
  filledAt: number;
  calls: number;
}

const FAILURE_TYPE = "temporal.api.errordetails.v1.ResourceExhaustedFailure";
type ResourceExhausted = temporal.api.errordetails.v1.IResourceExhaustedFailure;
/** ResourceExhaustedCause: requests per second, concurrent calls. ResourceExhaustedScope: namespace. */
const CAUSE_RPS = 1;
const CAUSE_CONCURRENT = 2;
const SCOPE_NAMESPACE = 1;
const RETRY_AFTER_CONCURRENT_MS = 1_000;

export class RequestBudgets {
  readonly #budgets = new Map<string, Budget>();

  /** Takes one request of the namespace; call the answer when it is over. Errors: RESOURCE_EXHAUSTED. */
  take(namespace: NamespaceRecord, now: number): () => void {
    const budget = this.#budgetOf(namespace, now);
    const rate = namespace.requestsPerSecond;
    // No rate means no limit: the cell has its own.
    if (rate > 0) {
      refill(budget, rate, now);
      if (budget.tokens < 1) throw exhausted(CAUSE_RPS, Math.ceil(((1 - budget.tokens) * 1000) / rate));
      budget.tokens -= 1;
    }
    if (budget.calls >= GATEWAY_LIMITS.callsPerNamespaceMax) {
      throw exhausted(CAUSE_CONCURRENT, RETRY_AFTER_CONCURRENT_MS);
    }
    budget.calls += 1;
    return () => {
      budget.calls -= 1;
    };
  }

  /** Forgets namespaces that are gone, so that the map stays as large as the directory. */
  keepOnly(names: ReadonlyMap<string, unknown>): void {
    for (const [name, budget] of this.#budgets) {
      if (!names.has(name) && budget.calls === 0) this.#budgets.delete(name);
    }
  }

  #budgetOf(namespace: NamespaceRecord, now: number): Budget {
    let budget = this.#budgets.get(namespace.name);
    if (budget === undefined) {
      budget = { tokens: burstOf(namespace.requestsPerSecond), filledAt: now, calls: 0 };
      this.#budgets.set(namespace.name, budget);
    }
    return budget;
  }
}

function refill(budget: Budget, rate: number, now: number): void {
  const elapsedMs = Math.max(0, now - budget.filledAt);
  budget.tokens = Math.min(burstOf(rate), budget.tokens + (elapsedMs * rate) / 1000);
  budget.filledAt = now;
}

function burstOf(rate: number): number {
  return Math.max(GATEWAY_LIMITS.burstRequestsMin, rate * GATEWAY_LIMITS.burstSeconds);
}

function exhausted(cause: number, retryAfterMs: number): CloudError {
  const value = codecOf<ResourceExhausted>(FAILURE_TYPE).encode({ cause, scope: SCOPE_NAMESPACE });
  return new CloudError("RESOURCE_EXHAUSTED", "namespace rate limit exceeded", {
    retryAfterMs,
    details: [{ typeName: FAILURE_TYPE, value }],
  });
}
