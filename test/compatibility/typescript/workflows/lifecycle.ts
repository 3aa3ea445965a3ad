// Workflows about how executions begin, wait and end: timers, cancellation, chains, patches and side effects.
import {
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  patched,
  sleep,
  upsertMemo,
  upsertSearchAttributes,
  uuid4,
  workflowInfo,
} from "@temporalio/workflow";
import type { SearchAttributePair } from "@temporalio/common";

export async function echo(value: unknown): Promise<unknown> {
  return value;
}

export async function fail(message: string): Promise<void> {
  throw ApplicationFailure.nonRetryable(message, "AsAsked", { detail: 1 });
}

export async function failUntilAttempt(attempt: number): Promise<number> {
  const info = workflowInfo();
  if (info.attempt < attempt) throw ApplicationFailure.retryable(`attempt ${info.attempt}`, "TooEarly");
  return info.attempt;
}

export async function wait(ms: number): Promise<string> {
  await sleep(ms);
  return "waited";
}

export async function forever(): Promise<void> {
  await condition(() => false);
}

export async function timersInOrder(): Promise<number[]> {
  const fired: number[] = [];
  const waits = [120, 40, 80].map((ms) => sleep(ms).then(() => fired.push(ms)));
  await Promise.all(waits);
  return fired;
}

export async function cancelledTimer(): Promise<string> {
  const scope = new CancellationScope();
  const waiting = scope.run(() => sleep(60_000));
  await sleep(20);
  scope.cancel();
  return waiting.then(
    () => "fired",
    (error: unknown) => (isCancellation(error) ? "cancelled" : String(error)),
  );
}

export async function cleanUpOnCancel(): Promise<string> {
  try {
    await sleep(60_000);
  } catch (error) {
    if (!isCancellation(error)) throw error;
    await CancellationScope.nonCancellable(() => sleep(20));
    throw error;
  }
  return "not cancelled";
}

export async function ignoreCancel(): Promise<string> {
  await CancellationScope.nonCancellable(() => sleep(400));
  return "finished anyway";
}

export async function countDown(left: number, seen: string[]): Promise<string[]> {
  const info = workflowInfo();
  const runs = [...seen, info.runId];
  if (left === 0) return runs;
  return continueAsNew<typeof countDown>(left - 1, runs);
}

export async function cronRun(): Promise<number> {
  const info = workflowInfo();
  return ((info.lastResult as number | undefined) ?? 0) + 1;
}

export async function upserts(attributes: SearchAttributePair[]): Promise<unknown> {
  upsertSearchAttributes(attributes);
  upsertMemo({ added: "later", removed: null });
  await sleep(1);
  return workflowInfo().memo;
}

export async function patchedWorkflow(): Promise<string> {
  const branch = patched("new-branch") ? "new" : "old";
  await sleep(1);
  return branch;
}

export async function sideEffects(): Promise<{ same: boolean; random: boolean; id: string }> {
  const id = uuid4();
  const number = Math.random();
  const startedAt = Date.now();
  await sleep(5);
  return { same: Date.now() >= startedAt, random: number >= 0 && number < 1, id };
}

/** Needs its history replayed when it is evicted between steps. */
export async function steps(count: number, ms: number): Promise<number> {
  let done = 0;
  for (let step = 0; step < count; step += 1) {
    await sleep(ms);
    done += 1;
  }
  return done;
}

export async function info(): Promise<Record<string, unknown>> {
  const { workflowType, taskQueue, attempt, firstExecutionRunId, runId, historyLength, namespace } =
    workflowInfo();
  return {
    workflowType,
    taskQueue,
    attempt,
    isFirst: firstExecutionRunId === runId,
    historyLength,
    namespace,
  };
}
