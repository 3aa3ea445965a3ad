// A namespace as Temporal's messages tell it. Capabilities are only those that this cell really has.
import { durationOfMs, temporal } from "#contracts";
import type { Namespace } from "../namespaces/namespace.ts";

type Described = temporal.api.workflowservice.v1.IDescribeNamespaceResponse;

const { NamespaceState, ArchivalState, ReplicationState } = temporal.api.enums.v1;
const DAY_MS = 86_400_000;
export const CLUSTER_NAME = "active";

export function namespaceMessage({ row }: Namespace): Described {
  return {
    namespaceInfo: {
      name: row.name,
      id: row.namespaceId,
      state: NamespaceState.NAMESPACE_STATE_REGISTERED,
      description: row.description,
      ownerEmail: row.ownerEmail,
      data: row.data,
      capabilities: {
        eagerWorkflowStart: true,
        syncUpdate: true,
        asyncUpdate: true,
        workerHeartbeats: true,
        workerPollCompleteOnShutdown: true,
        pollerAutoscaling: true,
        workflowPause: true,
        standaloneActivities: true,
        standaloneActivityStartDelay: true,
        standaloneActivityOperatorCommands: true,
      },
      supportsSchedules: true,
    },
    config: {
      workflowExecutionRetentionTtl: durationOfMs(row.retentionDays * DAY_MS),
      historyArchivalState: ArchivalState.ARCHIVAL_STATE_DISABLED,
      visibilityArchivalState: ArchivalState.ARCHIVAL_STATE_DISABLED,
      badBinaries: {},
      customSearchAttributeAliases: {},
    },
    replicationConfig: {
      activeClusterName: CLUSTER_NAME,
      clusters: [{ clusterName: CLUSTER_NAME }],
      state: ReplicationState.REPLICATION_STATE_NORMAL,
    },
    isGlobalNamespace: false,
  };
}
