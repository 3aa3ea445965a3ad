// GetSystemInfo, GetClusterInfo and GetSearchAttributes: what this cell is and can do, honestly.
import type { temporal } from "#contracts";
import { builtInAttributes, indexedValueTypeOf } from "../visibility/index.ts";
import { CLUSTER_NAME } from "./namespace-message.ts";
import { rpc } from "./operation.ts";

type SystemInfo = temporal.api.workflowservice.v1.IGetSystemInfoResponse;
type ClusterInfo = temporal.api.workflowservice.v1.IGetClusterInfoResponse;
type SearchAttributes = temporal.api.workflowservice.v1.IGetSearchAttributesResponse;

export const SERVER_VERSION = "0.1.0";

export const getSystemInfo = rpc<object, SystemInfo>("GetSystemInfo", () => ({
  serverVersion: SERVER_VERSION,
  capabilities: {
    signalAndQueryHeader: true,
    internalErrorDifferentiation: true,
    activityFailureIncludeHeartbeat: true,
    supportsSchedules: true,
    encodedFailureAttributes: true,
    buildIdBasedVersioning: true,
    upsertMemo: true,
    eagerWorkflowStart: true,
    sdkMetadata: true,
    countGroupByExecutionStatus: true,
    nexus: true,
  },
}));

export const getClusterInfo = rpc<object, ClusterInfo>("GetClusterInfo", (engine) => ({
  serverVersion: SERVER_VERSION,
  clusterId: engine.cellId,
  clusterName: CLUSTER_NAME,
  historyShardCount: 1,
  persistenceStore: "postgresql",
  visibilityStore: "postgresql",
  supportedClients: {
    "Nexus-go-sdk": "<2.0.0",
    "temporal-cli": "<2.0.0",
    "temporal-go": "<2.0.0",
    "temporal-java": "<2.0.0",
    "temporal-php": "<2.0.0",
    "temporal-server": "<2.0.0",
    "temporal-typescript": "<2.0.0",
    "temporal-ui": "<3.0.0",
  },
}));

export const getSearchAttributes = rpc<object, SearchAttributes>("GetSearchAttributes", (engine) => {
  const keys: Record<string, temporal.api.enums.v1.IndexedValueType> = {};
  for (const [name, type] of builtInAttributes()) keys[name] = indexedValueTypeOf(type);
  for (const namespace of engine.namespaces.all()) {
    for (const [name, type] of namespace.attributes) keys[name] = indexedValueTypeOf(type);
  }
  return { keys };
});
