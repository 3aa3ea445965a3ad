// The workflow asks another one to cancel. Delivery is an effect; its answer comes as a command.
import { temporal } from "#contracts";
import { cancelExternalEffect } from "../external/external-effects.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import { isRunId, refuseOtherNamespace } from "./other-namespace.ts";
import type { Plan } from "./plan.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { tooLong } from "./too-long.ts";
import { taskCommand } from "./task-command.ts";

type Attributes = temporal.api.command.v1.IRequestCancelExternalWorkflowExecutionCommandAttributes;
const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD =
  WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_ATTRIBUTES;
const ON = "on RequestCancelExternalWorkflowExecutionCommand";

export const cancelExternalWorkflow = taskCommand({
  attributes: "requestCancelExternalWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = check(plan, attributes);
    if (refusal !== undefined) return refusal;
    plan.cancels += 1;
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) => {
      const { state } = transition;
      const event = transition.add({
        eventType: EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
        userMetadata: command.userMetadata ?? null,
        requestCancelExternalWorkflowExecutionInitiatedEventAttributes: {
          workflowTaskCompletedEventId: int64(completedEventId),
          namespace: attributes.namespace ?? "",
          namespaceId: state.namespaceId,
          workflowExecution: { workflowId: attributes.workflowId ?? "", runId: attributes.runId ?? "" },
          control: attributes.control ?? "",
          childWorkflowOnly: attributes.childWorkflowOnly ?? false,
          reason: attributes.reason ?? "",
        },
      });
      const pending = state.externalCancels.get(numberOf(event.eventId));
      const effect = pending === undefined ? undefined : cancelExternalEffect(state, pending);
      if (effect !== undefined) transition.effects.push(effect);
      return event;
    };
  },
});

function check(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits } = plan;
  const other = refuseOtherNamespace(plan, attributes.namespace, BAD);
  if (other !== undefined) return other;
  const workflowId = attributes.workflowId ?? "";
  const runId = attributes.runId ?? "";
  const rest = `RunId=${runId} Namespace=${attributes.namespace ?? ""}`;
  const where = `WorkflowId=${workflowId} ${rest}`;
  if (workflowId === "")
    return refuse(BAD, `WorkflowId is not set ${ON}. Namespace=${attributes.namespace ?? ""} RunId=${runId}`);
  const long = tooLong(`WorkflowId=${workflowId}`, workflowId, limits);
  if (long !== undefined) return refuse(BAD, `WorkflowId ${ON} exceeds length limit. ${long} ${rest}`);
  if (!isRunId(runId)) return refuse(BAD, `Invalid RunId set ${ON}. ${where}`);
  if (plan.startedChildren.has(workflowId)) {
    return refuse(
      BAD,
      `Start and RequestCancel for child workflow is not allowed in same workflow task. ${where}`,
    );
  }
  if (plan.cancels < limits.pendingCancelsMax) return undefined;
  return refuse(
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_PENDING_REQUEST_CANCEL_LIMIT_EXCEEDED,
    `the number of pending requests to cancel external workflows, ${plan.cancels}, has reached the per-workflow limit of ${limits.pendingCancelsMax}`,
  );
}
