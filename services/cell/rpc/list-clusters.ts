// ListClusters: this cell is the only cluster that it knows of.
import type { temporal } from "#contracts";
import { CLUSTER_NAME } from "./namespace-message.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type Response = temporal.api.operatorservice.v1.IListClustersResponse;

export const listClusters = rpc<object, Response>(
  "ListClusters",
  (engine) => ({
    clusters: [
      {
        clusterName: CLUSTER_NAME,
        clusterId: engine.cellId,
        historyShardCount: 1,
        isConnectionEnabled: true,
      },
    ],
  }),
  OPERATOR_SERVICE,
);
