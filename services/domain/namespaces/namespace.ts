// A namespace as a row and as the public message, with the deprecated twins that older clients read.
import { temporal, timestampOfMs } from "#contracts";
import type { CellNamespace } from "#domain/cells";
import type { RegionRow } from "#domain/regions";
import type { Namespace } from "#prisma";
import { toCodecServer } from "./codec-server.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import type { PublicSpec } from "./parse-spec.ts";
import { publicTypeOf } from "./search-attributes.ts";
import type { Tags } from "./tags.ts";

export type NamespaceRow = Namespace;
export type NamespaceState = keyof typeof PUBLIC_STATE;

const { ResourceState } = temporal.api.cloud.resource.v1;
const RegionState = temporal.api.cloud.namespace.v1.NamespaceRegionStatus.State;
const { ReplicaState } = temporal.api.cloud.namespace.v1.Replica;

const PUBLIC_STATE = {
  ACTIVATING: ResourceState.RESOURCE_STATE_ACTIVATING,
  ACTIVE: ResourceState.RESOURCE_STATE_ACTIVE,
  UPDATING: ResourceState.RESOURCE_STATE_UPDATING,
  DELETING: ResourceState.RESOURCE_STATE_DELETING,
} as const;

/** The columns hold only what this folder writes. */
export function configurationOf(row: NamespaceRow): NamespaceConfiguration {
  return row.spec as unknown as NamespaceConfiguration;
}

export function appliedConfigurationOf(row: NamespaceRow): NamespaceConfiguration | undefined {
  return (row.appliedSpec ?? undefined) as unknown as NamespaceConfiguration | undefined;
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
    generation: row.generation,
    startsRefused: row.suspended,
    description: "",
  };
}

export function toNamespace(
  row: NamespaceRow,
  region: RegionRow | undefined,
): temporal.api.cloud.namespace.v1.INamespace {
  const configuration = configurationOf(row);
  const state = row.state as NamespaceState;
  const [activeRegion = ""] = configuration.regions;
  const isServed = row.appliedSpec !== null;
  const regionState = isServed
    ? { state: RegionState.STATE_ACTIVE, stateDeprecated: "active" }
    : { state: RegionState.STATE_ADDING, stateDeprecated: "adding" };
  return {
    namespace: row.id,
    resourceVersion: String(row.resourceVersion),
    spec: toSpec(row.name, configuration),
    state: PUBLIC_STATE[state],
    stateDeprecated: state.toLowerCase(),
    asyncOperationId: row.asyncOperationId,
    endpoints: endpointsOf(row.id, region),
    activeRegion,
    limits: { actionsPerSecondLimit: row.actionsPerSecond },
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
    regionStatus: Object.fromEntries(configuration.regions.map((id) => [id, regionState])),
    replicas: configuration.regions.map((id, index) => ({
      id,
      region: id,
      isPrimary: index === 0,
      state: isServed ? ReplicaState.REPLICA_STATE_ACTIVE : ReplicaState.REPLICA_STATE_ADDING,
    })),
    tags: tagsOf(row),
    ...(configuration.capacity === null ? {} : { capacity: { onDemand: {} } }),
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

function toSpec(name: string, configuration: NamespaceConfiguration): PublicSpec {
  const { mtls, searchAttributes, highAvailability, capacity } = configuration;
  const ca = Buffer.from(mtls.acceptedClientCa, "utf8");
  const attributes = Object.entries(searchAttributes);
  return {
    name,
    regions: configuration.regions,
    replicas: configuration.regions.map((region) => ({ region })),
    retentionDays: configuration.retentionDays,
    mtlsAuth: {
      enabled: mtls.enabled,
      acceptedClientCa: ca,
      acceptedClientCaDeprecated: ca.toString("base64"),
      certificateFilters: mtls.certificateFilters,
    },
    apiKeyAuth: { enabled: configuration.apiKeyEnabled },
    searchAttributes: Object.fromEntries(attributes.map(([key, type]) => [key, publicTypeOf(type)])),
    customSearchAttributes: searchAttributes,
    codecServer: toCodecServer(configuration.codecServer),
    lifecycle: { enableDeleteProtection: configuration.deleteProtection },
    highAvailability,
    fairness: { taskQueueFairnessEnabled: configuration.taskQueueFairness },
    ...(capacity === null ? {} : { capacitySpec: { onDemand: {} } }),
  };
}
