// Requests and actions per second, and calls at once, per namespace: buckets of its own, so that no tenant spends
// another's share. Near the limit the calls that matter least wait first (call-priority.ts).
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { NamespaceRecord } from "../directory/directory-view.ts";
import { RESERVED_SHARES, type CallPriority } from "./call-priority.ts";
import { GATEWAY_LIMITS } from "./limits.ts";
import { TokenBucket } from "./token-bucket.ts";

export interface CallCost {
  priority: CallPriority;
  /** Billable actions that the call asks for. */
  actions: number;
}

interface Budget {
  requests: TokenBucket;
  actions: TokenBucket;
  calls: number;
}

interface Rate {
  /** 0 means no limit: the cell has its own. */
  perSecond: number;
  burst: number;
}

const FAILURE_TYPE = "temporal.api.errordetails.v1.ResourceExhaustedFailure";
type ResourceExhausted = temporal.api.errordetails.v1.IResourceExhaustedFailure;
const Cause = temporal.api.enums.v1.ResourceExhaustedCause;
const SCOPE = temporal.api.enums.v1.ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE;
const RETRY_AFTER_CONCURRENT_MS = 1_000;

const REFUSALS = {
  requests: {
    cause: Cause.RESOURCE_EXHAUSTED_CAUSE_RPS_LIMIT,
    message: "namespace rate limit exceeded",
  },
  actions: {
    cause: Cause.RESOURCE_EXHAUSTED_CAUSE_APS_LIMIT,
    message: "namespace actions per second limit exceeded",
  },
  calls: {
    cause: Cause.RESOURCE_EXHAUSTED_CAUSE_CONCURRENT_LIMIT,
    message: "namespace concurrent call limit exceeded",
  },
} as const;

export class RequestBudgets {
  readonly #budgets = new Map<string, Budget>();

  /** Takes one call of the namespace; call the answer when it is over. Errors: RESOURCE_EXHAUSTED. */
  take(namespace: NamespaceRecord, cost: CallCost, now: number): () => void {
    const [requests, actions] = [rateOf(namespace.requestsPerSecond), rateOf(namespace.actionsPerSecond)];
    const budget = this.#budgetOf(namespace.name, { requests, actions }, now);
    check("requests", budget, { rate: requests, cost, now });
    if (cost.actions > 0) check("actions", budget, { rate: actions, cost, now });
    if (budget.calls >= GATEWAY_LIMITS.callsPerNamespaceMax) {
      throw new ThrottledError("calls", RETRY_AFTER_CONCURRENT_MS);
    }
    // Taken only when the whole call may pass.
    budget.requests.take(1, 0);
    if (cost.actions > 0)
      budget.actions.take(cost.actions, actions.perSecond * GATEWAY_LIMITS.debtSecondsMax);
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

  #budgetOf(name: string, rates: { requests: Rate; actions: Rate }, now: number): Budget {
    let budget = this.#budgets.get(name);
    if (budget === undefined) {
      budget = {
        requests: new TokenBucket(rates.requests.burst, now),
        actions: new TokenBucket(rates.actions.burst, now),
        calls: 0,
      };
      this.#budgets.set(name, budget);
    }
    return budget;
  }
}

function check(
  kind: "requests" | "actions",
  budget: Budget,
  { rate, cost, now }: { rate: Rate; cost: CallCost; now: number },
): void {
  if (rate.perSecond <= 0) return;
  const bucket = budget[kind];
  bucket.fill(rate, now);
  // More than one token is never waited for, or a call with many actions would wait for ever.
  const waitMs = bucket.waitMs(1 + rate.burst * RESERVED_SHARES[cost.priority], rate.perSecond);
  if (waitMs > 0) throw new ThrottledError(kind, waitMs);
}

function rateOf(perSecond: number): Rate {
  return {
    perSecond,
    burst: Math.max(GATEWAY_LIMITS.burstRequestsMin, perSecond * GATEWAY_LIMITS.burstSeconds),
  };
}

/** A namespace's own limit refused the call. */
export class ThrottledError extends CloudError {
  readonly limit: keyof typeof REFUSALS;

  constructor(limit: keyof typeof REFUSALS, retryAfterMs: number) {
    const { cause, message } = REFUSALS[limit];
    const value = codecOf<ResourceExhausted>(FAILURE_TYPE).encode({ cause, scope: SCOPE });
    super("RESOURCE_EXHAUSTED", message, { retryAfterMs, details: [{ typeName: FAILURE_TYPE, value }] });
    this.limit = limit;
  }
}
