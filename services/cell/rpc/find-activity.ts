// Finds the activity that a worker's token, or a workflow id and activity id, name.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { ActivityRef } from "../workflow/index.ts";
import { findByToken, type TokenHolder } from "./find-by-token.ts";
import { findExecution, invalid } from "./lookup.ts";

export interface NamedActivity {
  execution: LiveExecution;
  activity: ActivityRef;
}

export async function activityByToken(engine: Engine, request: TokenHolder): Promise<NamedActivity> {
  const { execution, token } = await findByToken(engine, request);
  const { scheduledEventId, attempt, startedAt } = token;
  return { execution, activity: { scheduledEventId, attempt, startedAt } };
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
  const execution = await findExecution(engine, namespace, request);
  return { execution, activity: { activityId } };
}
