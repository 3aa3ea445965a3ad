// The workflow signals another one. Delivery is an effect; its answer comes as a command.
import { temporal } from "#contracts";
import { signalExternalEffect } from "../external/external-effects.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import { isRunId, refuseOtherNamespace } from "./other-namespace.ts";
import type { Plan } from "./plan.ts";
import { refuse, refuseForGood, type Refusal } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";
import { tooLong } from "./too-long.ts";

type Attributes = temporal.api.command.v1.ISignalExternalWorkflowExecutionCommandAttributes;
const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SIGNAL_WORKFLOW_EXECUTION_ATTRIBUTES;
const ON = "on SignalExternalWorkflowExecutionCommand";

export const signalExternalWorkflow = taskCommand({
  attributes: "signalExternalWorkflowExecutionCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const refusal = check(plan, attributes);
    if (refusal !== undefined) return refusal;
    plan.signals += 1;
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) => {
      const { state } = transition;
      const event = transition.add({
        eventType: EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
        userMetadata: command.userMetadata ?? null,
        signalExternalWorkflowExecutionInitiatedEventAttributes: {
          workflowTaskCompletedEventId: int64(completedEventId),
          namespace: attributes.namespace ?? "",
          namespaceId: state.namespaceId,
          workflowExecution: attributes.execution ?? null,
          signalName: attributes.signalName ?? "",
          input: attributes.input ?? null,
          control: attributes.control ?? "",
          childWorkflowOnly: attributes.childWorkflowOnly ?? false,
          header: attributes.header ?? null,
        },
      });
      const pending = state.externalSignals.get(numberOf(event.eventId));
      const effect = pending === undefined ? undefined : signalExternalEffect(state, pending);
      if (effect !== undefined) transition.effects.push(effect);
      return event;
    };
  },
});

function check(plan: Plan, attributes: Attributes): Refusal | undefined {
  const { limits } = plan;
  const { execution } = attributes;
  if (execution == null) return refuse(BAD, `Execution is not set ${ON}.`);
  const other = refuseOtherNamespace(plan, attributes.namespace, BAD);
  if (other !== undefined) return other;
  const workflowId = execution.workflowId ?? "";
  const runId = execution.runId ?? "";
  const place = `Namespace=${attributes.namespace ?? ""} RunId=${runId}`;
  const signalName = attributes.signalName ?? "";
  const rest = `${place} SignalName=${signalName}`;
  if (workflowId === "") return refuse(BAD, `WorkflowId is not set ${ON}. ${rest}`);
  const long = tooLong(`WorkflowId=${workflowId}`, workflowId, limits);
  if (long !== undefined) return refuse(BAD, `WorkflowId ${ON} exceeds length limit. ${long} ${rest}`);
  if (!isRunId(runId)) return refuse(BAD, `Invalid RunId set ${ON}. WorkflowId=${workflowId} ${rest}`);
  if (signalName === "") return refuse(BAD, `SignalName is not set ${ON}. WorkflowId=${workflowId} ${place}`);
  if (plan.signals >= limits.pendingSignalsMax) {
    return refuse(
      WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_PENDING_SIGNALS_LIMIT_EXCEEDED,
      `the number of pending signals to external workflows, ${plan.signals}, has reached the per-workflow limit of ${limits.pendingSignalsMax}`,
    );
  }
  if (bytesOfPayloads(attributes.input) > limits.blobBytesMax) {
    return refuseForGood(BAD, "SignalExternalWorkflowExecutionCommandAttributes.Input exceeds size limit.");
  }
  return undefined;
}
