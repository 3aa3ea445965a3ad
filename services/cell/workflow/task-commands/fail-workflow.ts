// The workflow failed. Its retry policy or cron schedule may start it again.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import { planNextRun } from "../closing/next-run.ts";
import { failureCodec } from "../message-codecs.ts";
import type { HistoryEvent } from "../state.ts";
import { int64 } from "../wire-numbers.ts";
import { refuseWhileBuffered } from "./close-command.ts";
import { refuse, refuseForGood } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_FAIL_WORKFLOW_EXECUTION_ATTRIBUTES;

export const failWorkflow = taskCommand({
  attributes: "failWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = refuseWhileBuffered(plan);
    if (refusal !== undefined) return refusal;
    const { failure } = attributes;
    if (failure == null) return refuse(BAD, "Failure is not set on FailWorkflowExecutionCommand.");
    if (failureCodec.encode(failure).length > plan.limits.blobBytesMax) {
      return refuseForGood(BAD, "FailWorkflowExecutionCommandAttributes.Failure exceeds size limit.");
    }
    plan.isClosing = true;
    return ({ transition, completedEventId }) => {
      const next = planNextRun(transition, { failure, mayRetry: true });
      const event: HistoryEvent = {
        eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
        userMetadata: command.userMetadata ?? null,
        workflowExecutionFailedEventAttributes: {
          failure,
          retryState: next.retryState,
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
