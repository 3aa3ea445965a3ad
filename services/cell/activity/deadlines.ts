// Everything that will happen to a standalone activity by itself, and when. Derived from the state: no timer is stored.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { firstDispatchAt } from "./attempts/dispatch.ts";
import { isClosed, isInProgress, STATUS } from "./status.ts";
import type { ActivityState } from "./state.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
const { TimeoutType } = temporal.api.enums.v1;

export type ActivityDeadline =
  { kind: "dispatch"; at: EpochMs } | { kind: "timeout"; at: EpochMs; timeoutType: TimeoutType };

export function deadlinesOf(state: ActivityState): ActivityDeadline[] {
  const deadlines: ActivityDeadline[] = [];
  if (isClosed(state.status)) return deadlines;
  const { options } = state;
  const timeout = (from: EpochMs, timeoutMs: number, timeoutType: TimeoutType): void => {
    if (timeoutMs > 0) deadlines.push({ kind: "timeout", at: from + timeoutMs, timeoutType });
  };
  timeout(firstDispatchAt(state), options.scheduleToCloseMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  if (state.status === STATUS.scheduled) {
    timeout(state.dispatchAt, options.scheduleToStartMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);
    if (!state.isOffered) deadlines.push({ kind: "dispatch", at: state.dispatchAt });
  }
  if (isInProgress(state.status)) {
    timeout(state.startedAt, options.startToCloseMs, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
    const lastSignOfLife = Math.max(state.startedAt, state.lastHeartbeatAt);
    timeout(lastSignOfLife, options.heartbeatMs, TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }
  return deadlines;
}

/** When to send the command `wake`; undefined when nothing is due ever. Ask again after every transition. */
export function nextActivityWakeAt(state: ActivityState): EpochMs | undefined {
  let earliest: EpochMs | undefined;
  for (const { at } of deadlinesOf(state)) if (earliest === undefined || at < earliest) earliest = at;
  return earliest;
}
