// The worker's commands are not acceptable: the task fails, the worker is told, and the same task comes again.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CompletedWorkflowTask } from "../command.ts";
import { terminateRun } from "../commands/terminate.ts";
import type { WorkflowTask } from "../state.ts";
import type { Refusal } from "../task-commands/refusal.ts";
import type { Transition } from "../transition.ts";
import { abortUpdatesOfFailedTask } from "../updates/abort-updates.ts";
import { failTask } from "./end-task.ts";
import { scheduleTask } from "./schedule-task.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
const { WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND } = temporal.api.enums.v1.WorkflowTaskFailedCause;

export function refuseTask(
  transition: Transition,
  task: WorkflowTask,
  request: Request,
  refusal: Refusal,
): CompletedWorkflowTask {
  abortUpdatesOfFailedTask(transition);
  const answer: CompletedWorkflowTask = {
    refusal: new CloudError("INVALID_ARGUMENT", refusal.message),
    newTask: undefined,
    eagerActivities: [],
    resetHistoryEventId: 0,
  };
  // A task that keeps failing is left to time out, which slows the loop down.
  if (task.attempt > 1 && refusal.cause !== WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND) return answer;
  failTask(transition, task, {
    cause: refusal.cause,
    failure: { message: refusal.message, serverFailureInfo: { nonRetryable: false } },
    identity: request.identity ?? "",
    binaryChecksum: request.binaryChecksum ?? "",
  });
  if (refusal.terminates) {
    terminateRun(transition, { reason: refusal.message, identity: "history-service" });
  } else {
    scheduleTask(transition);
  }
  return answer;
}
