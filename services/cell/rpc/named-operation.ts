// The standalone Nexus operation that a request names.
import type { Engine } from "../engine.ts";
import { checkOperationId } from "../operation/index.ts";
import type { LiveOperation } from "../standalone/index.ts";
import { checkLength } from "../workflow/index.ts";
import { checkedRunId, checkText, invalid } from "./lookup.ts";

interface NamesOperation {
  namespace?: string | null | undefined;
  operationId?: string | null | undefined;
  runId?: string | null | undefined;
}

/** `check` refuses what else is wrong, after the id. Errors: INVALID_ARGUMENT, NOT_FOUND. */
export async function namedOperation(
  engine: Engine,
  request: NamesOperation,
  check: () => void = () => undefined,
): Promise<LiveOperation> {
  const namespace = engine.namespaces.named(request.namespace);
  const id = checkOperationId(request.operationId, engine.limits);
  checkText(id, "operationId");
  check();
  const runId = checkedRunId(request.runId, "run_id is not a valid UUID");
  return engine.operations.executions.named({ namespaceId: namespace.id, id, runId });
}

const REASON_BYTES_MAX = 1_000;

interface Asks extends NamesOperation {
  requestId?: string | null | undefined;
  identity?: string | null | undefined;
  reason?: string | null | undefined;
}

/** Of a cancel or terminate request: a request id is made when none is given. */
export async function askedOperation(
  engine: Engine,
  request: Asks,
): Promise<{ execution: LiveOperation; asked: { requestId: string; identity: string; reason: string } }> {
  const { requestId, identity, reason } = request;
  checkLength("request_id", requestId, engine.limits);
  const execution = await namedOperation(engine, request, () => {
    checkLength("identity", identity, engine.limits);
    const length = Buffer.byteLength(reason ?? "");
    if (length > REASON_BYTES_MAX)
      throw invalid(`reason exceeds length limit. Length=${length} Limit=${REASON_BYTES_MAX}`);
  });
  return {
    execution,
    asked: { requestId: requestId || engine.ids.uuid(), identity: identity ?? "", reason: reason ?? "" },
  };
}
