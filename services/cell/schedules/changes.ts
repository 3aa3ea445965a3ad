// What clients and the ends of runs change in a schedule. Pure; changes the given state.
import { codecOf, msOfTimestamp, temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { addStart } from "./due-starts.ts";
import { LIMITS } from "./limits.ts";
import type { CompleteSchedule, RecentAction, ScheduledRun, ScheduleState } from "./state.ts";

const { WorkflowExecutionStatus: Status } = temporal.api.enums.v1;
const payloadsCodec = codecOf<temporal.api.common.v1.IPayloads>("temporal.api.common.v1.Payloads");
const failureCodec = codecOf<temporal.api.failure.v1.IFailure>("temporal.api.failure.v1.Failure");

/** A backfill includes its start. */
const BEFORE_MS = 1;

export function applyPatch(
  state: ScheduleState,
  patch: temporal.api.schedule.v1.ISchedulePatch,
  now: EpochMs,
): void {
  const trigger = patch.triggerImmediately;
  if (trigger != null) {
    const at = msOfTimestamp(trigger.scheduledTime) ?? now;
    const overlapPolicy = trigger.overlapPolicy ?? 0;
    addStart(state, { nominalAt: at, actualAt: at, overlapPolicy, isManual: true });
  }
  for (const backfill of patch.backfillRequest ?? []) {
    if (state.backfills.length >= LIMITS.backfillsMax) {
      state.bufferDropped += 1;
      continue;
    }
    state.backfills.push({
      after: (msOfTimestamp(backfill.startTime) ?? 0) - BEFORE_MS,
      until: msOfTimestamp(backfill.endTime) ?? 0,
      overlapPolicy: backfill.overlapPolicy ?? 0,
    });
  }
  if (patch.pause) setPaused(state, true, patch.pause);
  if (patch.unpause) setPaused(state, false, patch.unpause);
}

export function setPaused(state: ScheduleState, paused: boolean, notes: string): void {
  state.schedule.state = { ...state.schedule.state, paused, notes };
  state.conflictToken += 1;
}

export interface ScheduleUpdate {
  schedule: CompleteSchedule;
  /** Undefined: as they are. */
  searchAttributes: temporal.api.common.v1.ISearchAttributes | undefined;
  memo: temporal.api.common.v1.IMemo | undefined;
}

export function applyUpdate(state: ScheduleState, update: ScheduleUpdate, now: EpochMs): void {
  state.schedule = update.schedule;
  if (update.searchAttributes !== undefined) state.searchAttributes = update.searchAttributes;
  if (update.memo !== undefined) state.memo = update.memo;
  state.updatedAt = now;
  state.conflictToken += 1;
}

export function recordStart(state: ScheduleState, action: RecentAction, holdsSlot: boolean): void {
  const { workflowId, firstRunId } = action;
  state.actionCount += 1;
  state.recent = [...state.recent, action].slice(-LIMITS.recentActionsMax);
  if (holdsSlot) state.running.push({ workflowId, firstRunId });
}

export interface RunEnd extends ScheduledRun {
  status: temporal.api.enums.v1.WorkflowExecutionStatus;
  event: temporal.api.history.v1.IHistoryEvent | undefined;
}

/** False when the schedule does not wait for the run. */
export function recordEnd(state: ScheduleState, end: RunEnd): boolean {
  const isSame = (run: ScheduledRun): boolean => run.firstRunId === end.firstRunId;
  if (!state.running.some(isSame)) return false;
  state.running = state.running.filter((run) => !isSame(run));
  state.recent = state.recent.map((action) => (isSame(action) ? { ...action, status: end.status } : action));
  const result = end.event?.workflowExecutionCompletedEventAttributes?.result;
  const failure = end.event?.workflowExecutionFailedEventAttributes?.failure;
  if (state.schedule.policies.pauseOnFailure === true && state.schedule.state.paused !== true) {
    pauseOnFailure(state, end, failure?.message ?? "");
  }
  if (result != null) {
    state.lastCompletionResult = payloadsCodec.encode(result);
    state.continuedFailure = undefined;
  } else if (failure != null) state.continuedFailure = failureCodec.encode(failure);
  return true;
}

function pauseOnFailure(state: ScheduleState, { status, workflowId }: RunEnd, message: string): void {
  if (status === Status.WORKFLOW_EXECUTION_STATUS_FAILED) {
    setPaused(state, true, `paused due to workflow failure: ${workflowId}: ${message}`);
  } else if (status === Status.WORKFLOW_EXECUTION_STATUS_TIMED_OUT) {
    setPaused(state, true, `paused due to workflow timeout: ${workflowId}`);
  }
}
