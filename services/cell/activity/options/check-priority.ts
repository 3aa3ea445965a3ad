// The rules of a priority.
import type { temporal } from "#contracts";
import { ACTIVITY_LIMITS } from "../limits.ts";

/** What is wrong, or undefined. */
export function problemOfPriority(
  priority: temporal.api.common.v1.IPriority | null | undefined,
): string | undefined {
  if (priority == null) return undefined;
  if ((priority.priorityKey ?? 0) < 0) return "priority key can't be negative";
  if (Buffer.byteLength(priority.fairnessKey ?? "") > ACTIVITY_LIMITS.fairnessKeyBytesMax) {
    return "fairness key length exceeds limit";
  }
  return (priority.fairnessWeight ?? 0) < 0 ? "must be greater than zero" : undefined;
}
