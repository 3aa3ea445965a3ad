// The child this run asked for exists. Told twice, it is recorded once.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { closePolicyOf, owe } from "../closing/close-execution.ts";
import type { CommandOf } from "../command.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EventType, ParentClosePolicy } = temporal.api.enums.v1;

export function childStarted(transition: Transition, command: CommandOf<"childStarted">): undefined {
  const { state } = transition;
  const child = state.children.get(command.initiatedEventId);
  if (child === undefined) throw new CloudError("NOT_FOUND", "Pending child execution not found.");
  if (child.startedEventId !== 0) return undefined;
  if (!transition.isRunning) {
    child.runId = command.runId;
    state.children.delete(command.initiatedEventId);
    transition.isDurable = true;
    if (child.parentClosePolicy !== ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON) {
      owe(transition, closePolicyOf(child));
    }
    return undefined;
  }
  transition.add({
    eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED,
    childWorkflowExecutionStartedEventAttributes: {
      namespace: child.namespace,
      namespaceId: child.namespaceId,
      initiatedEventId: int64(command.initiatedEventId),
      workflowExecution: { workflowId: child.workflowId, runId: command.runId },
      workflowType: { name: child.workflowType },
      header: child.initiated?.startChildWorkflowExecutionInitiatedEventAttributes?.header ?? null,
    },
  });
  scheduleTask(transition);
  return undefined;
}
