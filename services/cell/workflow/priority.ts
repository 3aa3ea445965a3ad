// Priorities of workflows and of what they start: what is not said is inherited, and what cannot be is refused.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";

type Priority = temporal.api.common.v1.IPriority;
type Optional<Value> = Value | null | undefined;

const FAIRNESS_KEY_BYTES_MAX = 64;

/** Field by field: what `own` leaves at its default comes from `base`. */
export function mergedPriority(base: Optional<Priority>, own: Optional<Priority>): Priority | undefined {
  if (base == null || own == null) return own ?? base ?? undefined;
  return {
    priorityKey: own.priorityKey || base.priorityKey || 0,
    fairnessKey: own.fairnessKey || base.fairnessKey || "",
    fairnessWeight: own.fairnessWeight || base.fairnessWeight || 0,
  };
}

/** Errors: INVALID_ARGUMENT in Temporal's words. */
export function checkPriority(priority: Optional<Priority>): void {
  const problem = problemOfPriority(priority);
  if (problem !== undefined) throw new CloudError("INVALID_ARGUMENT", problem);
}

export function problemOfPriority(priority: Optional<Priority>): string | undefined {
  if (priority == null) return undefined;
  if ((priority.priorityKey ?? 0) < 0) return "priority key can't be negative";
  if (Buffer.byteLength(priority.fairnessKey ?? "") > FAIRNESS_KEY_BYTES_MAX) {
    return "fairness key length exceeds limit";
  }
  // NaN is no weight either.
  if (!((priority.fairnessWeight ?? 0) >= 0)) return "must be greater than zero";
  return undefined;
}
