// Where a task of a namespace stands in its queue: by its priority, and by its fairness key where the namespace has
// fairness on.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { placeOf, type Place } from "../matching/place.ts";

type Priority = temporal.api.common.v1.IPriority;

export function placeIn(
  engine: Engine,
  namespaceId: string,
  priority: Priority | null | undefined,
): Place | undefined {
  if (engine.namespaces.byId(namespaceId)?.row.fairnessKeysIgnored !== true) return placeOf(priority);
  return placeOf(priority == null ? priority : { priorityKey: priority.priorityKey ?? 0 });
}
