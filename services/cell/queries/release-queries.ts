// Moves waiting queries on: those whose workflow task ended without an answer wait again, and those that need not wait
// any more are handed to a worker directly.
import type { Engine } from "../engine.ts";
import { runKeyOf } from "../executions/offer-tasks.ts";
import { placeIn } from "../executions/place-task.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { mayStaySticky } from "../executions/assign-task.ts";
import type { QueryTaskOffer, QueueName } from "../matching/task.ts";
import { directiveOf, queryReadiness, type QueryReadiness } from "../workflow/index.ts";
import type { BufferedQuery } from "./buffered-query.ts";
import { refusalOfDrained } from "./refuse-drained.ts";

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
  const directive = directiveOf(execution.state, "workflow");
  const refusal = refusalOfDrained(engine, directive, { namespaceId, taskQueue: readiness.normalTaskQueue });
  if (refusal !== undefined) return query.reject(refusal);
  const taskFor = (isSticky: boolean): QueryTaskOffer => ({
    kind: "query",
    run: runKeyOf(execution),
    place: placeIn(engine, execution.state.namespaceId, execution.state.priority),
    queryId: query.id,
    query: query.query,
    isSticky,
    scheduledAt: engine.clock.now(),
    directive,
  });
  const offerToAll = (): void => {
    engine.matching.offer({ namespaceId, type: "workflow", name: readiness.normalTaskQueue }, taskFor(false));
  };
  engine.queries.add(query.id, { ...query, namespaceId });
  const task = taskFor(true);
  const stickyQueue: QueueName = { namespaceId, type: "workflow", name: readiness.taskQueue };
  const { normalTaskQueue } = readiness;
  if (!readiness.isSticky || !mayStaySticky(engine, { task, stickyQueue, normalTaskQueue })) {
    return offerToAll();
  }
  engine.matching.queue(stickyQueue).offer(task);
  setTimeout(() => {
    if (engine.queries.has(query.id) && !engine.queries.isTaken(query.id)) offerToAll();
  }, STICKY_TAKE_MS).unref();
}
