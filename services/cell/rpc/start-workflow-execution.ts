// StartWorkflowExecution.
import Long from "long";
import { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { startRun, type StartedRun } from "../executions/start-run.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { firstTaskAgain, type StartedWorkflowTask, type StartInput } from "../workflow/index.ts";
import { encodeWorkflowTask } from "./encode-workflow-task.ts";
import { encodeField } from "../executions/read-history.ts";
import { codecOf } from "#contracts";
import { rawRpc } from "./operation.ts";
import { checkedStart } from "./start-request.ts";

type Request = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IStartWorkflowExecutionResponse;

const responseCodec = codecOf<Response>("temporal.api.workflowservice.v1.StartWorkflowExecutionResponse");
const EAGER_TASK_FIELD = 2;

const { EventType } = temporal.api.enums.v1;

export const startWorkflowExecution = rawRpc<Request>("StartWorkflowExecution", async (engine, request) => {
  const namespace = engine.namespaces.named(request.namespace);
  const started = await startRun(engine, namespace, startInput(engine, namespace, request, "client"));
  await started.execution.settled();
  const response = responseCodec.encode(startResponse(namespace, request, started));
  const eagerTask = started.result?.eagerTask ?? eagerTaskAgain(request, started);
  if (eagerTask === undefined) return response;
  const task = await encodeWorkflowTask(engine, started.execution, eagerTask);
  return Buffer.concat([response, encodeField(EAGER_TASK_FIELD, [task])]);
});

/** The answer to the first call may have been lost. */
function eagerTaskAgain(
  request: Request,
  { execution, isRepeated }: StartedRun,
): StartedWorkflowTask | undefined {
  const isAsked = isRepeated && request.requestEagerExecution === true;
  return isAsked && !execution.isClosed ? firstTaskAgain(execution.state) : undefined;
}

export function startInput(
  engine: Engine,
  namespace: Namespace,
  request: Request,
  origin: StartInput["origin"],
): StartInput {
  const input: StartInput = {
    namespace: namespace.name,
    namespaceId: namespace.id,
    request: checkedStart(engine, namespace, request),
    origin,
  };
  if (request.requestEagerExecution === true) {
    input.eagerWorker = { identity: request.identity ?? "" };
  }
  return input;
}

export function startResponse(namespace: Namespace, request: Request, started: StartedRun): Response {
  const { state } = started.execution;
  return {
    runId: state.runId,
    firstExecutionRunId: state.firstRunId,
    started: started.isStarted,
    status: state.status,
    link: linkToStart(namespace, started.execution, request.requestId ?? ""),
  };
}

export function linkToStart(
  namespace: Namespace,
  { state }: LiveExecution,
  requestId: string,
): temporal.api.common.v1.ILink {
  const workflowEvent: temporal.api.common.v1.Link.IWorkflowEvent = {
    namespace: namespace.name,
    workflowId: state.workflowId,
    runId: state.runId,
  };
  const eventId = state.startRequestIds[requestId];
  if (requestId !== "" && eventId !== undefined && eventId !== 1) {
    const eventType = EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED;
    workflowEvent.requestIdRef = { requestId, eventType };
  } else {
    workflowEvent.eventRef = {
      eventId: Long.ONE,
      eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
    };
  }
  return { workflowEvent };
}
