// What requests on standalone activities share: the ids that name one, a request id, and their limits.
import type { Engine } from "../engine.ts";
import type { LiveActivity } from "../standalone/index.ts";
import { checkLength } from "../workflow/index.ts";
import { checkedRunId, checkText, invalid } from "./lookup.ts";

export interface NamesActivity {
  namespace?: string | null | undefined;
  activityId?: string | null | undefined;
  runId?: string | null | undefined;
}

/** Errors: INVALID_ARGUMENT, NOT_FOUND. */
export async function findActivityExecution(engine: Engine, request: NamesActivity): Promise<LiveActivity> {
  const namespace = engine.namespaces.named(request.namespace);
  const { id, runId } = checkedActivityIds(engine, request);
  return engine.activities.executions.named({ namespaceId: namespace.id, id, runId });
}

export function checkedActivityIds(engine: Engine, request: NamesActivity): { id: string; runId: string } {
  const id = request.activityId ?? "";
  if (id === "") throw invalid("activity ID is required");
  checkLength("activity ID", id, engine.limits);
  checkText(id, "activity ID");
  return { id, runId: checkedRunId(request.runId, "invalid run id: must be a valid UUID") };
}

/** Of a change: a request id is made when none is given, so that repeats of the same call are told apart. */
export function checkedAsker(
  engine: Engine,
  request: {
    requestId?: string | null | undefined;
    identity?: string | null | undefined;
    reason?: string | null | undefined;
  },
): { requestId: string; identity: string; reason: string } {
  const { requestId, identity, reason } = request;
  checkLength("request ID", requestId, engine.limits);
  checkLength("identity", identity, engine.limits);
  if (Buffer.byteLength(reason ?? "") > engine.limits.blobBytesMax)
    throw invalid("reason exceeds length limit");
  return { requestId: requestId || engine.ids.uuid(), identity: identity ?? "", reason: reason ?? "" };
}
