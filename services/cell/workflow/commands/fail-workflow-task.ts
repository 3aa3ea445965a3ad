// The worker could not run the workflow task.
import { temporal } from "#contracts";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { failTask } from "../workflow-task/end-task.ts";
import { heldTask } from "../workflow-task/held-task.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import { terminateRun } from "./terminate.ts";

const { WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE } = temporal.api.enums.v1.WorkflowTaskFailedCause;

export function failWorkflowTask(transition: Transition, command: CommandOf<"failWorkflowTask">): undefined {
  requireRunning(transition);
  const task = heldTask(transition.state, command.task);
  const { request } = command;
  const cause = request.cause ?? 0;
  if (cause === WORKFLOW_TASK_FAILED_CAUSE_GRPC_MESSAGE_TOO_LARGE) {
    terminateRun(transition, { reason: "GrpcMessageTooLarge", identity: "history-service" });
    return undefined;
  }
  failTask(transition, task, {
    cause,
    failure: request.failure,
    identity: request.identity ?? "",
    binaryChecksum: request.binaryChecksum ?? "",
  });
  scheduleTask(transition);
  return undefined;
}
