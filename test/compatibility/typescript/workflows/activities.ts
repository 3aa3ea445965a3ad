// Workflows that call activities: each ends with what the caller should have seen.
import type { ActivityCancellationType } from "@temporalio/workflow";
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  TimeoutFailure,
} from "@temporalio/workflow";
import type * as activities from "../activities.ts";

const FAST_RETRY = { initialInterval: 20, backoffCoefficient: 1 } as const;

const { greet, describeSelf } = proxyActivities<typeof activities>({ startToCloseTimeout: 10_000 });
const once = proxyActivities<typeof activities>({
  startToCloseTimeout: 10_000,
  retry: { maximumAttempts: 1 },
});
const retried = proxyActivities<typeof activities>({
  startToCloseTimeout: 10_000,
  retry: { ...FAST_RETRY, maximumAttempts: 5, nonRetryableErrorTypes: ["Fatal"] },
});

export async function greeting(name: string): Promise<string> {
  return greet(name);
}

export async function manyGreetings(count: number): Promise<number> {
  const all = await Promise.all(Array.from({ length: count }, (_, index) => greet(String(index))));
  return all.length;
}

export async function retriedActivity(attempt: number): Promise<number> {
  return retried.failUntil(attempt);
}

export async function activitySelf(): Promise<Record<string, unknown>> {
  return describeSelf();
}

/** What an activity failure looks like from the workflow. */
export async function activityFailure(type: string, nonRetryable: boolean): Promise<Record<string, unknown>> {
  return failureOf(retried.failAs(type, nonRetryable));
}

export async function delayedRetry(): Promise<number> {
  return retried.failWithDelay();
}

export async function heartbeatResume(): Promise<{ attempt: number; from: number }> {
  const { resumeFromHeartbeat } = proxyActivities<typeof activities>({
    startToCloseTimeout: 10_000,
    heartbeatTimeout: 5_000,
    retry: FAST_RETRY,
  });
  return resumeFromHeartbeat(4);
}

export type TimeoutKind = "startToClose" | "scheduleToStart" | "scheduleToClose" | "heartbeat";

export async function activityTimeout(kind: TimeoutKind): Promise<Record<string, unknown>> {
  const options = {
    startToClose: { startToCloseTimeout: 300, retry: { maximumAttempts: 1 } },
    scheduleToStart: {
      scheduleToStartTimeout: 300,
      startToCloseTimeout: 5_000,
      taskQueue: "nobody-listens-here",
    },
    scheduleToClose: { scheduleToCloseTimeout: 600, startToCloseTimeout: 250, retry: FAST_RETRY },
    heartbeat: { startToCloseTimeout: 20_000, heartbeatTimeout: 400, retry: { maximumAttempts: 1 } },
  }[kind];
  return failureOf(proxyActivities<typeof activities>(options).hang());
}

export async function cancelActivity(type: ActivityCancellationType, cleanup: string): Promise<string> {
  const { waitForCancel } = proxyActivities<typeof activities>({
    startToCloseTimeout: 20_000,
    heartbeatTimeout: 15_000,
    cancellationType: type,
    retry: { maximumAttempts: 1 },
  });
  const scope = new CancellationScope();
  const result = scope.run(() => waitForCancel(cleanup));
  await sleep(150);
  scope.cancel();
  try {
    return await result;
  } catch (error) {
    return isCancellation(error) ? "cancelled" : String(error);
  }
}

export async function localActivity(attempt: number): Promise<{ attempt: number; isLocal: unknown }> {
  const local = proxyLocalActivities<typeof activities>({
    startToCloseTimeout: 5_000,
    retry: { ...FAST_RETRY, maximumAttempts: 3 },
  });
  const self = await local.describeSelf();
  return { attempt: await local.failUntil(attempt), isLocal: self["isLocal"] };
}

export async function completedElsewhere(): Promise<unknown> {
  const { completeElsewhere } = proxyActivities<typeof activities>({
    startToCloseTimeout: 20_000,
    retry: { maximumAttempts: 1 },
  });
  try {
    return await completeElsewhere();
  } catch (error) {
    return (await failureOf(Promise.reject(error as Error)))["type"];
  }
}

export async function largeResult(bytes: number): Promise<Record<string, unknown>> {
  return failureOf(once.large(bytes));
}

async function failureOf(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    return { result: await work };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    const { cause, retryState, activityType } = error;
    const common = { retryState, activityType, message: cause?.message };
    if (cause instanceof TimeoutFailure) return { ...common, timeoutType: cause.timeoutType };
    if (cause instanceof ApplicationFailure) {
      return { ...common, type: cause.type, nonRetryable: cause.nonRetryable, details: cause.details };
    }
    return common;
  }
}

/** Waits for an activity that no worker takes. */
export async function unattendedActivity(): Promise<string> {
  const unattended = proxyActivities<typeof activities>({
    startToCloseTimeout: 60_000,
    taskQueue: "nobody-listens-here",
  });
  return unattended.greet("nobody");
}
