// Completions that stay in the cell: the reserved address, and how they find who waits.
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { commit } from "../executions/transact.ts";
import type { CommandOf } from "../workflow/index.ts";
import { STANDALONE, type OperationCaller } from "./callback-tokens.ts";
import { HandlerError, handlerErrorOf } from "./handler-error.ts";

/** Never resolved or connected to: callbacks with this address are delivered inside the cell. */
export const SYSTEM_CALLBACK_URL = "temporal://system";

const FINAL_CODES: ReadonlySet<string> = new Set(["NOT_FOUND", "INVALID_ARGUMENT", "FAILED_PRECONDITION"]);

export type Completion = Omit<CommandOf<"completeNexusOperation">, "kind" | "scheduledEventId" | "requestId">;

/** `namespace`, when given, must be the one of the token. Errors: HandlerError; UNAVAILABLE. */
export async function completeByToken(
  engine: Engine,
  { token, namespace }: { token: string | undefined; namespace?: string | undefined },
  completion: Completion,
): Promise<void> {
  const caller = engine.nexus.tokens.open(token);
  if (caller === undefined) throw new HandlerError("BAD_REQUEST", "invalid callback token");
  const found = engine.namespaces.byId(caller.namespaceId);
  if (found === undefined) throw new HandlerError("NOT_FOUND", `namespace "${caller.namespaceId}" not found`);
  if (namespace !== undefined && namespace !== found.name)
    throw new HandlerError("BAD_REQUEST", "invalid callback token");
  try {
    await complete(engine, caller, completion);
  } catch (error) {
    throw isFinal(error) ? handlerErrorOf(error) : error;
  }
}

/** When the run that asked was reset, the run that goes on from its past waits. */
async function complete(engine: Engine, caller: OperationCaller, completion: Completion): Promise<void> {
  const { namespaceId, workflowId, runId } = caller;
  if (caller.scheduledEventId === STANDALONE) {
    const operation = await engine.operations.executions.named({ namespaceId, id: workflowId, runId });
    return engine.operations.commit(operation, {
      kind: "complete",
      requestId: caller.requestId,
      ...completion,
    });
  }
  const asked = await engine.executions.find({ namespaceId, workflowId, runId });
  try {
    await completeIn(engine, asked, { caller, completion });
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== "NOT_FOUND") throw error;
    const current = await engine.executions.find({ namespaceId, workflowId, runId: "" });
    if (current === undefined || current === asked) throw error;
    await completeIn(engine, current, { caller, completion });
  }
}

async function completeIn(
  engine: Engine,
  execution: LiveExecution | undefined,
  { caller, completion }: { caller: OperationCaller; completion: Completion },
): Promise<void> {
  if (execution === undefined)
    throw new CloudError("NOT_FOUND", `workflow not found for ID: ${caller.workflowId}`);
  const { scheduledEventId, requestId } = caller;
  await commit(engine, execution, {
    kind: "completeNexusOperation",
    scheduledEventId,
    requestId,
    ...completion,
  });
}

/** Not the passing troubles of the cell. */
function isFinal(error: unknown): error is CloudError {
  return error instanceof CloudError && FINAL_CODES.has(error.code);
}
