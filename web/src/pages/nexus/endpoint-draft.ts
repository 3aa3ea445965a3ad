// A Nexus endpoint as its form holds it.
import type { Schemas } from "#api/client";

export type Endpoint = Schemas["temporal.api.cloud.nexus.v1.Endpoint"];

export interface EndpointDraft {
  name: string;
  namespaceId: string;
  taskQueue: string;
  /** Namespaces that may call it. */
  callers: readonly string[];
}

export function callersOf({ spec }: Endpoint): string[] {
  return (spec?.policySpecs ?? []).flatMap(({ allowedCloudNamespacePolicySpec }) =>
    allowedCloudNamespacePolicySpec?.namespaceId === undefined
      ? []
      : [allowedCloudNamespacePolicySpec.namespaceId],
  );
}

export function draftOf(endpoint: Endpoint): EndpointDraft {
  const target = endpoint.spec?.targetSpec?.workerTargetSpec;
  return {
    name: endpoint.spec?.name ?? "",
    namespaceId: target?.namespaceId ?? "",
    taskQueue: target?.taskQueue ?? "",
    callers: callersOf(endpoint),
  };
}

export function specOf({ name, namespaceId, taskQueue, callers }: EndpointDraft) {
  return {
    name: name.trim(),
    targetSpec: { workerTargetSpec: { namespaceId, taskQueue: taskQueue.trim() } },
    policySpecs: callers.map((caller) => ({ allowedCloudNamespacePolicySpec: { namespaceId: caller } })),
  };
}
