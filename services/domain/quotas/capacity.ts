// How much a namespace may do in a second, by its capacity mode. Pure; the gateway enforces what comes out of here.

/** Null when the customer never chose a mode, which is on demand. `tru` counts Temporal Resource Units. */
export type Capacity = "on_demand" | { tru: number } | null;

export interface RateLimits {
  actionsPerSecond: number;
  requestsPerSecond: number;
}

/** The sizes in which capacity can be provisioned, and what one unit gives (Temporal Cloud's own figures). */
export const TRU_VALUES: readonly number[] = [2, 3, 4, 6, 8, 10, 12];
const TRU_LIMITS: RateLimits = { actionsPerSecond: 500, requestsPerSecond: 1_500 };

/** What a new namespace may do on demand. */
export const ON_DEMAND_LIMITS: RateLimits = { actionsPerSecond: 500, requestsPerSecond: 2_000 };

/** `onDemand` is the namespace's own limit in on-demand mode; `capacity` is missing in configurations of old. */
export function rateLimitsOf(capacity: Capacity | undefined, onDemand: RateLimits): RateLimits {
  if (capacity == null || capacity === "on_demand") return onDemand;
  return {
    actionsPerSecond: capacity.tru * TRU_LIMITS.actionsPerSecond,
    requestsPerSecond: capacity.tru * TRU_LIMITS.requestsPerSecond,
  };
}
