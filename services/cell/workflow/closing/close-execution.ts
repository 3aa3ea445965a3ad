// Closes the run: its last event, and what is then owed to children, parent, callers and callbacks.
import { temporal } from "#contracts";
import { aftermathEffect } from "./aftermath-effects.ts";
import { callbackEffects } from "../callbacks/callback-effects.ts";
import type { Aftermath, Child, ExecutionState, HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { abortUpdatesOfClosedRun } from "../updates/abort-updates.ts";
import { failTask } from "../workflow-task/end-task.ts";

const { ParentClosePolicy, RetryState, WorkflowTaskFailedCause } = temporal.api.enums.v1;

type WithoutId<Entry> = Entry extends unknown ? Omit<Entry, "effectId"> : never;

/** What a close after a reset leaves out: the run that goes on from this one's past takes it over. */
export interface ClosedByReset {
  isReset: boolean;
  keepsChildren: boolean;
}

const NOT_BY_RESET: ClosedByReset = { isReset: false, keepsChildren: false };

/** `event` is the closing event. A task that a worker still holds is failed first. */
export function closeExecution(
  transition: Transition,
  event: HistoryEvent,
  { isReset, keepsChildren }: ClosedByReset = NOT_BY_RESET,
): void {
  const { state } = transition;
  endOpenTask(transition);
  const owed = keepsChildren ? [] : [...state.children.values()].flatMap(owedToChild);
  transition.add(event);
  state.closeEvent = event;
  state.bufferedEvents = [];
  state.stickyTaskQueue = "";
  state.stickyTimeoutMs = 0;
  for (const entry of owed) owe(transition, entry);
  if (state.newRunId === "" && !isReset) {
    if (state.parent !== undefined) owe(transition, { kind: "notifyParent" });
  }
  if (endsChain(state, event)) oweCallbacks(transition);
  abortUpdatesOfClosedRun(transition);
  transition.effects.push({ kind: "executionClosed", status: state.status, newRunId: state.newRunId });
}

/** A run that is tried again, continued or reset leaves its callbacks to the run that goes on. Cron starts afresh. */
function endsChain({ resetRunId }: ExecutionState, event: HistoryEvent): boolean {
  if (resetRunId !== "" || event.workflowExecutionContinuedAsNewEventAttributes != null) return false;
  const ended =
    event.workflowExecutionFailedEventAttributes ?? event.workflowExecutionTimedOutEventAttributes;
  return ended?.retryState !== RetryState.RETRY_STATE_IN_PROGRESS;
}

function oweCallbacks(transition: Transition): void {
  const { state } = transition;
  for (const callback of state.callbacks) callback.stage = "due";
  transition.effects.push(...callbackEffects(state));
}

function endOpenTask(transition: Transition): void {
  const { state } = transition;
  const task = state.workflowTask;
  if (task === undefined) return;
  if (task.startedEventId === 0) {
    state.workflowTask = undefined;
    return;
  }
  failTask(transition, task, {
    cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND,
    identity: "history-service",
  });
}

/**
 * A child that is not known to have started may be starting at this moment, so its policy is owed as well; starting it
 * after that is stopped by childStarted on a closed parent.
 */
function owedToChild(child: Child): WithoutId<Aftermath>[] {
  const policy = child.parentClosePolicy;
  if (policy === ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON) return [];
  return [closePolicyOf(child)];
}

export function closePolicyOf(child: Child): WithoutId<Aftermath> {
  return {
    kind: "parentClosePolicy",
    policy: child.parentClosePolicy,
    namespace: child.namespace,
    namespaceId: child.namespaceId,
    workflowId: child.workflowId,
    runId: child.runId,
    initiatedEventId: child.initiatedEventId,
  };
}

/** Remembers the debt until effectDone, and emits it. */
export function owe(transition: Transition, entry: WithoutId<Aftermath>): void {
  const { state } = transition;
  state.lastEffectId += 1;
  const owed = { ...entry, effectId: state.lastEffectId };
  state.aftermath.push(owed);
  transition.isDurable = true;
  const effect = aftermathEffect(state, owed);
  if (effect !== undefined) transition.effects.push(effect);
}
