// The options of a standalone activity between messages and its state. Everything is complete before it gets here.
import { temporal } from "#contracts";
import {
  durationOf,
  messageOfRetryPolicy,
  msOf,
  retryPolicyOf,
  type RetryPolicy,
} from "../../workflow/index.ts";
import type { ActivityOptions, ActivityState } from "../state.ts";

type OptionsMessage = temporal.api.activity.v1.IActivityOptions;

const { TASK_QUEUE_KIND_NORMAL } = temporal.api.enums.v1.TaskQueueKind;

const NO_POLICY: RetryPolicy = {
  initialIntervalMs: 0,
  backoffCoefficient: 1,
  maximumIntervalMs: 0,
  maximumAttempts: 0,
  nonRetryableErrorTypes: [],
};

export function optionsOf(message: OptionsMessage): ActivityOptions {
  return {
    taskQueue: message.taskQueue?.name ?? "",
    scheduleToCloseMs: msOf(message.scheduleToCloseTimeout),
    scheduleToStartMs: msOf(message.scheduleToStartTimeout),
    startToCloseMs: msOf(message.startToCloseTimeout),
    heartbeatMs: msOf(message.heartbeatTimeout),
    startDelayMs: msOf(message.startDelay),
    retryPolicy: retryPolicyOf(message.retryPolicy) ?? NO_POLICY,
    priority: message.priority ?? undefined,
  };
}

export function messageOfOptions(options: ActivityOptions): OptionsMessage {
  return {
    taskQueue: { name: options.taskQueue, kind: TASK_QUEUE_KIND_NORMAL },
    scheduleToCloseTimeout: durationOf(options.scheduleToCloseMs),
    scheduleToStartTimeout: durationOf(options.scheduleToStartMs),
    startToCloseTimeout: durationOf(options.startToCloseMs),
    heartbeatTimeout: durationOf(options.heartbeatMs),
    startDelay: options.startDelayMs === 0 ? null : durationOf(options.startDelayMs),
    retryPolicy: messageOfRetryPolicy(options.retryPolicy),
    priority: options.priority ?? null,
  };
}

/** As the activity was started. The start delay is over once a worker had the activity: it stays as it is then. */
export function originalOptions({ request, options, firstStartedAt }: ActivityState): ActivityOptions {
  const original = optionsOf(request);
  if (firstStartedAt > 0) original.startDelayMs = options.startDelayMs;
  return original;
}
