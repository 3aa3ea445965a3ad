// Moves waiting queries on: those whose workflow task ended without an answer wait again, and those that need not wait
// any more are handed to a worker directly.
import type { Engine } from "../engine.ts";
import { placeOf } from "../matching/place.ts";
import { runKeyOf } from "../executions/offer-tasks.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { queryReadiness, type QueryReadiness } from "../workflow/index.ts";
import type { BufferedQuery } from "./buffered-query.ts";

/** A sticky worker that does not take a query in this time is passed over for any worker of the workflow's queue. */
const STICKY_TAKE_MS = 5_000;

export function releaseQueries(engine: Engine, execution: LiveExecution): void {
  const { queries, state } = execution;
  if (queries.length === 0) return;
  const task = state.workflowTask;
  const running = task === undefined || task.startedAt === 0 ? "" : attachment(task);
  for (const query of queries) if (query.attachedTo !== running) query.attachedTo = "";
  const readiness = queryReadiness(state);
  if (readiness.kind !== "direct") return;
  for (const query of queries.splice(0)) {
    // One that travels with a running task stays with it.
    if (query.attachedTo !== "") queries.push(query);
    else dispatchDirect(engine, execution, { query, readiness });
  }
}

export function attachment(task: { scheduledEventId: number; attempt: number }): string {
  return `${String(task.scheduledEventId)}/${String(task.attempt)}`;
}

export function dispatchDirect(
  engine: Engine,
  execution: LiveExecution,
  { query, readiness }: { query: BufferedQuery; readiness: Extract<QueryReadiness, { kind: "direct" }> },
): void {
  const { namespaceId } = execution.state;
  const offer = (name: string, isSticky: boolean): void => {
    engine.matching.offer(
      { namespaceId, type: "workflow", name },
      {
        kind: "query",
        run: runKeyOf(execution),
        place: placeOf(execution.state.priority),
        queryId: query.id,
        query: query.query,
        isSticky,
        scheduledAt: engine.clock.now(),
      },
    );
  };
  engine.queries.add(query.id, { ...query, namespaceId });
  const sticky = engine.matching.queue({ namespaceId, type: "workflow", name: readiness.taskQueue });
  if (!readiness.isSticky || !sticky.isServed) return offer(readiness.normalTaskQueue, false);
  offer(readiness.taskQueue, true);
  setTimeout(() => {
    if (engine.queries.has(query.id) && !engine.queries.isTaken(query.id))
      offer(readiness.normalTaskQueue, false);
  }, STICKY_TAKE_MS).unref();
}
