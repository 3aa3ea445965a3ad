// RemoveRemoteCluster: a cell is a cluster by itself and knows no other.
import { CloudError } from "#shared/errors";
import type { temporal } from "#contracts";
import { CLUSTER_NAME } from "./namespace-message.ts";
import { notFound } from "./lookup.ts";
import { OPERATOR_SERVICE, rpc } from "./operation.ts";

type RemoveRequest = temporal.api.operatorservice.v1.IRemoveRemoteClusterRequest;

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
