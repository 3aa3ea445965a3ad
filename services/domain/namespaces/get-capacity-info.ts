// GetNamespaceCapacityInfo: the namespace's capacity, what it could be, and how much of it was used lately.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { TRU_VALUES } from "#domain/quotas";
import { hasOwnLimits, toCapacity } from "./capacity.ts";
import { appliedConfigurationOf } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";

/** Actions per second over the last days, from the usage records. */
export type ReadActionRates = (namespace: string) => Promise<{ mean: number; p90: number; p99: number }>;

export async function getNamespaceCapacityInfo(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespaceCapacityInfoRequest,
  readActionRates: ReadActionRates,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespaceCapacityInfoResponse> {
  const row = await findNamespace(context, context.database.query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.capacityinfo.get",
  });
  return {
    capacityInfo: {
      namespace: row.id,
      hasLegacyLimits: hasOwnLimits(row),
      currentCapacity: toCapacity(row, appliedConfigurationOf(row)) ?? { onDemand: {} },
      modeOptions: {
        provisioned: {
          validTruValues: [...TRU_VALUES],
          maxAvailableTruValue: Math.max(...TRU_VALUES),
        },
        onDemand: { apsLimit: row.actionsPerSecond },
      },
      stats: { aps: await readActionRates(row.id) },
    },
  };
}
