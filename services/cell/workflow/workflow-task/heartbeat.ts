// A worker keeps its workflow task alive while local activities run, but not for ever.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CompletedWorkflowTask } from "../command.ts";
import type { WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { timeOutTask } from "./end-task.ts";
import { scheduleTask } from "./schedule-task.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
const { TIMEOUT_TYPE_START_TO_CLOSE } = temporal.api.enums.v1.TimeoutType;

/** Commands and messages are progress; only an empty answer that asks for another task is a mere sign of life. */
export function isMereHeartbeat(request: Request): boolean {
  return (
    request.forceCreateNewWorkflowTask === true &&
    (request.commands ?? []).length === 0 &&
    (request.messages ?? []).length === 0
  );
}

export function isHeartbeatTimedOut(transition: Transition, task: WorkflowTask, request: Request): boolean {
  const { taskHeartbeatTimeoutMs } = transition.context.limits;
  return isMereHeartbeat(request) && transition.now > task.originalScheduledAt + taskHeartbeatTimeoutMs;
}

export function timeOutHeartbeat(transition: Transition, task: WorkflowTask): CompletedWorkflowTask {
  timeOutTask(transition, task, TIMEOUT_TYPE_START_TO_CLOSE);
  scheduleTask(transition);
  return {
    refusal: new CloudError("NOT_FOUND", "workflow task heartbeat timeout"),
    newTask: undefined,
    eagerActivities: [],
    resetHistoryEventId: 0,
  };
}
