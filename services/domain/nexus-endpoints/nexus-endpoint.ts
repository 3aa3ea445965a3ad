// An endpoint as a row and as the public message.
import { temporal, timestampOfMs } from "#contracts";
import type { NexusEndpoint } from "#prisma";
import { resourceVersionOf } from "#shared/resource-version";
import type { EndpointConfiguration } from "./configuration.ts";
import { descriptionPayload } from "./description.ts";

export type NexusEndpointRow = NexusEndpoint;

const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_STATE = {
  ACTIVATING: ResourceState.RESOURCE_STATE_ACTIVATING,
  ACTIVE: ResourceState.RESOURCE_STATE_ACTIVE,
  UPDATING: ResourceState.RESOURCE_STATE_UPDATING,
  DELETING: ResourceState.RESOURCE_STATE_DELETING,
} as const;

/** The column holds only what this folder writes. */
export function configurationOf(row: NexusEndpointRow): EndpointConfiguration {
  return row.spec as unknown as EndpointConfiguration;
}

export function appliedConfigurationOf(row: NexusEndpointRow): EndpointConfiguration | undefined {
  return (row.appliedSpec ?? undefined) as unknown as EndpointConfiguration | undefined;
}

/** The columns that follow the intended configuration. */
export function columnsOf(configuration: EndpointConfiguration): {
  name: string;
  targetNamespace: string;
  targetTaskQueue: string;
} {
  const { name, target } = configuration;
  return { name, targetNamespace: target.namespace, targetTaskQueue: target.taskQueue };
}

export function toEndpoint(row: NexusEndpointRow): temporal.api.cloud.nexus.v1.IEndpoint {
  const { name, target, callers, description } = configurationOf(row);
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      name,
      targetSpec: { workerTargetSpec: { namespaceId: target.namespace, taskQueue: target.taskQueue } },
      policySpecs: callers.map((namespaceId) => ({ allowedCloudNamespacePolicySpec: { namespaceId } })),
      description: descriptionPayload(description),
      descriptionDeprecated: description,
    },
    state: PUBLIC_STATE[row.state as keyof typeof PUBLIC_STATE],
    asyncOperationId: row.asyncOperationId,
    projectId: row.projectId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}
