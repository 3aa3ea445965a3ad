// Timeouts of a run as Temporal completes them: a run lives no longer than its execution, a task no longer than both.
import type { Limits } from "../limits.ts";

export function runTimeoutMs(runMs: number, executionMs: number): number {
  if (runMs === 0) return executionMs;
  return executionMs === 0 ? runMs : Math.min(runMs, executionMs);
}

export function taskTimeoutMs(taskMs: number, runMs: number, limits: Limits): number {
  const wanted = Math.min(taskMs === 0 ? limits.defaultTaskTimeoutMs : taskMs, limits.taskTimeoutMsMax);
  return runMs === 0 ? wanted : Math.min(wanted, runMs);
}
