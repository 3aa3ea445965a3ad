// RespondWorkflowTaskCompleted: a worker's commands, its answers to queries that travelled along, and the next task when
// it asks for one.
import Long from "long";
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { encodeField } from "../executions/read-history.ts";
import { commit, transact } from "../executions/transact.ts";
import { attachment, releaseQueries } from "../queries/release-queries.ts";
import type { CompletedWorkflowTask } from "../workflow/index.ts";
import { checkCommandAttributes } from "./command-attributes.ts";
import { encodeActivityTask } from "./encode-activity-task.ts";
import { encodeWorkflowTask } from "./encode-workflow-task.ts";
import { rawRpc } from "./operation.ts";
import { findByToken } from "./find-by-token.ts";
import type { TaskToken } from "./task-token.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
type Response = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedResponse;

const responseCodec = codecOf<Response>(
  "temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse",
);
const WORKFLOW_TASK_FIELD = 1;
const ACTIVITY_TASK_FIELD = 2;

const { WorkflowTaskFailedCause } = temporal.api.enums.v1;

export const respondWorkflowTaskCompleted = rawRpc<Request>(
  "RespondWorkflowTaskCompleted",
  async (engine, request) => {
    const { execution, token, namespace } = await findByToken(engine, request);
    try {
      checkCommandAttributes(request, namespace);
    } catch (error) {
      throw await refuseTask(engine, execution, { token, request, error });
    }
    const completed = complete(engine, execution, { token, request });
    answerQueries(engine, execution, { token, request });
    await execution.settled();
    if (completed.refusal !== undefined) throw completed.refusal;
    return encodeResponse(engine, execution, completed);
  },
);

function complete(
  engine: Engine,
  execution: LiveExecution,
  { token, request }: { token: TaskToken; request: Request },
): CompletedWorkflowTask {
  return transact(engine, execution, {
    kind: "completeWorkflowTask",
    task: {
      scheduledEventId: token.scheduledEventId,
      startedEventId: token.startedEventId,
      attempt: token.attempt,
      startedAt: token.startedAt,
    },
    request,
  });
}

/** Answers go out when the completion is durable; what was not answered waits for the next task. */
function answerQueries(
  engine: Engine,
  execution: LiveExecution,
  { token, request }: { token: TaskToken; request: Request },
): void {
  const results = request.queryResults ?? {};
  const place = attachment(token);
  for (const query of execution.queries.splice(0)) {
    const result = query.attachedTo === place ? results[query.id] : undefined;
    if (result !== undefined) query.resolve(result);
    else execution.queries.push(query);
  }
  if (execution.group === undefined) releaseQueries(engine, execution);
}

async function encodeResponse(
  engine: Engine,
  execution: LiveExecution,
  completed: CompletedWorkflowTask,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  // A cap of the history may have ended the run with the same completion: nothing of it is to be worked on any more.
  if (execution.isClosed) completed = { ...completed, newTask: undefined, eagerActivities: [] };
  if (completed.newTask !== undefined) {
    parts.push(
      encodeField(WORKFLOW_TASK_FIELD, [await encodeWorkflowTask(engine, execution, completed.newTask)]),
    );
  }
  for (const activity of completed.eagerActivities) {
    parts.push(encodeField(ACTIVITY_TASK_FIELD, [encodeActivityTask(execution, activity)]));
  }
  if (completed.resetHistoryEventId !== 0) {
    parts.push(responseCodec.encode({ resetHistoryEventId: Long.fromNumber(completed.resetHistoryEventId) }));
  }
  return Buffer.concat(parts);
}

/** The workflow task fails with the reason, which the worker gets as well. */
async function refuseTask(
  engine: Engine,
  execution: LiveExecution,
  { token, request, error }: { token: TaskToken; request: Request; error: unknown },
): Promise<unknown> {
  if (!(error instanceof CloudError)) return error;
  const message = `BadSearchAttributes: ${error.publicMessage}`;
  await commit(engine, execution, {
    kind: "failWorkflowTask",
    task: token,
    request: {
      taskToken: request.taskToken ?? null,
      cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES,
      failure: {
        message,
        source: "Server",
        serverFailureInfo: { nonRetryable: true },
      },
      identity: request.identity ?? null,
    },
  });
  return new CloudError(error.code, message);
}
