// The four timeouts of an activity as Temporal completes them: what is not set follows from the others, and none is longer
// than the run. For commands, for options that are changed later, and for activities without a workflow.
import type { temporal } from "#contracts";
import { durationOf, msOf } from "../wire-numbers.ts";

type Options = temporal.api.activity.v1.IActivityOptions;
type Timeouts = Pick<
  Options,
  "scheduleToCloseTimeout" | "scheduleToStartTimeout" | "startToCloseTimeout" | "heartbeatTimeout"
>;

interface NamedTimeouts extends Timeouts {
  activityId?: string | null | undefined;
  activityType?: temporal.api.common.v1.IActivityType | null | undefined;
}

/** `runMs`: what bounds them all, 0 for none. A text is what is wrong. */
export function completeTimeouts(runMs: number, attributes: NamedTimeouts): Timeouts | string {
  let toCloseMs = msOf(attributes.scheduleToCloseTimeout);
  let toStartMs = msOf(attributes.scheduleToStartTimeout);
  let startToCloseMs = msOf(attributes.startToCloseTimeout);
  let heartbeatMs = msOf(attributes.heartbeatTimeout);
  if (toCloseMs < 0) return "invalid ScheduleToCloseTimeout: negative duration";
  if (toStartMs < 0) return "invalid ScheduleToStartTimeout: negative duration";
  if (startToCloseMs < 0) return "invalid StartToCloseTimeout: negative duration";
  if (heartbeatMs < 0) return "invalid HeartbeatTimeout: negative duration";
  if (toCloseMs > 0) {
    toStartMs = toStartMs > 0 ? Math.min(toStartMs, toCloseMs) : toCloseMs;
    startToCloseMs = startToCloseMs > 0 ? Math.min(startToCloseMs, toCloseMs) : toCloseMs;
  } else if (startToCloseMs > 0) {
    toCloseMs = runMs;
    if (toStartMs === 0) toStartMs = runMs;
  } else {
    return `a valid StartToCloseTimeout or ScheduleToCloseTimeout must be set on the activity. ActivityId=${attributes.activityId ?? ""} ActivityType=${attributes.activityType?.name ?? ""}`;
  }
  const cap = (ms: number): number => (runMs > 0 ? Math.min(ms, runMs) : ms);
  heartbeatMs = Math.min(cap(heartbeatMs), cap(startToCloseMs));
  return {
    scheduleToCloseTimeout: durationOf(cap(toCloseMs)),
    scheduleToStartTimeout: durationOf(cap(toStartMs)),
    startToCloseTimeout: durationOf(cap(startToCloseMs)),
    heartbeatTimeout: durationOf(heartbeatMs),
  };
}
