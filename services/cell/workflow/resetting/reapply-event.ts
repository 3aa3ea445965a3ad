// What happened to a run after the point it is reset to is told to the new run again, as far as it came from outside.
import { temporal } from "#contracts";
import { operationEndOf, type OperationNews } from "../nexus/operation-end.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64, numberOf } from "../wire-numbers.ts";

const { EventType, UpdateAdmittedEventOrigin } = temporal.api.enums.v1;

export type ReapplyExclusion = "signals" | "updates" | "nexus";

/** Whether an event is worth keeping for `reapplyEvent`. */
export function isReapplied(event: HistoryEvent, excluded: ReadonlySet<ReapplyExclusion>): boolean {
  if (event.workflowExecutionSignaledEventAttributes != null) return !excluded.has("signals");
  if (event.workflowExecutionUpdateAdmittedEventAttributes != null) return !excluded.has("updates");
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
  // Without its request it follows an admission that is applied again itself.
  if (accepted != null) return !excluded.has("updates") && accepted.acceptedRequest != null;
  if (operationNewsOf(event) !== undefined) return !excluded.has("nexus");
  return event.workflowExecutionOptionsUpdatedEventAttributes != null || childEndOf(event) !== undefined;
}

/** Appends what the event tells. Needs an event that `isReapplied`; one of an unknown child or operation is passed over. */
export function reapplyEvent(transition: Transition, event: HistoryEvent): void {
  const admitted = event.workflowExecutionUpdateAdmittedEventAttributes;
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
  if (admitted != null) return void transition.add(copyOf(event));
  if (accepted != null) {
    transition.add({
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ADMITTED,
      workflowExecutionUpdateAdmittedEventAttributes: {
        request: accepted.acceptedRequest ?? null,
        origin: UpdateAdmittedEventOrigin.UPDATE_ADMITTED_EVENT_ORIGIN_REAPPLY,
      },
    });
    return;
  }
  const options = event.workflowExecutionOptionsUpdatedEventAttributes;
  if (options != null && isAttached(transition.state, options.attachedRequestId ?? "")) return;
  const child = childEndOf(event);
  if (child !== undefined && !reconnects(transition.state, event, child)) return;
  const news = operationNewsOf(event);
  if (news !== undefined && !isNewsOfOperation(transition.state, event, news)) return;
  transition.add(copyOf(event));
}

function isAttached(state: ExecutionState, requestId: string): boolean {
  return requestId !== "" && state.startRequestIds[requestId] !== undefined;
}

/** The event of its own: the transition stamps it with an id and the present time. */
function copyOf(event: HistoryEvent): HistoryEvent {
  const { eventId: _id, eventTime: _time, version: _version, taskId: _task, ...rest } = event;
  return rest;
}

interface ChildEvent {
  initiatedEventId?: Parameters<typeof numberOf>[0];
  startedEventId?: Parameters<typeof numberOf>[0];
}

function childEndOf(event: HistoryEvent): ChildEvent | undefined {
  return (
    event.childWorkflowExecutionStartedEventAttributes ??
    event.startChildWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCompletedEventAttributes ??
    event.childWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCanceledEventAttributes ??
    event.childWorkflowExecutionTimedOutEventAttributes ??
    event.childWorkflowExecutionTerminatedEventAttributes ??
    undefined
  );
}

/** Only children that the past made are known; the end of one refers to its start in this run. */
function reconnects(state: ExecutionState, event: HistoryEvent, told: ChildEvent): boolean {
  const child = state.children.get(numberOf(told.initiatedEventId));
  if (child === undefined) return false;
  const isStart = event.childWorkflowExecutionStartedEventAttributes != null;
  if (isStart) return child.startedEventId === 0;
  if (event.startChildWorkflowExecutionFailedEventAttributes == null) {
    told.startedEventId = int64(child.startedEventId);
  }
  return true;
}

/** What came from the handler of a Nexus operation. The workflow's own commands are made again by the workflow. */
function operationNewsOf(event: HistoryEvent): OperationNews | undefined {
  return event.nexusOperationStartedEventAttributes ?? operationEndOf(event);
}

function isNewsOfOperation(state: ExecutionState, event: HistoryEvent, news: OperationNews): boolean {
  const operation = state.nexusOperations.get(numberOf(news.scheduledEventId));
  const requestId = news.requestId ?? "";
  if (operation === undefined || (requestId !== "" && requestId !== operation.requestId)) return false;
  return event.nexusOperationStartedEventAttributes == null || operation.startedAt === 0;
}
