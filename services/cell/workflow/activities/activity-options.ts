// The options of a pending activity as clients see them, and what they are after a change that names fields.
import { type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ActivityChange } from "../command.ts";
import { camelPaths } from "../field-mask.ts";
import { checkPriority } from "../priority.ts";
import { checkRetryPolicy, messageOfRetryPolicy } from "../retry-policy.ts";
import type { Activity } from "../state.ts";
import type { Transition } from "../transition.ts";
import { durationOf } from "../wire-numbers.ts";
import { completeTimeouts } from "./complete-timeouts.ts";
import { mergeOptions } from "./merge-options.ts";

type Options = temporal.api.activity.v1.IActivityOptions;
type OptionsChange = Extract<ActivityChange, { kind: "options" }>;

/** Errors: INVALID_ARGUMENT. Changes nothing. */
export function changedOptions(transition: Transition, activity: Activity, change: OptionsChange): Options {
  if (change.restoresOriginal) return optionsOfSchedule(activity);
  const paths = camelPaths(change.paths);
  const after = mergeOptions(optionsOfActivity(activity), change.options, paths);
  if (paths.some((path) => path.startsWith("retryPolicy"))) checkRetryPolicy(after.retryPolicy);
  checkPriority(after.priority);
  if ((after.taskQueue?.name ?? "") === "") throw invalid("missing task queue name");
  const names = { activityId: activity.activityId, activityType: { name: activity.activityType } };
  const timeouts = completeTimeouts(transition.state.runTimeoutMs, { ...after, ...names });
  if (typeof timeouts === "string") throw invalid(timeouts);
  return { ...after, ...timeouts };
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
