// Finds the execution of a worker's task token. The token must belong to the request's namespace: a token is no right.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { invalid, notFound } from "./lookup.ts";
import { decodeTaskToken, type TaskToken } from "./task-token.ts";

export interface TokenHolder {
  namespace?: string | null | undefined;
  taskToken?: Uint8Array | null | undefined;
}

/** Errors: INVALID_ARGUMENT for a token of another namespace or none. */
export function tokenOf<Token extends { namespaceId: string }>(
  engine: Engine,
  request: TokenHolder,
  decode: (bytes: TokenHolder["taskToken"]) => Token,
): { token: Token; namespace: Namespace } {
  const namespace = engine.namespaces.named(request.namespace);
  const token = decode(request.taskToken);
  if (token.namespaceId !== namespace.id)
    throw invalid("Operation requested with a token from a different namespace.");
  return { token, namespace };
}

/** Errors: INVALID_ARGUMENT for a token of another namespace or none, NOT_FOUND when the execution is gone. */
export async function findByToken(
  engine: Engine,
  request: TokenHolder,
): Promise<{ execution: LiveExecution; token: TaskToken; namespace: Namespace }> {
  const { token, namespace } = tokenOf(engine, request, decodeTaskToken);
  const execution = await engine.executions.find(token);
  if (execution === undefined) throw notFound("workflow execution not found for the task");
  return { execution, token, namespace };
}
