// Activities of the compatibility programs: each shows one behaviour of retries, heartbeats, timeouts or cancellation.
import {
  activityInfo,
  ApplicationFailure,
  CancelledFailure,
  CompleteAsyncError,
  Context,
  heartbeat,
} from "@temporalio/activity";

const LONG_MS = 60_000;

export async function greet(name: string): Promise<string> {
  return `Hello, ${name}!`;
}

export async function failUntil(attempt: number): Promise<number> {
  const info = activityInfo();
  if (info.attempt < attempt) throw ApplicationFailure.retryable(`attempt ${info.attempt}`, "TooEarly");
  return info.attempt;
}

export async function failAs(type: string, nonRetryable: boolean): Promise<void> {
  throw ApplicationFailure.create({ message: "as asked", type, nonRetryable, details: [{ why: "asked" }] });
}

export async function failWithDelay(): Promise<number> {
  const info = activityInfo();
  if (info.attempt > 1) return Date.now() - info.currentAttemptScheduledTimestampMs;
  throw ApplicationFailure.create({ message: "later", nextRetryDelay: 300 });
}

/** Counts up with heartbeats, fails in the first attempt, and goes on where the heartbeat was. */
export async function resumeFromHeartbeat(target: number): Promise<{ attempt: number; from: number }> {
  const info = activityInfo();
  const from = (info.heartbeatDetails as number | undefined) ?? 0;
  for (let step = from + 1; step <= target; step += 1) {
    heartbeat(step);
    if (info.attempt === 1 && step === 2) throw new Error("fell over");
  }
  return { attempt: info.attempt, from };
}

/** Never heartbeats and never ends by itself. */
export async function hang(): Promise<void> {
  await Context.current().sleep(LONG_MS);
}

/** Heartbeats so often, one right after the other. */
export async function beat(times: number): Promise<number> {
  for (let count = 1; count <= times; count += 1) heartbeat(count);
  return times;
}

export async function pause(ms: number): Promise<void> {
  await Context.current().sleep(ms);
}

export async function waitForCancel(cleanup: string): Promise<string> {
  const context = Context.current();
  const beats = setInterval(() => heartbeat("alive"), 50);
  try {
    await context.cancelled;
  } catch (error) {
    if (!(error instanceof CancelledFailure)) throw error;
    if (cleanup === "swallow") return "finished anyway";
    throw error;
  } finally {
    clearInterval(beats);
  }
  return "unreachable";
}

export async function completeElsewhere(): Promise<never> {
  throw new CompleteAsyncError();
}

export async function large(bytes: number): Promise<string> {
  return "x".repeat(bytes);
}

export async function describeSelf(): Promise<Record<string, unknown>> {
  const info = activityInfo();
  return {
    activityType: info.activityType,
    attempt: info.attempt,
    isLocal: info.isLocal,
    taskQueue: info.taskQueue,
    workflowType: info.workflowType,
    hasToken: info.taskToken.length > 0,
  };
}
