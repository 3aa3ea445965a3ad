// PollWorkflowTaskQueue: the next workflow task or query of a queue, or an empty answer in time.
import { codecOf, type temporal } from "#contracts";
import Long from "long";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import { assignmentOf } from "../executions/assign-task.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { transact } from "../executions/transact.ts";
import type { QueryTaskOffer, QueueName, WorkflowTaskOffer } from "../matching/task.ts";
import type { VersionName } from "../workflow/index.ts";
import { encodeWorkflowTask, withHistory } from "./encode-workflow-task.ts";
import { emptyAnswer } from "./empty-answer.ts";
import { orGiveBack } from "./give-back.ts";
import { checkedTaskQueue } from "./lookup.ts";
import { rawRpc } from "./operation.ts";
import { hintsMessage, normalNameOf, pollerOf, stampOfPoll, type PollHints } from "./poller.ts";
import { pollTimeoutMs } from "./poll-timeout.ts";
import { queueOfPoll } from "./queue-of-poll.ts";
import { isStale } from "./stale.ts";
import { takeBackWorkflowTask } from "./undelivered.ts";

type Request = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueRequest;

const EMPTY = new Uint8Array();

const queryTokenCodec = codecOf<temporal.api.common.v1.IWorkflowExecution>(
  "temporal.api.common.v1.WorkflowExecution",
);

/** Stale tasks are skipped; this bounds how many before the poll starts over with the client. */
const STALE_TASKS_MAX = 10_000;

export const pollWorkflowTaskQueue = rawRpc<Request>(
  "PollWorkflowTaskQueue",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const name = checkedTaskQueue(request.taskQueue);
    const unread = engine.unreadQueues.use(engine, namespace.id, name);
    if (unread !== undefined) await unread;
    const polled: QueueName = { namespaceId: namespace.id, type: "workflow", name };
    const { queue, version } = await queueOfPoll(engine, polled, request);
    const endsAt = engine.clock.monotonic() + pollTimeoutMs(engine, call);
    for (let count = 0; count < STALE_TASKS_MAX; count += 1) {
      const dispatch = await engine.matching.poll(queue, {
        ...pollerOf(request),
        ...normalNameOf(request),
        timeoutMs: endsAt - engine.clock.monotonic(),
        signal: call.signal,
      });
      if (dispatch === undefined) return emptyAnswer(engine, request.namespace);
      const { task } = dispatch;
      if (call.signal.aborted) {
        engine.matching.queue(queue).giveBack(task);
        return EMPTY;
      }
      const answer =
        task.kind === "query"
          ? await startQuery(engine, task, dispatch)
          : task.kind === "workflow"
            ? await orGiveBack(engine, { queue, task }, () =>
                startTask(engine, task, { request, queue, version, call, hints: dispatch }),
              )
            : undefined;
      if (answer !== undefined) return answer;
      engine.matching.queue(queue).wasOver(task);
    }
    return EMPTY;
  },
);

/** Undefined when the task is stale: done, taken by another worker or gone with its workflow. */
async function startTask(
  engine: Engine,
  task: WorkflowTaskOffer,
  poll: { request: Request; queue: QueueName; version: VersionName; call: UnaryCall; hints: PollHints },
): Promise<Uint8Array | undefined> {
  const execution = await engine.executions.find(task.run);
  if (execution === undefined) return undefined;
  if (poll.call.signal.aborted) {
    engine.matching.queue(poll.queue).giveBack(task);
    return EMPTY;
  }
  const assignment = assignmentOf(engine, execution, { task, ...poll });
  if (assignment === undefined) return offerElsewhere(engine, execution, { task, queue: poll.queue });
  try {
    const started = transact(engine, execution, {
      kind: "startWorkflowTask",
      scheduledEventId: task.scheduledEventId,
      attempt: task.attempt,
      requestId: engine.ids.uuid(),
      identity: poll.request.identity ?? "",
      stamp: stampOfPoll(poll.request),
      taskQueue: poll.queue.name,
      assignment,
    });
    await execution.settled();
    const answer = await encodeWorkflowTask(engine, execution, started, poll.hints);
    if (!poll.call.signal.aborted) return answer;
    await takeBackWorkflowTask(engine, execution, started);
    return EMPTY;
  } catch (error) {
    if (isStale(error)) return undefined;
    throw error;
  }
}

/** The routing changed after the task was handed out. */
function offerElsewhere(
  engine: Engine,
  execution: LiveExecution,
  { task, queue }: { task: WorkflowTaskOffer; queue: QueueName },
): undefined {
  const { namespaceId, taskQueue } = execution.state;
  if (queue.name === taskQueue)
    engine.matching.offer({ namespaceId, type: "workflow", name: taskQueue }, task);
  else if (!execution.isDropped) transact(engine, execution, { kind: "resetSticky" });
}

/** Undefined when nobody waits for the answer any more. */
async function startQuery(
  engine: Engine,
  task: QueryTaskOffer,
  hints: PollHints,
): Promise<Uint8Array | undefined> {
  if (!engine.queries.take(task.queryId)) return undefined;
  const execution = await engine.executions.find(task.run);
  if (execution === undefined) return undefined;
  await execution.settled();
  return encodeQueryTask(engine, execution, task, hints);
}

function encodeQueryTask(
  engine: Engine,
  execution: LiveExecution,
  task: QueryTaskOffer,
  hints: PollHints,
): Promise<Uint8Array> {
  const { state } = execution;
  return withHistory(
    engine,
    execution,
    {
      taskToken: queryTokenCodec.encode({ workflowId: task.queryId, runId: "query" }),
      workflowExecution: { workflowId: state.workflowId, runId: state.runId },
      workflowType: { name: state.workflowType },
      previousStartedEventId: Long.fromNumber(state.lastCompletedTaskStartedEventId),
      startedEventId: Long.ZERO,
      attempt: 1,
      query: task.query,
      workflowExecutionTaskQueue: { name: state.taskQueue, kind: 1 },
      ...hintsMessage(hints),
    },
    { from: task.isSticky ? state.nextEventId : 1, until: state.nextEventId, suffix: EMPTY },
  );
}
