// Where a task stands among those that wait: its priority level, and within the level its fairness key and weight.
import type { temporal } from "#contracts";

export interface Place {
  /** 1 is served first. */
  level: number;
  key: string;
  weight: number;
}

export const LEVELS = 5;
export const DEFAULT_LEVEL = 3;
export const DEFAULT_WEIGHT = 1;
/** Weights outside of these are taken as these. */
const WEIGHT_MIN = 0.001;
const WEIGHT_MAX = 1_000;

/** Undefined for the place of most tasks: the default level, no key. */
export function placeOf(priority: temporal.api.common.v1.IPriority | null | undefined): Place | undefined {
  if (priority == null) return undefined;
  const level = Math.min(priority.priorityKey || DEFAULT_LEVEL, LEVELS);
  const key = priority.fairnessKey ?? "";
  const weight = priority.fairnessWeight || DEFAULT_WEIGHT;
  if (level === DEFAULT_LEVEL && key === "" && weight === DEFAULT_WEIGHT) return undefined;
  return { level, key, weight };
}

export function clampedWeight(weight: number): number {
  return Math.min(Math.max(weight, WEIGHT_MIN), WEIGHT_MAX);
}
