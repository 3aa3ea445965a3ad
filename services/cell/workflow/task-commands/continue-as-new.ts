// The workflow goes on as a new run with a short history.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import { baseContinuation, beginRun, inputOfNextRun, minimalBackoff } from "../closing/next-run.ts";
import { bytesOfFields, bytesOfPayloads } from "../payload-size.ts";
import { problemOfRetryPolicy, withRetryDefaults } from "../retry-policy.ts";
import { problemOfSearchAttributes } from "../search-attribute-size.ts";
import { runTimeoutMs, taskTimeoutMs } from "../starting/timeouts.ts";
import type { HistoryEvent } from "../state.ts";
import { continuedVersioning } from "../versioning/inherit-versioning.ts";
import { durationOf, int64, msOf } from "../wire-numbers.ts";
import { refuseWhileBuffered } from "./close-command.ts";
import type { Completion, Plan } from "./plan.ts";
import { refuse, refuseForGood, type Refusal } from "./refusal.ts";
import { taskCommand, type CommandMessage } from "./task-command.ts";
import { problemOfQueueName, tooLong } from "./too-long.ts";

type Attributes = temporal.api.command.v1.IContinueAsNewWorkflowExecutionCommandAttributes;
const { ContinueAsNewInitiator, EventType, TaskQueueKind, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CONTINUE_AS_NEW_ATTRIBUTES;
const ON = "on ContinueAsNewWorkflowExecutionCommand";

export const continueAsNew = taskCommand({
  attributes: "continueAsNewWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = refuseWhileBuffered(plan) ?? check(plan, attributes);
    if (refusal !== undefined) return refusal;
    plan.isClosing = true;
    return (completion) => continueRun(completion, attributes, command);
  },
});

function check(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits } = plan;
  const { state } = plan;
  const type = attributes.workflowType?.name || state.workflowType;
  const taskQueue = attributes.taskQueue?.name || state.taskQueue;
  const where = `WorkflowType=${type} TaskQueue=name:"${taskQueue}" kind:TASK_QUEUE_KIND_NORMAL`;
  const long = tooLong(`WorkflowType=${type}`, type, limits);
  if (long !== undefined) return refuse(BAD, `WorkflowType ${ON} exceeds length limit. ${long}`);
  const queueProblem = problemOfQueueName(taskQueue, limits);
  if (queueProblem !== undefined) {
    const what = "error validating ContinueAsNewWorkflowExecutionCommand TaskQueue";
    return refuse(BAD, `${what}: ${queueProblem}. ${where}`);
  }
  const times = {
    WorkflowRunTimeout: attributes.workflowRunTimeout,
    WorkflowTaskTimeout: attributes.workflowTaskTimeout,
    BackoffStartInterval: attributes.backoffStartInterval,
  };
  for (const [name, value] of Object.entries(times)) {
    if (msOf(value) < 0) {
      return refuse(BAD, `Invalid ${name} ${ON}: negative duration. ${where}`);
    }
  }
  if (attributes.retryPolicy != null) {
    const problem = problemOfRetryPolicy(withRetryDefaults(attributes.retryPolicy, limits));
    if (problem !== undefined) {
      return refuse(BAD, `invalid WorkflowRetryPolicy ${ON}: ${problem}. ${where}`);
    }
  }
  if (bytesOfPayloads(attributes.input) > limits.blobBytesMax) {
    return refuseForGood(BAD, "ContinueAsNewWorkflowExecutionCommandAttributes. Input exceeds size limit.");
  }
  if (bytesOfFields(attributes.memo?.fields) > limits.memoBytesMax) {
    return refuseForGood(BAD, "ContinueAsNewWorkflowExecutionCommandAttributes. Memo exceeds size limit.");
  }
  const attributeProblem = problemOfSearchAttributes(attributes.searchAttributes, limits);
  return attributeProblem === undefined ? undefined : refuseForGood(BAD, attributeProblem);
}

function continueRun(completion: Completion, attributes: Attributes, command: CommandMessage): HistoryEvent {
  const { transition, completedEventId } = completion;
  const { state, context } = transition;
  const newRunId = context.ids.orderedUuid(context.now);
  const initiator = attributes.initiator || ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_WORKFLOW;
  const shared = sharedAttributes(transition, attributes);
  const isRetry = initiator === ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_RETRY;
  const backoffMs = minimalBackoff(transition, msOf(attributes.backoffStartInterval));
  const continuation = {
    ...baseContinuation(transition, initiator),
    attempt: isRetry ? state.attempt + 1 : 1,
    backoffMs,
    failure: attributes.failure,
    lastCompletionResult: attributes.lastCompletionResult,
  };
  const versioning = continuedVersioning(transition, {
    taskQueue: shared.taskQueue?.name ?? "",
    initialBehavior: attributes.initialVersioningBehavior ?? 0,
  });
  const input = inputOfNextRun(
    state,
    { runId: newRunId, continues: continuation, versioning },
    {
      ...shared,
      retryPolicy: attributes.retryPolicy ?? null,
      cronSchedule: attributes.cronSchedule ?? "",
      priority: state.priority ?? null,
    },
  );
  const event: HistoryEvent = {
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
    userMetadata: command.userMetadata ?? null,
    workflowExecutionContinuedAsNewEventAttributes: {
      newExecutionRunId: newRunId,
      ...shared,
      workflowTaskCompletedEventId: int64(completedEventId),
      backoffStartInterval: attributes.backoffStartInterval ?? null,
      initiator: attributes.initiator ?? 0,
      failure: attributes.failure ?? null,
      lastCompletionResult: attributes.lastCompletionResult ?? null,
      inheritBuildId: attributes.inheritBuildId ?? false,
      initialVersioningBehavior: attributes.initialVersioningBehavior ?? 0,
    },
  };
  closeExecution(transition, event);
  beginRun(transition, input);
  return event;
}

/** What both the event and the next run's start say: the command's wish, or what this run has. */
function sharedAttributes(
  { state, context }: Completion["transition"],
  attributes: Attributes,
): Pick<
  temporal.api.history.v1.IWorkflowExecutionContinuedAsNewEventAttributes,
  | "workflowType"
  | "taskQueue"
  | "input"
  | "header"
  | "memo"
  | "searchAttributes"
  | "workflowRunTimeout"
  | "workflowTaskTimeout"
> {
  const runMs = runTimeoutMs(
    msOf(attributes.workflowRunTimeout) || state.runTimeoutMs,
    state.executionTimeoutMs,
  );
  const taskMs = msOf(attributes.workflowTaskTimeout) || state.taskTimeoutMs;
  return {
    workflowType: { name: attributes.workflowType?.name || state.workflowType },
    taskQueue: {
      name: attributes.taskQueue?.name || state.taskQueue,
      kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL,
    },
    input: attributes.input ?? null,
    header: attributes.header ?? null,
    memo: attributes.memo ?? null,
    searchAttributes: attributes.searchAttributes ?? null,
    workflowRunTimeout: durationOf(runMs),
    workflowTaskTimeout: durationOf(taskTimeoutMs(taskMs, runMs, context.limits)),
  };
}
