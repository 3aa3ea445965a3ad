// The workflow is done. A cron schedule starts it again.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import { planNextRun } from "../closing/next-run.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import type { HistoryEvent } from "../state.ts";
import { int64 } from "../wire-numbers.ts";
import { refuseWhileBuffered } from "./close-command.ts";
import { refuseForGood } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_COMPLETE_WORKFLOW_EXECUTION_ATTRIBUTES;
/** Temporal's server names this cause, whatever it has to do with activities. */
const TOO_LARGE = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES;

export const completeWorkflow = taskCommand({
  attributes: "completeWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = refuseWhileBuffered(plan);
    if (refusal !== undefined) return refusal;
    if (bytesOfPayloads(attributes.result) > plan.limits.blobBytesMax) {
      return refuseForGood(
        TOO_LARGE,
        "CompleteWorkflowExecutionCommandAttributes.Result exceeds size limit.",
      );
    }
    plan.isClosing = true;
    return ({ transition, completedEventId }) => {
      const next = planNextRun(transition, { result: attributes.result, mayRetry: false });
      const event: HistoryEvent = {
        eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
        userMetadata: command.userMetadata ?? null,
        workflowExecutionCompletedEventAttributes: {
          result: attributes.result ?? null,
          workflowTaskCompletedEventId: int64(completedEventId),
          newExecutionRunId: next.newRunId,
        },
      };
      closeExecution(transition, event);
      next.begin();
      return event;
    };
  },
});
