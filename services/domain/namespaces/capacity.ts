// The capacity of a namespace in the public API: its mode, and the newest request for another one.
import { temporal, timestampOfMs } from "#contracts";
import { ON_DEMAND_LIMITS, rateLimitsOf, type Capacity, type RateLimits } from "#domain/quotas";
import type { NamespaceConfiguration } from "./configuration.ts";
import type { NamespaceRow } from "./namespace.ts";

/** As it is stored. */
export interface CapacityRequest {
  state: "IN_PROGRESS" | "COMPLETED" | "FAILED";
  startedAtMs: number;
  /** Null while it is in progress. */
  endedAtMs: number | null;
  operationId: string;
  capacity: Capacity;
}

type PublicCapacity = temporal.api.cloud.namespace.v1.ICapacity;
type PublicSpec = temporal.api.cloud.namespace.v1.ICapacitySpec;

const State = temporal.api.cloud.namespace.v1.Capacity.Request.State;
const PUBLIC_STATE = {
  IN_PROGRESS: State.STATE_CAPACITY_REQUEST_IN_PROGRESS,
  COMPLETED: State.STATE_CAPACITY_REQUEST_COMPLETED,
  FAILED: State.STATE_CAPACITY_REQUEST_FAILED,
} as const;

/** The request that an accepted change makes; undefined when it asks for the capacity that is there. */
export function newCapacityRequest(
  asked: { before: Capacity; after: Capacity },
  operation: { operationId: string; now: number },
): CapacityRequest | undefined {
  if (JSON.stringify(asked.before) === JSON.stringify(asked.after)) return undefined;
  const { operationId, now } = operation;
  return { state: "IN_PROGRESS", startedAtMs: now, endedAtMs: null, operationId, capacity: asked.after };
}

/** What the newest request is when this operation ends; undefined when the operation made none. */
export function endedCapacityRequest(
  row: NamespaceRow,
  ended: { operationId: string; state: "COMPLETED" | "FAILED"; now: number },
): CapacityRequest | undefined {
  const request = capacityRequestOf(row);
  if (request === undefined || request.operationId !== ended.operationId) return undefined;
  return { ...request, state: ended.state, endedAtMs: ended.now };
}

/** What the namespace may do now, by the configuration in force. */
export function limitsOf(row: NamespaceRow, applied: NamespaceConfiguration | undefined): RateLimits {
  return rateLimitsOf(applied?.capacity, row);
}

/** Whether its on-demand limits are not those that every namespace begins with. */
export function hasOwnLimits(row: NamespaceRow): boolean {
  return row.actionsPerSecond !== ON_DEMAND_LIMITS.actionsPerSecond;
}

/** Undefined when the customer never chose a mode: clients then leave the field out of their state. */
export function toCapacity(
  row: NamespaceRow,
  applied: NamespaceConfiguration | undefined,
): PublicCapacity | undefined {
  const request = capacityRequestOf(row);
  const current = applied?.capacity ?? null;
  if (current === null && request === undefined) return undefined;
  const mode =
    typeof current === "object" && current !== null
      ? { provisioned: { currentValue: current.tru } }
      : { onDemand: {} };
  return request === undefined ? mode : { ...mode, latestRequest: toRequest(request) };
}

export function toCapacitySpec(capacity: Capacity): PublicSpec | undefined {
  if (capacity === null) return undefined;
  return capacity === "on_demand" ? { onDemand: {} } : { provisioned: { value: capacity.tru } };
}

function toRequest(request: CapacityRequest): temporal.api.cloud.namespace.v1.Capacity.IRequest {
  const spec = toCapacitySpec(request.capacity);
  return {
    state: PUBLIC_STATE[request.state],
    startTime: timestampOfMs(request.startedAtMs),
    asyncOperationId: request.operationId,
    ...(request.endedAtMs === null ? {} : { endTime: timestampOfMs(request.endedAtMs) }),
    ...(spec === undefined ? {} : { spec }),
  };
}

/** The column holds only what this folder writes. */
function capacityRequestOf(row: NamespaceRow): CapacityRequest | undefined {
  return (row.capacityRequest ?? undefined) as unknown as CapacityRequest | undefined;
}
