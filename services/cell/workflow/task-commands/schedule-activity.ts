// The workflow asks for an activity.
import { temporal } from "#contracts";
import { completeTimeouts } from "../activities/complete-timeouts.ts";
import { activityOffer } from "../activities/retry-activity.ts";
import type { Limits } from "../limits.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import { problemOfPriority } from "../priority.ts";
import { problemOfRetryPolicy, withRetryDefaults } from "../retry-policy.ts";
import type { ExecutionState } from "../state.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import { holdActivity } from "../pausing/held-activities.ts";
import { isPaused } from "../running.ts";
import type { Plan } from "./plan.ts";
import { refuse, refuseForGood, type Refusal } from "./refusal.ts";
import { taskCommand, type Apply, type CommandMessage } from "./task-command.ts";

type Attributes = temporal.api.command.v1.IScheduleActivityTaskCommandAttributes;
type Scheduled = temporal.api.history.v1.IActivityTaskScheduledEventAttributes;
const { EventType, WorkflowTaskFailedCause, TaskQueueKind } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES;

export const scheduleActivity = taskCommand({
  attributes: "scheduleActivityTaskCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = check(plan, attributes);
    if (refusal !== undefined) return refusal;
    const scheduled = complete(plan.state, plan.limits, attributes);
    if (typeof scheduled === "string") return refuse(BAD, scheduled);
    const activityId = attributes.activityId ?? "";
    plan.activityIds.add(activityId);
    plan.scheduledActivities.set(plan.nextEventId, activityId);
    plan.nextEventId += 1;
    return applyOf(scheduled, attributes.requestEagerExecution === true, command);
  },
});

function applyOf(scheduled: Scheduled, isEager: boolean, command: CommandMessage): Apply {
  return ({ transition, completedEventId, eagerActivities }) => {
    const event = transition.add({
      eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
      userMetadata: command.userMetadata ?? null,
      activityTaskScheduledEventAttributes: {
        ...scheduled,
        workflowTaskCompletedEventId: int64(completedEventId),
      },
    });
    const scheduledEventId = numberOf(event.eventId);
    const activity = transition.state.activities.get(scheduledEventId);
    if (activity !== undefined && isPaused(transition.state)) holdActivity(transition, activity);
    else if (isEager) eagerActivities.push(scheduledEventId);
    else if (activity !== undefined) transition.effects.push(activityOffer(transition.state, activity));
    return event;
  };
}

function check(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits } = plan;
  const activityId = attributes.activityId ?? "";
  const activityType = attributes.activityType?.name ?? "";
  const taskQueue = attributes.taskQueue?.name ?? "";
  if (attributes.taskQueue == null) return refuse(BAD, "taskQueue is not set");
  if (taskQueue === "") return refuse(BAD, "missing task queue name");
  if (activityId === "") return refuse(BAD, "activityId is not set");
  if (activityType === "") return refuse(BAD, "activityType is not set");
  if (taskQueue.length > limits.idBytesMax) return refuse(BAD, "taskQueue length exceeds limit");
  if (taskQueue.startsWith("/_sys/")) {
    return refuse(BAD, "task queue name cannot start with reserved prefix /_sys/");
  }
  if (activityId.length > limits.idBytesMax || activityType.length > limits.idBytesMax) {
    const [name, length] =
      activityId.length > limits.idBytesMax
        ? ["activityId", activityId.length]
        : ["activityType", activityType.length];
    return refuse(BAD, `${name} exceeds length limit. Length=${length} Limit=${limits.idBytesMax}`);
  }
  if (bytesOfPayloads(attributes.input) > limits.blobBytesMax) {
    return refuseForGood(BAD, "ScheduleActivityTaskCommandAttributes.Input exceeds size limit.");
  }
  if (plan.pendingActivities >= limits.pendingActivitiesMax) {
    return refuse(
      WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_PENDING_ACTIVITIES_LIMIT_EXCEEDED,
      `the number of pending activities, ${plan.pendingActivities}, has reached the per-workflow limit of ${limits.pendingActivitiesMax}`,
    );
  }
  if (plan.activityIds.has(activityId)) {
    return refuse(
      WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_SCHEDULE_ACTIVITY_DUPLICATE_ID,
      `invalid history builder state for action: add-activitytask-scheduled-event, ActivityID: ${activityId}`,
    );
  }
  return undefined;
}

/** The event's attributes with all timeouts and the retry policy filled in, or what is wrong. */
function complete(state: ExecutionState, limits: Limits, attributes: Attributes): Scheduled | string {
  const retryPolicy = withRetryDefaults(attributes.retryPolicy ?? {}, limits);
  const timeouts = completeTimeouts(state.runTimeoutMs, attributes);
  if (typeof timeouts === "string") return timeouts;
  const problem = problemOfRetryPolicy(retryPolicy);
  if (problem !== undefined) return problem;
  const priorityProblem = problemOfPriority(attributes.priority);
  if (priorityProblem !== undefined) return `invalid priorities: ${priorityProblem}`;
  return {
    activityId: attributes.activityId ?? "",
    activityType: attributes.activityType ?? null,
    taskQueue: {
      name: attributes.taskQueue?.name ?? "",
      kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL,
    },
    header: attributes.header ?? null,
    input: attributes.input ?? null,
    ...timeouts,
    retryPolicy,
    useWorkflowBuildId: attributes.useWorkflowBuildId ?? false,
    priority: attributes.priority ?? null,
  };
}
