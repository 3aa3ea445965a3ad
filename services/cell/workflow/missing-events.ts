// Payloads of pending work stay in the history and are held in memory while an execution is warm. These two functions
// bring them back for an execution that was cold.
import { owesCallbacks } from "./callbacks/callback-effects.ts";
import { isRunning } from "./running.ts";
import type { ExecutionState, HistoryEvent } from "./state.ts";
import { numberOf } from "./wire-numbers.ts";

const STARTED_EVENT_ID = 1;

/** Ids of the events that must be attached before `decide` or the effects of `pendingEffects` are used; often none. */
export function missingEvents(state: ExecutionState): number[] {
  const missing: number[] = [];
  if (needsStartedEvent(state)) missing.push(STARTED_EVENT_ID);
  for (const activity of state.activities.values()) {
    if (activity.scheduled === undefined) missing.push(activity.scheduledEventId);
  }
  for (const child of state.children.values()) {
    if (child.startedEventId === 0 && child.initiated === undefined) missing.push(child.initiatedEventId);
  }
  for (const pending of [...state.externalSignals.values(), ...state.externalCancels.values()]) {
    if (pending.initiated === undefined) missing.push(pending.initiatedEventId);
  }
  for (const operation of state.nexusOperations.values()) {
    if (operation.scheduled === undefined) missing.push(operation.scheduledEventId);
  }
  if (state.closeEvent === undefined && tellsOfClose(state)) missing.push(state.closeEventId);
  return missing;
}

/** Lets go of the closing event, payloads and all, when nobody is to be told of it any more. */
export function forgetCloseEvent(state: ExecutionState): void {
  if (state.closeEvent !== undefined && !tellsOfClose(state)) state.closeEvent = undefined;
}

function tellsOfClose(state: ExecutionState): boolean {
  return owesCallbacks(state) || state.aftermath.some(({ kind }) => kind !== "parentClosePolicy");
}

/** A run that may be followed by another needs to know how it was started. */
export function needsStartedEvent(state: ExecutionState): boolean {
  if (state.started !== undefined || !isRunning(state)) return false;
  return state.retryPolicy !== undefined || state.cronSchedule !== "";
}

/** Takes what is missing from `events`, in any order; other events are ignored. */
export function attachEvents(state: ExecutionState, events: Iterable<HistoryEvent>): void {
  for (const event of events) attach(state, event, numberOf(event.eventId));
}

function attach(state: ExecutionState, event: HistoryEvent, eventId: number): void {
  const started = event.workflowExecutionStartedEventAttributes;
  if (started != null && needsStartedEvent(state)) state.started = started;
  const scheduled = event.activityTaskScheduledEventAttributes;
  const activity = scheduled == null ? undefined : state.activities.get(eventId);
  if (scheduled != null && activity !== undefined) activity.scheduled = scheduled;
  const child = event.startChildWorkflowExecutionInitiatedEventAttributes;
  const pendingChild = child == null ? undefined : state.children.get(eventId);
  if (child != null && pendingChild?.startedEventId === 0) pendingChild.initiated = event;
  const signal = event.signalExternalWorkflowExecutionInitiatedEventAttributes;
  const pendingSignal = signal == null ? undefined : state.externalSignals.get(eventId);
  if (signal != null && pendingSignal !== undefined) pendingSignal.initiated = signal;
  const cancel = event.requestCancelExternalWorkflowExecutionInitiatedEventAttributes;
  const pendingCancel = cancel == null ? undefined : state.externalCancels.get(eventId);
  if (cancel != null && pendingCancel !== undefined) pendingCancel.initiated = cancel;
  const nexus = event.nexusOperationScheduledEventAttributes;
  const operation = nexus == null ? undefined : state.nexusOperations.get(eventId);
  if (nexus != null && operation !== undefined) operation.scheduled = nexus;
  if (eventId === state.closeEventId) state.closeEvent = event;
}
