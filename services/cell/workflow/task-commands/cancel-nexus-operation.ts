// The workflow asks for the end of a Nexus operation. The request is sent when the operation has started.
import { temporal } from "#contracts";
import { callHandler } from "../nexus/operation-effects.ts";
import { operationEndOf } from "../nexus/operation-end.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import type { Plan } from "./plan.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_NEXUS_OPERATION_ATTRIBUTES;

export const cancelNexusOperation = taskCommand({
  attributes: "requestCancelNexusOperationCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const scheduledEventId = numberOf(attributes.scheduledEventId);
    const refusal = check(plan, scheduledEventId);
    if (refusal !== undefined) return refusal;
    plan.operationCancels.add(scheduledEventId);
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) => {
      const event = transition.add({
        eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED,
        userMetadata: command.userMetadata ?? null,
        nexusOperationCancelRequestedEventAttributes: {
          scheduledEventId: int64(scheduledEventId),
          workflowTaskCompletedEventId: int64(completedEventId),
        },
      });
      const operation = transition.state.nexusOperations.get(scheduledEventId);
      const isStarted = operation !== undefined && operation.startedAt !== 0;
      if (isStarted) callHandler(transition, operation);
      return event;
    };
  },
});

function check(plan: Plan, scheduledEventId: number): Refusal | undefined {
  const operation = plan.state.nexusOperations.get(scheduledEventId);
  const isKnown = operation !== undefined || plan.scheduledOperations.has(scheduledEventId);
  if (!isKnown && !hasBufferedEnd(plan, scheduledEventId)) {
    return refuse(
      BAD,
      `requested cancelation for a non-existing or already completed operation with scheduled event ID of ${scheduledEventId}`,
    );
  }
  if (operation?.cancellation === undefined && !plan.operationCancels.has(scheduledEventId)) return undefined;
  return refuse(
    BAD,
    `cancelation was already requested for an operation with scheduled event ID ${scheduledEventId}`,
  );
}

/** The operation may have ended while the worker was at work: the request is recorded and means nothing. */
function hasBufferedEnd(plan: Plan, scheduledEventId: number): boolean {
  return plan.state.bufferedEvents.some((event) => {
    const ended = operationEndOf(event);
    return ended !== undefined && numberOf(ended.scheduledEventId) === scheduledEventId;
  });
}
