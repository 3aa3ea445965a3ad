// Finds the activity that a worker's token, or a client's ids, name. Without a workflow id it is a standalone one.
import type { Engine } from "../engine.ts";
import { findByToken, tokenOf, type TokenHolder } from "./find-by-token.ts";
import { checkedRunId, findExecution, invalid } from "./lookup.ts";
import { activityOfWorkflow, activityWithoutWorkflow, type NamedActivity } from "./named-activity.ts";
import { decodeTaskToken } from "./task-token.ts";

export async function activityByToken(engine: Engine, request: TokenHolder): Promise<NamedActivity> {
  const { token } = tokenOf(engine, request, decodeTaskToken);
  const { scheduledEventId, attempt, startedAt, standalone } = token;
  if (standalone !== undefined) {
    const { namespaceId, runId } = token;
    const key = { namespaceId, id: standalone.activityId, runId };
    const execution = await engine.activities.executions.named(key);
    return activityWithoutWorkflow(engine, execution, { attempt, stamp: standalone.stamp });
  }
  const { execution } = await findByToken(engine, request);
  return activityOfWorkflow(engine, execution, { scheduledEventId, attempt, startedAt });
}

export async function activityById(
  engine: Engine,
  request: {
    namespace?: string | null | undefined;
    workflowId?: string | null | undefined;
    runId?: string | null | undefined;
    activityId?: string | null | undefined;
  },
): Promise<NamedActivity> {
  const namespace = engine.namespaces.named(request.namespace);
  const activityId = request.activityId ?? "";
  if (activityId === "") throw invalid("ActivityId is not set on request.");
  if ((request.workflowId ?? "") === "") {
    const key = { namespaceId: namespace.id, id: activityId, runId: checkedRunId(request.runId) };
    return activityWithoutWorkflow(engine, await engine.activities.executions.named(key), { isById: true });
  }
  const execution = await findExecution(engine, namespace, request);
  return activityOfWorkflow(engine, execution, { activityId });
}
