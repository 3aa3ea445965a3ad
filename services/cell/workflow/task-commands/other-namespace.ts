// A workflow acts in its own namespace only: a cell serves many tenants and keeps them apart.
import type { ExecutionState } from "../state.ts";
import { refuse, type Cause, type Refusal } from "./refusal.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function refuseOtherNamespace(
  state: ExecutionState,
  namespace: string | null | undefined,
  cause: Cause,
): Refusal | undefined {
  const isOwn = namespace == null || namespace === "" || namespace === state.namespace;
  return isOwn ? undefined : refuse(cause, "cross namespace commands are not allowed");
}

export function isRunId(runId: string): boolean {
  return runId === "" || UUID.test(runId);
}
