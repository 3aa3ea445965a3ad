// PollNexusTaskQueue: the next Nexus request for the workers of a queue, or an empty answer in time.
import { codecOf, type temporal } from "#contracts";
import type { QueueName } from "../matching/task.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { checkedTaskQueue } from "./lookup.ts";
import { encodeNexusTaskToken } from "./nexus-task-token.ts";
import { rawRpc } from "./operation.ts";
import { pollerOf, scalingDecision } from "./poller.ts";
import { pollTimeoutMs } from "./poll-timeout.ts";
import { queueOfPoll } from "./queue-of-poll.ts";

type Request = temporal.api.workflowservice.v1.IPollNexusTaskQueueRequest;

const EMPTY = new Uint8Array();
/** Requests nobody waits for any more are skipped; this bounds how many before the poll starts over with the client. */
const STALE_TASKS_MAX = 10_000;

const responseCodec = codecOf<temporal.api.workflowservice.v1.IPollNexusTaskQueueResponse>(
  "temporal.api.workflowservice.v1.PollNexusTaskQueueResponse",
);

export const pollNexusTaskQueue = rawRpc<Request>("PollNexusTaskQueue", async (engine, request, call) => {
  const namespace = engine.namespaces.named(request.namespace);
  const taskQueue = checkedTaskQueue(request.taskQueue);
  engine.workers.record(namespace.id, request.workerHeartbeat ?? []);
  const polled: QueueName = { namespaceId: namespace.id, type: "nexus", name: taskQueue };
  const { queue } = await queueOfPoll(engine, polled, request);
  const endsAt = engine.clock.monotonic() + pollTimeoutMs(engine, call);
  for (let count = 0; count < STALE_TASKS_MAX; count += 1) {
    const dispatch = await engine.matching.poll(queue, {
      ...pollerOf(request),
      timeoutMs: endsAt - engine.clock.monotonic(),
      signal: call.signal,
    });
    if (dispatch?.task.kind !== "nexus") return emptyAnswer(engine, request.namespace);
    const { task } = dispatch;
    const taken = engine.nexus.tasks.take(task.taskId);
    if (taken === undefined) {
      engine.matching.queue(queue).wasOver(task);
      continue;
    }
    if (call.signal.aborted) {
      engine.nexus.tasks.putBack(queue, task);
      return EMPTY;
    }
    const { taskId } = task;
    const remaining = `${Math.floor(taken.remainingMs)}ms`;
    return responseCodec.encode({
      taskToken: encodeNexusTaskToken({ namespaceId: namespace.id, taskQueue, taskId }),
      request: {
        ...taken.request,
        // In both spellings: SDKs look for one or the other.
        header: { ...taken.request.header, "request-timeout": remaining, "Request-Timeout": remaining },
      },
      pollerScalingDecision: scalingDecision(dispatch),
    });
  }
  return EMPTY;
});
