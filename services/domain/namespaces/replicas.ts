// Where a namespace is: its regions as replicas and in the deprecated map, each with its state. A region is being added
// while only the intended configuration has it, and being removed while only the applied one has it.
import { temporal } from "#contracts";
import type { NamespaceConfiguration } from "./configuration.ts";

type PublicReplica = temporal.api.cloud.namespace.v1.IReplica;
type PublicRegionStatus = temporal.api.cloud.namespace.v1.INamespaceRegionStatus;

const RegionState = temporal.api.cloud.namespace.v1.NamespaceRegionStatus.State;
const { ReplicaState } = temporal.api.cloud.namespace.v1.Replica;

const STATES = {
  adding: { replica: ReplicaState.REPLICA_STATE_ADDING, region: RegionState.STATE_ADDING },
  active: { replica: ReplicaState.REPLICA_STATE_ACTIVE, region: RegionState.STATE_ACTIVE },
  passive: { replica: ReplicaState.REPLICA_STATE_ACTIVE, region: RegionState.STATE_PASSIVE },
  removing: { replica: ReplicaState.REPLICA_STATE_REMOVING, region: RegionState.STATE_REMOVING },
} as const;

interface Placement {
  intended: NamespaceConfiguration;
  /** Undefined until the first configuration is applied. */
  applied: NamespaceConfiguration | undefined;
  /** The operation in flight, or "". */
  operationId: string;
}

/** The region that serves: the applied one, also while a failover is on its way. */
export function activeRegionOf({ intended, applied }: Pick<Placement, "intended" | "applied">): string {
  return (applied ?? intended).regions[0] ?? "";
}

/** Active one first. */
export function toReplicas(placement: Placement): PublicReplica[] {
  const active = activeRegionOf(placement);
  return allRegions(placement).map((region) => ({
    id: region,
    region,
    isPrimary: region === active,
    state: STATES[stateOf(region, placement)].replica,
  }));
}

export function toRegionStatus(placement: Placement): Record<string, PublicRegionStatus> {
  return Object.fromEntries(
    allRegions(placement).map((region) => {
      const name = stateOf(region, placement);
      const asyncOperationId = name === "adding" || name === "removing" ? placement.operationId : "";
      return [region, { state: STATES[name].region, stateDeprecated: name, asyncOperationId }];
    }),
  );
}

function allRegions({ intended, applied }: Placement): string[] {
  return [...new Set([...(applied ?? intended).regions, ...intended.regions])];
}

function stateOf(region: string, placement: Placement): keyof typeof STATES {
  const { intended, applied } = placement;
  if (applied?.regions.includes(region) !== true) return "adding";
  if (!intended.regions.includes(region)) return "removing";
  return region === activeRegionOf(placement) ? "active" : "passive";
}
