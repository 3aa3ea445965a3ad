// A request to cancel the run: the workflow decides what to make of it. Asked again, or too late, nothing happens.
import { temporal } from "#contracts";
import type { CommandOf, CommandResults } from "../command.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED } = temporal.api.enums.v1.EventType;

export function requestCancel(
  transition: Transition,
  command: CommandOf<"requestCancel">,
): CommandResults["requestCancel"] {
  const { state } = transition;
  if (!transition.isRunning || state.isCancelRequested) return { isDuplicate: true };
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
