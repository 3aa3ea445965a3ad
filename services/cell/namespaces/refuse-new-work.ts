// The hard cap or a suspension refuses new work; what runs goes on, and so do its later runs.
import { CloudError } from "#shared/errors";
import type { Namespace } from "./namespace.ts";

/** `what` in the plural: workflows, activities. Errors: RESOURCE_EXHAUSTED. */
export function refuseNewWork(namespace: Namespace, what: string): void {
  if (!namespace.row.startsRefused) return;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `Namespace ${namespace.name} takes no new ${what}: it is suspended or at its limit. Running ${what} go on.`,
  );
}
