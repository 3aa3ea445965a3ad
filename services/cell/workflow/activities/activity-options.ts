// The options of a pending activity as clients see them, and what they are after a change that names fields.
import { type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ActivityChange } from "../command.ts";
import { checkRetryPolicy, messageOfRetryPolicy } from "../retry-policy.ts";
import type { Activity } from "../state.ts";
import { completeTimeouts } from "../task-commands/schedule-activity.ts";
import type { Transition } from "../transition.ts";
import { durationOf } from "../wire-numbers.ts";

type Options = temporal.api.activity.v1.IActivityOptions;
type OptionsChange = Extract<ActivityChange, { kind: "options" }>;

const TIMEOUTS = [
  "scheduleToCloseTimeout",
  "scheduleToStartTimeout",
  "startToCloseTimeout",
  "heartbeatTimeout",
] as const;
const PRIORITY = ["priorityKey", "fairnessKey", "fairnessWeight"] as const;
const RETRY_POLICY = ["initialInterval", "backoffCoefficient", "maximumInterval", "maximumAttempts"] as const;

/** Errors: INVALID_ARGUMENT. Changes nothing. */
export function changedOptions(transition: Transition, activity: Activity, change: OptionsChange): Options {
  if (change.restoresOriginal) return optionsOfSchedule(activity);
  const { options: wanted } = change;
  const paths = change.paths.map((path) =>
    path.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
  );
  const after = optionsOfActivity(activity);
  if (paths.includes("taskQueue.name")) {
    after.taskQueue = { name: needed(wanted.taskQueue, "TaskQueue").name ?? "" };
  }
  for (const name of TIMEOUTS) if (paths.includes(name)) after[name] = wanted[name] ?? null;
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
  if (paths.some((path) => path.startsWith("retryPolicy"))) checkRetryPolicy(after.retryPolicy);
  if ((after.taskQueue?.name ?? "") === "") throw invalid("missing task queue name");
  const names = { activityId: activity.activityId, activityType: { name: activity.activityType } };
  const timeouts = completeTimeouts(transition.state, { ...after, ...names });
  if (typeof timeouts === "string") throw invalid(timeouts);
  return { ...after, ...timeouts };
}

function needed<Value>(value: Value | null | undefined, name: string): Value {
  if (value == null) throw invalid(`${name} is not provided`);
  return value;
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}

/** What the workflow asked for. */
export function optionsOfSchedule({ scheduled }: Activity): Options {
  return {
    taskQueue: { name: scheduled?.taskQueue?.name ?? "" },
    scheduleToCloseTimeout: scheduled?.scheduleToCloseTimeout ?? null,
    scheduleToStartTimeout: scheduled?.scheduleToStartTimeout ?? null,
    startToCloseTimeout: scheduled?.startToCloseTimeout ?? null,
    heartbeatTimeout: scheduled?.heartbeatTimeout ?? null,
    priority: scheduled?.priority ?? null,
    retryPolicy: scheduled?.retryPolicy ?? null,
  };
}

/** What holds now. */
export function optionsOfActivity(activity: Activity): Options {
  return {
    taskQueue: { name: activity.taskQueue },
    scheduleToCloseTimeout: durationOf(activity.scheduleToCloseMs),
    scheduleToStartTimeout: durationOf(activity.scheduleToStartMs),
    startToCloseTimeout: durationOf(activity.startToCloseMs),
    heartbeatTimeout: durationOf(activity.heartbeatMs),
    priority: activity.priority ?? null,
    retryPolicy: activity.retryPolicy === undefined ? null : messageOfRetryPolicy(activity.retryPolicy),
  };
}
