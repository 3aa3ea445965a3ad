// RespondQueryTaskCompleted: a worker's answer to a query that came without a workflow task.
import { codecOf, type temporal } from "#contracts";
import { invalid, notFound } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRespondQueryTaskCompletedRequest;

const tokenCodec = codecOf<temporal.api.common.v1.IWorkflowExecution>(
  "temporal.api.common.v1.WorkflowExecution",
);

export const respondQueryTaskCompleted = rpc<Request, object>(
  "RespondQueryTaskCompleted",
  (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const answered = engine.queries.answer(queryIdOf(request.taskToken), namespace.id, {
      resultType: request.completedType ?? null,
      answer: request.queryResult ?? null,
      errorMessage: request.errorMessage ?? null,
      failure: request.failure ?? null,
    });
    if (!answered) throw notFound("query task not found, or already expired");
    return {};
  },
);

function queryIdOf(token: Uint8Array | null | undefined): string {
  if (token == null || token.length === 0) throw invalid("Task token not set on request.");
  try {
    const { workflowId, runId } = tokenCodec.decode(token);
    if (runId === "query" && workflowId != null && workflowId !== "") return workflowId;
  } catch {
    // Told below.
  }
  throw invalid("Error deserializing task token.");
}
