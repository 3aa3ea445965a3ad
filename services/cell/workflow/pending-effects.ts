// What is still to do for an execution that was loaded cold, and whether anything is.
import { temporal } from "#contracts";
import { activityOffer, isOffered } from "./activities/retry-activity.ts";
import { callbackEffects } from "./callbacks/callback-effects.ts";
import { startChildEffect } from "./children/start-child-effect.ts";
import { aftermathEffect } from "./closing/aftermath-effects.ts";
import type { Effect } from "./effect.ts";
import { cancelExternalEffect, signalExternalEffect } from "./external/external-effects.ts";
import { pendingCall } from "./nexus/operation-effects.ts";
import { isRunning } from "./running.ts";
import type { Child, ExecutionState } from "./state.ts";
import { offerOf } from "./workflow-task/schedule-task.ts";

const { PARENT_CLOSE_POLICY_ABANDON } = temporal.api.enums.v1.ParentClosePolicy;

/**
 * Effects to carry out (again) after a cold load or a crash. Offers of tasks need no attached events; the others do
 * (see missingEvents).
 */
export function pendingEffects(state: ExecutionState): Effect[] {
  const effects: (Effect | undefined)[] = [];
  const task = state.workflowTask;
  if (task?.startedEventId === 0) effects.push(offerOf(state, task));
  for (const activity of state.activities.values()) {
    if (isOffered(activity)) effects.push(activityOffer(state, activity));
  }
  for (const child of state.children.values()) {
    if (isToBeStarted(state, child)) effects.push(startChildEffect(state, child));
  }
  for (const pending of state.externalSignals.values()) effects.push(signalExternalEffect(state, pending));
  for (const pending of state.externalCancels.values()) effects.push(cancelExternalEffect(state, pending));
  for (const operation of state.nexusOperations.values()) effects.push(pendingCall(operation));
  for (const owed of state.aftermath) effects.push(aftermathEffect(state, owed));
  effects.push(...callbackEffects(state));
  return effects.filter((effect) => effect !== undefined);
}

/** A closed parent starts only the children it abandons; the others would be ended at once. */
function isToBeStarted(state: ExecutionState, child: Child): boolean {
  if (child.startedEventId !== 0) return false;
  return isRunning(state) || child.parentClosePolicy === PARENT_CLOSE_POLICY_ABANDON;
}

/** Closed, and nothing to be told to others now: it need not be looked at on boot, but perhaps at its next wake-up. */
export function isSettled(state: ExecutionState): boolean {
  if (isRunning(state) || state.aftermath.length > 0) return false;
  for (const child of state.children.values()) if (isToBeStarted(state, child)) return false;
  return !state.callbacks.some(({ stage, isBackingOff }) => stage === "due" && !isBackingOff);
}

/** True while memory holds what the store does not (updates that wait, speculative tasks): do not evict. */
export function hasVolatileState(state: ExecutionState): boolean {
  return state.pendingUpdates.size > 0 || state.workflowTask?.kind === "speculative";
}
