// Gives the scheduled workflow task to a worker.
import { temporal } from "#contracts";
import type { RoutedVersion, WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { noticeTarget } from "../versioning/notice-target.ts";
import { scheduledEventOf, startedEventOf } from "./task-events.ts";

const { SuggestContinueAsNewReason } = temporal.api.enums.v1;
/** Of the updates a run may have in all, the share from which continue-as-new is suggested. */
const UPDATES_SUGGEST_SHARE = 0.9;

export interface Poller {
  requestId: string;
  identity: string;
  /** The queue that was polled. */
  taskQueue: string;
  /** Of the worker's build. */
  stamp?: temporal.api.common.v1.IWorkerVersionStamp | null | undefined;
  /** Where the queue's routing sends the run; undefined when matching was not asked. */
  target?: RoutedVersion | undefined;
}

export function startTask(transition: Transition, task: WorkflowTask, poller: Poller): WorkflowTask {
  const { state } = transition;
  const current = reviveTask(transition, task);
  current.requestId = poller.requestId;
  current.identity = poller.identity;
  current.historySizeBytes = state.historySizeBytes;
  current.suggestContinueAsNewReasons = suggestReasons(transition);
  current.suggestContinueAsNew = current.suggestContinueAsNewReasons.length > 0;
  current.isTargetChanged = noticeTarget(state, poller.target);
  if (current.kind === "normal") {
    transition.add(startedEventOf(current, poller.stamp));
    return state.workflowTask ?? current;
  }
  current.startedEventId = current.scheduledEventId + 1;
  current.startedAt = transition.now;
  if (current.kind === "transient") transition.isDurable = true;
  return current;
}

/** Events that came after a transient task was scheduled make it a normal one, at the history's present end. */
function reviveTask(transition: Transition, task: WorkflowTask): WorkflowTask {
  const { state, now } = transition;
  if (task.kind !== "transient" || task.scheduledEventId === state.nextEventId) return task;
  task.kind = "normal";
  task.attempt = 1;
  state.workflowTaskAttempt = 1;
  task.scheduledEventId = state.nextEventId;
  transition.add(scheduledEventOf(state, task), now);
  return state.workflowTask ?? task;
}

function suggestReasons(transition: Transition): number[] {
  const { state, context } = transition;
  const { limits } = context;
  const reasons: number[] = [];
  if (state.historySizeBytes >= limits.historyBytesSuggestContinueAsNew) {
    reasons.push(SuggestContinueAsNewReason.SUGGEST_CONTINUE_AS_NEW_REASON_HISTORY_SIZE_TOO_LARGE);
  }
  if (state.nextEventId >= limits.historyEventsSuggestContinueAsNew) {
    reasons.push(SuggestContinueAsNewReason.SUGGEST_CONTINUE_AS_NEW_REASON_TOO_MANY_HISTORY_EVENTS);
  }
  const updates = state.updates.size + state.pendingUpdates.size;
  if (updates >= Math.ceil(limits.updatesTotalMax * UPDATES_SUGGEST_SHARE)) {
    reasons.push(SuggestContinueAsNewReason.SUGGEST_CONTINUE_AS_NEW_REASON_TOO_MANY_UPDATES);
  }
  return reasons;
}
