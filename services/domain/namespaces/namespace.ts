// A namespace as a row and as the public message, with the deprecated twins that older clients read.
import { temporal, timestampOfMs } from "#contracts";
import type { CellNamespace } from "#domain/cells";
import type { RegionRow } from "#domain/regions";
import type { Namespace } from "#prisma";
import { limitsOf, toCapacity } from "./capacity.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { activeRegionOf, toRegionStatus, toReplicas } from "./replicas.ts";
import { toSpec } from "./spec-message.ts";
import type { Tags } from "./tags.ts";

export type NamespaceRow = Namespace;
export type NamespaceState = keyof typeof PUBLIC_STATE;

const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_STATE = {
  ACTIVATING: ResourceState.RESOURCE_STATE_ACTIVATING,
  ACTIVE: ResourceState.RESOURCE_STATE_ACTIVE,
  UPDATING: ResourceState.RESOURCE_STATE_UPDATING,
  DELETING: ResourceState.RESOURCE_STATE_DELETING,
} as const;

/** What configurations did not have from the beginning. */
const LATER_PARTS: Pick<NamespaceConfiguration, "connectivityRuleIds" | "formerAttributeNames"> = {
  connectivityRuleIds: [],
  formerAttributeNames: {},
};

/** The columns hold only what this folder writes. */
export function configurationOf(row: NamespaceRow): NamespaceConfiguration {
  return { ...LATER_PARTS, ...(row.spec as unknown as NamespaceConfiguration) };
}

export function appliedConfigurationOf(row: NamespaceRow): NamespaceConfiguration | undefined {
  if (row.appliedSpec === null) return undefined;
  return { ...LATER_PARTS, ...(row.appliedSpec as unknown as NamespaceConfiguration) };
}

/** Region -> epoch ms of its removal. */
export function removedRegionsOf(row: NamespaceRow): Record<string, number> {
  return row.removedRegions as Record<string, number>;
}

export function tagsOf(row: NamespaceRow): Tags {
  return row.tags as Tags;
}

export function renamedAttributesOf(row: NamespaceRow): Record<string, string> {
  return row.renamedAttributes as Record<string, string>;
}

/** What the cell must have, by the intended configuration. */
export function cellNamespaceOf(row: NamespaceRow): CellNamespace {
  const configuration = configurationOf(row);
  return {
    name: row.id,
    namespaceId: row.namespaceId,
    retentionDays: configuration.retentionDays,
    searchAttributes: configuration.searchAttributes,
    formerAttributeNames: configuration.formerAttributeNames,
    generation: row.generation,
    startsRefused: row.suspended,
    fairnessKeysIgnored: !configuration.taskQueueFairness,
    description: "",
  };
}

/** What a namespace's message shows of other nouns. */
export interface Surroundings {
  /** The active one. */
  region: RegionRow | undefined;
  connectivityRules: temporal.api.cloud.connectivityrule.v1.IConnectivityRule[];
}

export function toNamespace(
  row: NamespaceRow,
  { region, connectivityRules }: Surroundings,
): temporal.api.cloud.namespace.v1.INamespace {
  const [intended, applied] = [configurationOf(row), appliedConfigurationOf(row)];
  const state = row.state as NamespaceState;
  const placement = { intended, applied, operationId: row.asyncOperationId };
  const capacity = toCapacity(row, applied);
  return {
    namespace: row.id,
    resourceVersion: String(row.resourceVersion),
    spec: toSpec(row.name, intended),
    state: PUBLIC_STATE[state],
    stateDeprecated: state.toLowerCase(),
    asyncOperationId: row.asyncOperationId,
    endpoints: endpointsOf(row.id, region),
    activeRegion: activeRegionOf(placement),
    limits: { actionsPerSecondLimit: limitsOf(row, applied).actionsPerSecond },
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
    regionStatus: toRegionStatus(placement),
    replicas: toReplicas(placement),
    connectivityRules,
    projectId: row.projectId,
    tags: tagsOf(row),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

function endpointsOf(id: string, region: RegionRow | undefined): temporal.api.cloud.namespace.v1.IEndpoints {
  const fill = (template: string | undefined): string => (template ?? "").replaceAll("{namespace}", id);
  return {
    webAddress: fill(region?.webAddress),
    grpcAddress: fill(region?.grpcAddress),
    mtlsGrpcAddress: fill(region?.mtlsGrpcAddress),
  };
}
