// DescribeTaskQueue: who polls it and how much waits in it.
import { durationOfMs, temporal, timestampOfMs } from "#contracts";
import Long from "long";
import { checkedTaskQueue } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IDescribeTaskQueueRequest;
type Response = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;

const { TaskQueueType } = temporal.api.enums.v1;

export const describeTaskQueue = rpc<Request, Response>("DescribeTaskQueue", (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const name = checkedTaskQueue(request.taskQueue);
  const isActivity = request.taskQueueType === TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY;
  const queue = engine.matching.queue({
    namespaceId: namespace.id,
    type: isActivity ? "activity" : "workflow",
    name,
  });
  const now = engine.clock.now();
  const oldestAt = Math.min(...queue.stats().levels.map((level) => level.oldestAt ?? now), now);
  const response: Response = {
    pollers: queue.history.list(now).map(({ identity, lastAccessAt }) => ({
      identity,
      lastAccessTime: timestampOfMs(lastAccessAt),
      ratePerSecond: 100_000,
    })),
  };
  if (request.reportStats === true) {
    response.stats = {
      approximateBacklogCount: Long.fromNumber(queue.backlogCount),
      approximateBacklogAge: durationOfMs(now - oldestAt),
    };
  }
  if (request.includeTaskQueueStatus === true) {
    response.taskQueueStatus = { backlogCountHint: Long.fromNumber(queue.backlogCount) };
  }
  return response;
});
