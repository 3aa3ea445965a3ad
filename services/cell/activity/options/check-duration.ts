// Durations that callers give: never negative, and cut to a hundred years.
import type { google } from "#contracts";
import { CloudError } from "#shared/errors";
import { durationOf, msOf, numberOf } from "../../workflow/index.ts";
import { ACTIVITY_LIMITS } from "../limits.ts";

type Duration = google.protobuf.IDuration | null;

/** The duration, cut if need be. Errors: INVALID_ARGUMENT; `what` begins the message. */
export function checkedDuration(duration: Duration | undefined, what: string): Duration {
  if (duration == null) return null;
  const seconds = numberOf(duration.seconds);
  const nanos = duration.nanos ?? 0;
  if ((seconds > 0 && nanos < 0) || (seconds < 0 && nanos > 0)) {
    throw new CloudError("INVALID_ARGUMENT", `${what}: duration has seconds and nanos with different signs`);
  }
  const ms = msOf(duration);
  if (ms < 0) throw new CloudError("INVALID_ARGUMENT", `${what}: negative duration`);
  return ms > ACTIVITY_LIMITS.durationMsMax ? durationOf(ACTIVITY_LIMITS.durationMsMax) : duration;
}
