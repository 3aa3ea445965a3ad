// Whether a schedule may act: not while it is paused, and not beyond its number of actions. Pure.
import Long from "long";
import type { ScheduleState } from "./state.ts";

/** Triggered and backfilled starts are always allowed. */
export function mayAct(state: ScheduleState, isManual: boolean): boolean {
  const { paused, limitedActions, remainingActions } = state.schedule.state;
  if (isManual) return true;
  if (paused === true) return false;
  return limitedActions !== true || Number(remainingActions ?? 0) > 0;
}

/** As mayAct, and takes the action off the number of those left. */
export function spendAction(state: ScheduleState, isManual: boolean): boolean {
  if (!mayAct(state, isManual)) return false;
  if (!isManual && state.schedule.state.limitedActions === true) {
    const left = Number(state.schedule.state.remainingActions ?? 0) - 1;
    state.schedule.state = { ...state.schedule.state, remainingActions: Long.fromNumber(left) };
    state.conflictToken += 1;
  }
  return true;
}
