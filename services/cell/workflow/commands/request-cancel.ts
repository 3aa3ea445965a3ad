// A request to cancel the run: the workflow decides what to make of it. The same request id asks once.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf, CommandResults } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED } = temporal.api.enums.v1.EventType;

export function requestCancel(
  transition: Transition,
  command: CommandOf<"requestCancel">,
): CommandResults["requestCancel"] {
  requireRunning(transition);
  const { state } = transition;
  if (state.isCancelRequested) {
    if (command.requestId !== "" && command.requestId === state.cancelRequestId) return { isDuplicate: true };
    throw new CloudError("NOT_FOUND", "workflow execution already completed", {
      internalDetail: "cancel was requested before by another request",
    });
  }
  transition.add({
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
    links: command.links ?? [],
    workflowExecutionCancelRequestedEventAttributes: {
      cause: command.cause,
      externalInitiatedEventId: int64(command.externalInitiatedEventId ?? 0),
      externalWorkflowExecution: command.externalWorkflowExecution ?? null,
      identity: command.identity,
    },
  });
  state.cancelRequestId = command.requestId;
  scheduleTask(transition);
  return { isDuplicate: false };
}
