// Moves a schedule's time on: what its spec and its backfills make due is buffered. Pure; changes the given state.
import { msOfDuration } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { mayAct } from "./limited-actions.ts";
import { LIMITS } from "./limits.ts";
import type { CompiledSpec } from "./spec/index.ts";
import type { BufferedStart, ScheduleState } from "./state.ts";

export function takeDue(state: ScheduleState, spec: CompiledSpec, now: EpochMs): void {
  takeScheduled(state, spec, now);
  takeBackfills(state, spec);
}

/** Time that passed while it was paused or out of actions is not made up for. */
function takeScheduled(state: ScheduleState, spec: CompiledSpec, now: EpochMs): void {
  if (!mayAct(state, false)) {
    state.processedTo = Math.max(state.processedTo, now);
    return;
  }
  const windowMs = msOfDuration(state.schedule.policies.catchupWindow) ?? LIMITS.catchupWindowMsDefault;
  for (let looked = 0; looked < LIMITS.dueTimesPerStepMax; looked += 1) {
    const next = spec.next(state.processedTo);
    if (next === undefined || next.actualAt > now) return;
    state.processedTo = next.actualAt;
    if (next.actualAt < state.updatedAt) continue;
    if (now - next.actualAt > windowMs) state.missedCatchupWindow += 1;
    else addStart(state, { ...next, overlapPolicy: 0, isManual: false });
  }
}

/** Backfills fill at most half of the buffer, a few starts in each step. */
function takeBackfills(state: ScheduleState, spec: CompiledSpec): void {
  for (let started = 0; hasRoomForBackfills(state);) {
    const backfill = state.backfills[0];
    if (backfill === undefined || started >= LIMITS.backfillStartsPerStepMax) return;
    const next = spec.next(backfill.after);
    if (next === undefined || next.actualAt > backfill.until) {
      state.backfills.shift();
      continue;
    }
    backfill.after = next.actualAt;
    addStart(state, { ...next, overlapPolicy: backfill.overlapPolicy, isManual: true });
    started += 1;
  }
}

function hasRoomForBackfills(state: ScheduleState): boolean {
  return state.backfills.length > 0 && state.buffer.length < LIMITS.bufferMax / 2;
}

export function addStart(state: ScheduleState, start: Omit<BufferedStart, "sequence">): void {
  if (state.buffer.length >= LIMITS.bufferMax) {
    state.bufferDropped += 1;
    return;
  }
  state.lastSequence += 1;
  state.buffer.push({ ...start, sequence: state.lastSequence });
}

/** When to look at the schedule again; undefined: only when something happens to it. */
export function nextStepAt(state: ScheduleState, spec: CompiledSpec, now: EpochMs): EpochMs | undefined {
  if (hasRoomForBackfills(state)) return now + LIMITS.backfillPauseMs;
  const next = mayAct(state, false) ? spec.next(state.processedTo)?.actualAt : undefined;
  return next ?? idleUntil(state, spec);
}

/** When a schedule that has nothing left to do goes; undefined while it has. */
export function idleUntil(state: ScheduleState, spec: CompiledSpec): EpochMs | undefined {
  const isWaiting = state.backfills.length > 0 || state.buffer.length > 0 || state.running.length > 0;
  if (isWaiting || state.schedule.state.paused === true) return undefined;
  if (mayAct(state, false) && spec.next(state.processedTo) !== undefined) return undefined;
  const lastEventAt = Math.max(state.createdAt, state.updatedAt, state.recent.at(-1)?.startedAt ?? 0);
  return lastEventAt + LIMITS.idleRetentionMs;
}

/** Action times to come. */
export function futureTimes(state: ScheduleState, spec: CompiledSpec, given: number): EpochMs[] {
  const { limitedActions, remainingActions } = state.schedule.state;
  const max = limitedActions === true ? Math.min(Number(remainingActions ?? 0), given) : given;
  return spec.between(Math.max(state.processedTo, state.updatedAt - 1), Infinity, max);
}
