// ListClusters and RemoveRemoteCluster: a cell is a cluster by itself and knows no other.
import { CloudError } from "#shared/errors";
import type { temporal } from "#contracts";
import { int64 } from "../workflow/index.ts";
import { CLUSTER_NAME } from "./namespace-message.ts";
import { notFound } from "./lookup.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type ListResponse = temporal.api.operatorservice.v1.IListClustersResponse;
type RemoveRequest = temporal.api.operatorservice.v1.IRemoveRemoteClusterRequest;

/** Versions of events begin here. */
const INITIAL_FAILOVER_VERSION = 1;

export const listClusters = rpc<object, ListResponse>(
  "ListClusters",
  (engine) => ({
    clusters: [
      {
        clusterName: CLUSTER_NAME,
        clusterId: engine.cellId,
        initialFailoverVersion: int64(INITIAL_FAILOVER_VERSION),
        historyShardCount: 1,
        isConnectionEnabled: true,
      },
    ],
  }),
  OPERATOR_SERVICE,
);

export const removeRemoteCluster = rpc<RemoveRequest, object>(
  "RemoveRemoteCluster",
  (_engine, { clusterName }) => {
    if (clusterName === CLUSTER_NAME) {
      throw new CloudError("FAILED_PRECONDITION", "Cannot delete current cluster metadata.");
    }
    throw notFound("The cluster to be deleted cannot be found in clusters cache.");
  },
  OPERATOR_SERVICE,
);
