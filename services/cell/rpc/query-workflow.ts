// QueryWorkflow: hands the query to a worker, directly or with a workflow task, and counts it when it is answered.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { UnaryCall } from "#shared/grpc";
import { isFreeQuery } from "#usage/actions";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { reviewOffers } from "../executions/offer-tasks.ts";
import type { QueryResult } from "../queries/buffered-query.ts";
import { dispatchDirect } from "../queries/release-queries.ts";
import { queryReadiness } from "../workflow/index.ts";
import { findExecution, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { pollTimeoutMs, watchSignal } from "./poll-timeout.ts";

type Request = temporal.api.workflowservice.v1.IQueryWorkflowRequest;
type Response = temporal.api.workflowservice.v1.IQueryWorkflowResponse;

const QUERY_MS_MAX = 30_000;

const { QueryRejectCondition, QueryResultType, WorkflowExecutionStatus } = temporal.api.enums.v1;

const failedCodec = codecOf<temporal.api.errordetails.v1.IQueryFailedFailure>(
  "temporal.api.errordetails.v1.QueryFailedFailure",
);

export const queryWorkflow = rpc<Request, Response>("QueryWorkflow", async (engine, request, call) => {
  const namespace = engine.namespaces.named(request.namespace);
  if (request.query == null) throw invalid("Query is not set on request.");
  const execution = await findExecution(engine, namespace, request.execution);
  await execution.settled();
  const response = isRejected(execution, request)
    ? { queryRejected: { status: execution.state.status } }
    : { queryResult: await ask(engine, execution, { request, call }) };
  await count(engine, execution, request.query.queryType ?? "");
  return response;
});

function isRejected({ state }: LiveExecution, request: Request): boolean {
  if (state.status === WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_PAUSED) return true;
  const isOpen = state.closedAt === 0;
  switch (request.queryRejectCondition) {
    case QueryRejectCondition.QUERY_REJECT_CONDITION_NOT_OPEN:
      return !isOpen;
    case QueryRejectCondition.QUERY_REJECT_CONDITION_NOT_COMPLETED_CLEANLY:
      return !isOpen && state.status !== WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    default:
      return false;
  }
}

async function ask(
  engine: Engine,
  execution: LiveExecution,
  { request, call }: { request: Request; call: UnaryCall },
): Promise<temporal.api.common.v1.IPayloads | null> {
  const id = engine.ids.uuid();
  const { signal, done } = watchSignal(engine, call, pollTimeoutMs(engine, call, QUERY_MS_MAX));
  try {
    const result = await new Promise<QueryResult>((resolve, reject) => {
      const query = { id, query: request.query ?? {}, attachedTo: "", resolve, reject };
      signal.addEventListener("abort", () => reject(timedOut(execution)), { once: true });
      const readiness = queryReadiness(execution.state);
      if (readiness.kind === "direct") dispatchDirect(engine, execution, { query, readiness });
      else execution.queries.push(query);
    });
    return payloadsOf(result);
  } finally {
    done();
    engine.queries.forget(id);
    reviewOffers(engine, execution);
    const place = execution.queries.findIndex((query) => query.id === id);
    if (place >= 0) execution.queries.splice(place, 1);
  }
}

function payloadsOf(result: QueryResult): temporal.api.common.v1.IPayloads | null {
  if (result.resultType === QueryResultType.QUERY_RESULT_TYPE_ANSWERED) return result.answer ?? null;
  throw new CloudError("INVALID_ARGUMENT", result.errorMessage ?? "The query failed.", {
    details: [
      { typeName: failedCodec.typeName, value: failedCodec.encode({ failure: result.failure ?? null }) },
    ],
  });
}

function timedOut({ state }: LiveExecution): CloudError {
  const message = state.hadWorkflowTask
    ? `No worker answered the query in time. Is one polling task queue ${state.taskQueue}?`
    : "The workflow has not started its first workflow task; query it again later.";
  return new CloudError("DEADLINE_EXCEEDED", message);
}

/** Durable before the answer, so that the bill equals what callers saw (U1). */
async function count(engine: Engine, execution: LiveExecution, queryType: string): Promise<void> {
  if (isFreeQuery(queryType)) return;
  const group = engine.journal.group();
  const labels = engine.counters.labels(execution.namespace.name, execution.state);
  group.counts.actions.add(labels, engine.clock.now(), [{ kind: "query_workflow", count: 1 }]);
  await group.durable;
}
