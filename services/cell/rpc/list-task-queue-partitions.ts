// ListTaskQueuePartitions: a queue of a cell is in one piece.
import type { temporal } from "#contracts";
import { checkedTaskQueue } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IListTaskQueuePartitionsRequest;
type Response = temporal.api.workflowservice.v1.IListTaskQueuePartitionsResponse;

export const listTaskQueuePartitions = rpc<Request, Response>(
  "ListTaskQueuePartitions",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    const partitions = [{ key: checkedTaskQueue(request.taskQueue), ownerHostName: engine.cellId }];
    return { activityTaskQueuePartitions: partitions, workflowTaskQueuePartitions: partitions };
  },
);
