// A workflow acts in its own namespace only: a cell serves many tenants and keeps them apart.
import { CloudError } from "#shared/errors";
import type { Plan } from "./plan.ts";
import { refuse, type Cause, type Refusal } from "./refusal.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Errors: NOT_FOUND for a namespace that is not there; the task stays with the worker, as with Temporal's server. */
export function refuseOtherNamespace(
  { state, transition }: Plan,
  namespace: string | null | undefined,
  cause: Cause,
): Refusal | undefined {
  if (namespace == null || namespace === "" || namespace === state.namespace) return undefined;
  if (transition.context.seesNamespace?.(namespace) === false) {
    throw new CloudError("NOT_FOUND", `Namespace ${namespace} is not found.`);
  }
  return refuse(cause, "cross namespace commands are not allowed");
}

export function isRunId(runId: string): boolean {
  return runId === "" || UUID.test(runId);
}
