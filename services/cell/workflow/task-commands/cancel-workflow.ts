// The workflow ends as canceled.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import type { HistoryEvent } from "../state.ts";
import { int64 } from "../wire-numbers.ts";
import { refuseWhileBuffered } from "./close-command.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;

export const cancelWorkflow = taskCommand({
  attributes: "cancelWorkflowExecutionCommandAttributes",
  cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CANCEL_WORKFLOW_EXECUTION_ATTRIBUTES,
  prepare: (plan, attributes, command) => {
    const refusal = refuseWhileBuffered(plan);
    if (refusal !== undefined) return refusal;
    plan.isClosing = true;
    return ({ transition, completedEventId }) => {
      const event: HistoryEvent = {
        eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
        userMetadata: command.userMetadata ?? null,
        workflowExecutionCanceledEventAttributes: {
          details: attributes.details ?? null,
          workflowTaskCompletedEventId: int64(completedEventId),
        },
      };
      closeExecution(transition, event);
      return event;
    };
  },
});
