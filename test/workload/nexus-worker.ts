// A handler of Nexus operations: it answers at once, starts a workflow whose end answers, refuses, or forgets what it took.
import { payload } from "#harness/task-commands";
import { temporal } from "#contracts";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";
import { NEXUS_QUEUE } from "./neighbour.ts";

type Task = temporal.api.workflowservice.v1.IPollNexusTaskQueueResponse;
type StartOperation = temporal.api.nexus.v1.IStartOperationRequest;
type Answer = temporal.api.nexus.v1.IResponse;
type StartWorkflow = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

const POLL_DEADLINE_MS = 30_000;
const RETRY_MS = 200;

const { WorkflowIdConflictPolicy } = temporal.api.enums.v1;

export async function runNexusWorker(load: Load, name: string): Promise<void> {
  const request = { namespace: load.namespace, taskQueue: { name: NEXUS_QUEUE }, identity: name };
  while (!load.isOver) {
    try {
      const options = { deadlineMs: POLL_DEADLINE_MS, signal: load.over.signal };
      const task = await load.caller.call<Task>("PollNexusTaskQueue", request, options);
      if ((task.taskToken?.length ?? 0) > 0) await work(load, task);
    } catch {
      // The cell is away, or the load is over: a worker polls again.
      await load.pause(RETRY_MS);
    }
  }
}

async function work(load: Load, task: Task): Promise<void> {
  const { random, settings, namespace } = load;
  if (!load.isEnding && settings.forgetsOneIn > 0 && random.oneIn(settings.forgetsOneIn)) return;
  await load.work();
  const response = await answerTo(load, task);
  const act = load.journal.open("other");
  const request = { namespace, taskToken: task.taskToken, identity: act.id };
  if (response === undefined) {
    const error = { errorType: "UNAVAILABLE", failure: { message: "not now" } };
    return void (await repeat(load, act, { name: "RespondNexusTaskFailed", request: { ...request, error } }));
  }
  await repeat(load, act, { name: "RespondNexusTaskCompleted", request: { ...request, response } });
}

/** Undefined: not now. */
async function answerTo(load: Load, { request }: Task): Promise<Answer | undefined> {
  const { random } = load;
  if (!load.isEnding && random.oneIn(6)) return undefined;
  const cancel = request?.cancelOperation;
  if (cancel != null) {
    await cancelWorkflow(load, cancel.operationToken ?? "");
    return { cancelOperation: {} };
  }
  const start = request?.startOperation;
  if (start == null || load.isEnding || random.oneIn(3))
    return { startOperation: { syncSuccess: { payload: payload("done") } } };
  if (random.oneIn(6)) {
    const operationError = { operationState: "failed", failure: { message: "broken" } };
    return { startOperation: { operationError } };
  }
  return startWorkflow(load, start);
}

/** A repeat of the operation finds the workflow of the first try, and waits for its end as well. */
async function startWorkflow(load: Load, start: StartOperation): Promise<Answer | undefined> {
  const workflowId = `n-${start.requestId ?? ""}`;
  const act = load.journal.open("start", { workflowId });
  const request: StartWorkflow = {
    namespace: load.namespace,
    workflowId,
    workflowType: { name: "operation" },
    taskQueue: { name: load.taskQueue },
    identity: act.id,
    requestId: act.id,
    completionCallbacks: [{ nexus: { url: start.callback ?? "", header: start.callbackHeader ?? {} } }],
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
    onConflictOptions: { attachRequestId: true, attachCompletionCallbacks: true },
  };
  const call = { name: "StartWorkflowExecution", request };
  const response = await repeat<{ runId?: string; started?: boolean }>(load, act, call);
  if (response === undefined) return undefined;
  act.newRunId = response.runId ?? "";
  act.isWithoutEvent = response.started === false;
  return { startOperation: { asyncSuccess: { operationToken: workflowId } } };
}

async function cancelWorkflow(load: Load, workflowId: string): Promise<void> {
  if (workflowId === "") return;
  const act = load.journal.open("requestCancel", { workflowId });
  const request = { namespace: load.namespace, workflowExecution: { workflowId }, requestId: act.id };
  await repeat(load, act, { name: "RequestCancelWorkflowExecution", request });
}
