// The child this run asked for could not be started.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED } = temporal.api.enums.v1.EventType;

export function childStartFailed(transition: Transition, command: CommandOf<"childStartFailed">): undefined {
  const { state } = transition;
  const child = state.children.get(command.initiatedEventId);
  if (child === undefined) throw new CloudError("NOT_FOUND", "Pending child execution not found.");
  if (!transition.isRunning) {
    state.children.delete(command.initiatedEventId);
    transition.isDurable = true;
    return undefined;
  }
  if (child.startedEventId !== 0) return undefined;
  transition.add({
    eventType: EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED,
    startChildWorkflowExecutionFailedEventAttributes: {
      namespace: child.namespace,
      namespaceId: child.namespaceId,
      workflowId: child.workflowId,
      workflowType: { name: child.workflowType },
      cause: command.cause,
      control: child.initiated?.startChildWorkflowExecutionInitiatedEventAttributes?.control ?? "",
      initiatedEventId: int64(command.initiatedEventId),
    },
  });
  scheduleTask(transition);
  return undefined;
}
