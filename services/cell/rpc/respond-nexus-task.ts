// RespondNexusTaskCompleted and RespondNexusTaskFailed: what the handler of a Nexus operation says.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { NexusTaskOutcome } from "../nexus/nexus-tasks.ts";
import { tokenOf } from "./find-by-token.ts";
import { invalid, notFound } from "./lookup.ts";
import { decodeNexusTaskToken, type NexusTaskToken } from "./nexus-task-token.ts";
import { rpc } from "./operation.ts";

type CompletedRequest = temporal.api.workflowservice.v1.IRespondNexusTaskCompletedRequest;
type FailedRequest = temporal.api.workflowservice.v1.IRespondNexusTaskFailedRequest;

export const respondNexusTaskCompleted = rpc<CompletedRequest, object>(
  "RespondNexusTaskCompleted",
  (engine, request) => {
    const { asyncSuccess, operationError } = request.response?.startOperation ?? {};
    if (asyncSuccess != null) checkOperationToken(engine, asyncSuccess);
    const { token: task } = tokenOf(engine, request, decodeNexusTaskToken);
    checkDetails(operationError?.failure);
    return answer(engine, task, { kind: "answered", response: request.response ?? {} });
  },
);

export const respondNexusTaskFailed = rpc<FailedRequest, object>(
  "RespondNexusTaskFailed",
  (engine, request) => {
    const { token: task } = tokenOf(engine, request, decodeNexusTaskToken);
    const { error, failure } = request;
    if (error != null) {
      checkDetails(error.failure);
      return answer(engine, task, { kind: "handlerError", error });
    }
    if (failure == null) throw invalid("request must contain error or failure");
    if (failure.nexusHandlerFailureInfo == null)
      throw invalid("request Failure must contain error or failure with NexusHandlerFailureInfo");
    return answer(engine, task, { kind: "failed", failure });
  },
);

function checkOperationToken(
  engine: Engine,
  { operationToken, operationId }: temporal.api.nexus.v1.StartOperationResponse.IAsync,
): void {
  const token = operationToken || operationId || "";
  if (token === "") throw invalid("missing opration token in response");
  const bytes = Buffer.byteLength(token);
  const { nexusTokenBytesMax } = engine.limits;
  if (bytes > nexusTokenBytesMax)
    throw invalid(`operation token length exceeds allowed limit (${bytes}/${nexusTokenBytesMax})`);
}

function checkDetails(failure: temporal.api.nexus.v1.IFailure | null | undefined): void {
  const details = failure?.details;
  if (details == null || details.length === 0) return;
  try {
    JSON.parse(Buffer.from(details).toString("utf8"));
  } catch {
    throw invalid("failure details must be JSON serializable");
  }
}

function answer(engine: Engine, { taskId, namespaceId }: NexusTaskToken, outcome: NexusTaskOutcome): object {
  if (engine.nexus.tasks.answer(taskId, namespaceId, outcome)) return {};
  throw notFound("Nexus task not found or already expired");
}
