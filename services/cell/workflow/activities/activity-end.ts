// What became of an activity or of one of its attempts, for whoever measures: nothing of it is stored.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { Activity } from "../state.ts";

const { EventType, TimeoutType } = temporal.api.enums.v1;

export interface ActivityEnd {
  outcome: "success" | "fail" | "timeout" | "cancel" | "attemptFail" | "attemptTimeout";
  activityType: string;
  taskQueue: string;
  /** Of timeouts: "StartToClose". */
  timeoutType: string;
  scheduledAt: EpochMs;
  /** 0 when no worker had the attempt. */
  startedAt: EpochMs;
}

const OUTCOMES: Readonly<Record<number, ActivityEnd["outcome"]>> = {
  [EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED]: "success",
  [EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED]: "fail",
  [EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT]: "timeout",
  [EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED]: "cancel",
};

/** Undefined for an event that closes no activity. */
export function outcomeOf(eventType: number | null | undefined): ActivityEnd["outcome"] | undefined {
  return OUTCOMES[eventType ?? 0];
}

export function activityEnd(
  { activityType, taskQueue, scheduledAt, startedAt }: Activity,
  outcome: ActivityEnd["outcome"],
  timeoutType: number | null | undefined,
): ActivityEnd {
  const type = timeoutType == null ? "" : timeoutNameOf(timeoutType);
  return { outcome, activityType, taskQueue, timeoutType: type, scheduledAt, startedAt };
}

/** "TIMEOUT_TYPE_START_TO_CLOSE" is "StartToClose". */
function timeoutNameOf(timeoutType: number): string {
  const words = (TimeoutType[timeoutType] ?? "").replace("TIMEOUT_TYPE_", "").toLowerCase().split("_");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
