// When something happens to a standalone Nexus operation by itself.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { msOf, type OperationTimes } from "../workflow/index.ts";
import type { OperationState } from "./state.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
const { TimeoutType } = temporal.api.enums.v1;

export function timesOf({ request, scheduledAt, startedAt }: OperationState): OperationTimes {
  return {
    scheduledAt,
    startedAt,
    scheduleToCloseMs: msOf(request.scheduleToCloseTimeout),
    scheduleToStartMs: msOf(request.scheduleToStartTimeout),
    startToCloseMs: msOf(request.startToCloseTimeout),
  };
}

/** The timeout that ends an open operation first. */
export function deadlineOf(state: OperationState): { at: EpochMs; type: TimeoutType } | undefined {
  const { scheduleToCloseMs, scheduleToStartMs, startToCloseMs } = timesOf(state);
  const deadlines: { at: EpochMs; type: TimeoutType }[] = [];
  if (scheduleToCloseMs > 0)
    deadlines.push({
      at: state.scheduledAt + scheduleToCloseMs,
      type: TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE,
    });
  if (scheduleToStartMs > 0 && state.startedAt === 0)
    deadlines.push({
      at: state.scheduledAt + scheduleToStartMs,
      type: TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START,
    });
  if (startToCloseMs > 0 && state.startedAt > 0)
    deadlines.push({ at: state.startedAt + startToCloseMs, type: TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE });
  return deadlines.sort((one, other) => one.at - other.at)[0];
}

export function nextOperationWakeAt(state: OperationState): EpochMs | undefined {
  if (state.closedAt > 0) return undefined;
  const { cancel } = state;
  const times = [
    deadlineOf(state)?.at,
    state.isBackingOff ? state.nextAttemptAt : undefined,
    cancel?.isBackingOff === true ? cancel.nextAttemptAt : undefined,
  ].filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
