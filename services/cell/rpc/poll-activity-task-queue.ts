// PollActivityTaskQueue: the next activity of a queue, or an empty answer in time.
import type { temporal } from "#contracts";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import { assignmentOf } from "../executions/assign-task.ts";
import { transact } from "../executions/transact.ts";
import type { ActivityTaskOffer, QueueName, StandaloneActivityOffer } from "../matching/task.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { encodeActivityTask, encodeStandaloneActivityTask } from "./encode-activity-task.ts";
import { orGiveBack } from "./give-back.ts";
import { checkedTaskQueue } from "./lookup.ts";
import { rawRpc } from "./operation.ts";
import { pollerOf, type PollHints } from "./poller.ts";
import { pollTimeoutMs } from "./poll-timeout.ts";
import { queueOfPoll } from "./queue-of-poll.ts";
import { isStale } from "./stale.ts";
import { takeBackActivity, takeBackStandaloneActivity } from "./undelivered.ts";

type Request = temporal.api.workflowservice.v1.IPollActivityTaskQueueRequest;

const EMPTY = new Uint8Array();
const STALE_TASKS_MAX = 10_000;

export const pollActivityTaskQueue = rawRpc<Request>(
  "PollActivityTaskQueue",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const name = checkedTaskQueue(request.taskQueue);
    const unread = engine.unreadQueues.use(engine, namespace.id, name);
    if (unread !== undefined) await unread;
    const polled: QueueName = { namespaceId: namespace.id, type: "activity", name };
    const { queue } = await queueOfPoll(engine, polled, request);
    const endsAt = engine.clock.monotonic() + pollTimeoutMs(engine, call);
    for (let count = 0; count < STALE_TASKS_MAX; count += 1) {
      const dispatch = await engine.matching.poll(queue, {
        ...pollerOf(request),
        tasksPerSecond: request.taskQueueMetadata?.maxTasksPerSecond?.value ?? undefined,
        timeoutMs: endsAt - engine.clock.monotonic(),
        signal: call.signal,
      });
      if (dispatch === undefined) return emptyAnswer(engine, request.namespace);
      const { task } = dispatch;
      if (task.kind !== "activity" && task.kind !== "standaloneActivity") {
        return emptyAnswer(engine, request.namespace);
      }
      const poll = { request, queue, call, hints: dispatch };
      const answer = await orGiveBack(engine, { queue, task }, () =>
        task.kind === "activity" ? startTask(engine, task, poll) : startStandaloneTask(engine, task, poll),
      );
      if (answer !== undefined) return answer;
      engine.matching.queue(queue).wasOver(task);
    }
    return EMPTY;
  },
);

interface Poll {
  request: Request;
  queue: QueueName;
  call: UnaryCall;
  hints: PollHints;
}

/** Undefined when the task is stale: done, taken by another worker or gone with its workflow. */
async function startTask(
  engine: Engine,
  task: ActivityTaskOffer,
  poll: Poll,
): Promise<Uint8Array | undefined> {
  const execution = poll.call.signal.aborted ? undefined : await engine.executions.find(task.run);
  if (poll.call.signal.aborted) {
    engine.matching.queue(poll.queue).giveBack(task);
    return EMPTY;
  }
  if (execution === undefined) return undefined;
  const { queue } = poll;
  const assignment = assignmentOf(engine, execution, { task, queue, version: queue.version ?? "" });
  if (assignment === undefined) {
    const { namespaceId, type, name } = queue;
    engine.matching.offer({ namespaceId, type, name }, task);
    return undefined;
  }
  try {
    const started = transact(engine, execution, {
      kind: "startActivity",
      scheduledEventId: task.scheduledEventId,
      attempt: task.attempt,
      stamp: task.stamp,
      requestId: engine.ids.uuid(),
      identity: poll.request.identity ?? "",
      assignment,
    });
    await execution.settled();
    // The workflow moves to the worker's version first; the activity is offered again then.
    if (started === undefined) return undefined;
    if (!poll.call.signal.aborted) return encodeActivityTask(execution, started, poll.hints);
    await takeBackActivity(engine, execution, started);
    return EMPTY;
  } catch (error) {
    if (isStale(error)) return undefined;
    throw error;
  }
}

/** The same for an activity without a workflow. */
async function startStandaloneTask(
  engine: Engine,
  task: StandaloneActivityOffer,
  { request, queue, call, hints }: Poll,
): Promise<Uint8Array | undefined> {
  const { activities } = engine;
  const { namespaceId, runId } = task.run;
  const key = { namespaceId, id: task.activityId, runId };
  const execution = call.signal.aborted ? undefined : await activities.executions.find(key);
  if (call.signal.aborted) {
    engine.matching.queue(queue).giveBack(task);
    return EMPTY;
  }
  if (execution === undefined) return undefined;
  try {
    const started = await activities.commit(execution, {
      kind: "startAttempt",
      attempt: task.attempt,
      stamp: task.stamp,
      requestId: engine.ids.uuid(),
      identity: request.identity ?? "",
      sdkName: call.metadata["client-name"] ?? "",
      sdkVersion: call.metadata["client-version"] ?? "",
      deploymentOptions: request.deploymentOptions,
    });
    if (!call.signal.aborted) return encodeStandaloneActivityTask(execution, started, hints);
    await takeBackStandaloneActivity(engine, execution, started);
    return EMPTY;
  } catch (error) {
    if (isStale(error)) return undefined;
    throw error;
  }
}
