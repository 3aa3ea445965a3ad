// Takes over the fields of an activity's options that a field mask names. What the result means is checked by who asks.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";

type Options = temporal.api.activity.v1.IActivityOptions;

const DURATIONS = [
  "scheduleToCloseTimeout",
  "scheduleToStartTimeout",
  "startToCloseTimeout",
  "heartbeatTimeout",
  "startDelay",
] as const;
const PRIORITY = ["priorityKey", "fairnessKey", "fairnessWeight"] as const;
const RETRY_POLICY = ["initialInterval", "backoffCoefficient", "maximumInterval", "maximumAttempts"] as const;

/** Changes `after` and gives it back. Errors: INVALID_ARGUMENT when a named part is missing in `wanted`. */
export function mergeOptions(after: Options, wanted: Options, paths: readonly string[]): Options {
  if (paths.includes("taskQueue.name")) {
    after.taskQueue = { name: needed(wanted.taskQueue, "TaskQueue").name ?? "" };
  }
  for (const name of DURATIONS) if (paths.includes(name)) after[name] = wanted[name] ?? null;
  if (paths.includes("priority")) after.priority = wanted.priority ?? null;
  for (const name of PRIORITY) {
    if (!paths.includes(`priority.${name}`)) continue;
    after.priority = { ...after.priority, [name]: needed(wanted.priority, "Priority")[name] ?? null };
  }
  if (paths.includes("retryPolicy")) after.retryPolicy = needed(wanted.retryPolicy, "RetryPolicy");
  for (const name of RETRY_POLICY) {
    if (!paths.includes(`retryPolicy.${name}`)) continue;
    after.retryPolicy = {
      ...after.retryPolicy,
      [name]: needed(wanted.retryPolicy, "RetryPolicy")[name] ?? null,
    };
  }
  return after;
}

function needed<Value>(value: Value | null | undefined, name: string): Value {
  if (value == null) throw new CloudError("INVALID_ARGUMENT", `${name} is not provided`);
  return value;
}
