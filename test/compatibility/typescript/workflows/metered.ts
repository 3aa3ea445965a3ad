// Workflows that cause one kind of billable action each, where no other workflow of the bundle does.
import { condition, proxyActivities, proxyLocalActivities } from "@temporalio/workflow";
import type * as activities from "../activities.ts";

/** A condition with a time limit is a timer. */
export async function waitAtMost(ms: number): Promise<boolean> {
  return condition(() => false, ms);
}

/** A local activity that outlives most of its workflow task's timeout. */
export async function slowLocalActivity(ms: number): Promise<void> {
  await proxyLocalActivities<typeof activities>({ startToCloseTimeout: 20_000 }).pause(ms);
}

/** A local activity that fails twice: its second failure comes in a later task than the first, and waits longer than that. */
export async function slowLocalRetry(ms: number): Promise<void> {
  const retry = { initialInterval: ms, backoffCoefficient: 1, maximumAttempts: 3 };
  await proxyLocalActivities<typeof activities>({ startToCloseTimeout: 20_000, retry }).failUntil(3);
}

/** An activity that heartbeats faster than the SDK tells the server. */
export async function beating(times: number): Promise<number> {
  const { beat } = proxyActivities<typeof activities>({
    startToCloseTimeout: 20_000,
    heartbeatTimeout: 20_000,
    retry: { maximumAttempts: 1 },
  });
  return beat(times);
}
