// A client of the load: starts workflows and does to them what clients do, with retries that repeat the same request,
// as SDKs do when an answer is lost.
import { temporal } from "#contracts";
import type { Random } from "#harness/random";
import { duration, payloads } from "#harness/task-commands";
import type { Act, ActKind } from "../checker/client-journal.ts";
import type { Load } from "./load.ts";

const TRIES_MAX = 4;
const RETRY_MS_MAX = 2_000;
const DEADLINE_MS = 5_000;

const { WorkflowIdConflictPolicy, WorkflowIdReusePolicy, UpdateWorkflowExecutionLifecycleStage } =
  temporal.api.enums.v1;

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

const ACTS: readonly (readonly [weight: number, act: (load: Load) => Promise<void>])[] = [
  [10, start],
  [12, signal],
  [4, signalWithStart],
  [3, requestCancel],
  [2, terminate],
  [6, update],
  [2, query],
  [2, reset],
  [1, describe],
  [1, history],
  [1, changeActivity],
  [1, changeOptions],
  [1, deleteExecution],
];
const DECK = ACTS.flatMap(([weight, act]) => new Array<(load: Load) => Promise<void>>(weight).fill(act));

export async function runClient(load: Load): Promise<void> {
  while (!load.isEnding) {
    await load.random.pick(DECK)(load);
    await load.pause(load.random.below(load.settings.pauseMsMax + 1));
  }
}

/** Sends the request until it is answered for good, sometimes twice at once. */
export async function repeat<Response>(
  load: Load,
  act: Act,
  call: { name: string; request: object; deadlineMs?: number; service?: string; signal?: AbortSignal },
): Promise<Response | undefined> {
  const { journal, caller, random } = load;
  const { name, request, deadlineMs = DEADLINE_MS, ...more } = call;
  const send = () =>
    journal.attempt(act, () => caller.call<Response>(name, request, { deadlineMs, ...more }));
  const twin = random.oneIn(30) ? send() : undefined;
  // Of two that are sent at once either may be the one that was done, and its answer tells what to look for.
  const answerOfTwin = async (): Promise<Response | undefined> => {
    const answer = await twin;
    return answer !== undefined && "response" in answer ? answer.response : undefined;
  };
  for (let count = 1; count <= TRIES_MAX && !load.isOver; count += 1) {
    const answer = await send();
    if ("response" in answer) return answer.response;
    if (act.verdict === "refused") return answerOfTwin();
    const isAgain = ["UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"].includes(answer.error.code);
    if (!isAgain || random.oneIn(4)) return answerOfTwin();
    await load.pause(random.below(RETRY_MS_MAX));
  }
  return answerOfTwin();
}

function startRequest(load: Load, act: Act): StartRequest {
  const { random } = load;
  return {
    namespace: load.namespace,
    workflowId: act.workflowId,
    workflowType: { name: random.pick(["order", "shipment"]) },
    taskQueue: { name: load.taskQueue },
    identity: act.id,
    requestId: act.id,
    input: payloads(act.id),
    ...random.pick<StartRequest>([
      {},
      {},
      {},
      { workflowRunTimeout: duration(random.between(1_000, 60_000)) },
      { workflowExecutionTimeout: duration(random.between(1_000, 120_000)) },
      { workflowTaskTimeout: duration(random.between(1_000, 10_000)) },
      { workflowStartDelay: duration(random.between(100, 20_000)) },
      { retryPolicy: retryPolicy(random) },
      { cronSchedule: "@every 30s", workflowExecutionTimeout: duration(120_000) },
      { requestEagerExecution: true },
      { memo: { fields: { note: payloads(act.id).payloads?.[0] ?? {} } } },
    ]),
  };
}

function retryPolicy(random: Random): temporal.api.common.v1.IRetryPolicy {
  return { initialInterval: duration(random.between(100, 2_000)), maximumAttempts: random.between(1, 4) };
}

async function start(load: Load): Promise<void> {
  const { random } = load;
  const act = load.journal.open("start", { workflowId: load.someWorkflowId() });
  const { WORKFLOW_ID_CONFLICT_POLICY_FAIL: fail } = WorkflowIdConflictPolicy;
  const request: StartRequest = {
    ...startRequest(load, act),
    workflowIdConflictPolicy: random.pick([
      ...[fail, fail, fail, WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING],
      WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING,
    ]),
    workflowIdReusePolicy: random.pick([
      WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
      WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY,
    ]),
    onConflictOptions: random.oneIn(2) ? { attachRequestId: true } : null,
  };
  const response = await repeat<{ runId?: string; started?: boolean }>(load, act, {
    name: "StartWorkflowExecution",
    request,
  });
  act.newRunId = response?.runId ?? "";
  act.isWithoutEvent = response?.started === false;
}

async function signal(load: Load): Promise<void> {
  const act = load.journal.open("signal", { workflowId: load.someWorkflowId() });
  await repeat(load, act, {
    name: "SignalWorkflowExecution",
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      signalName: "news",
      requestId: act.id,
      identity: act.id,
      input: payloads(act.id),
    },
  });
}

async function signalWithStart(load: Load): Promise<void> {
  const act = load.journal.open("signalWithStart", { workflowId: load.someWorkflowId() });
  const response = await repeat<{ runId?: string; started?: boolean }>(load, act, {
    name: "SignalWithStartWorkflowExecution",
    request: {
      ...startRequest(load, act),
      requestEagerExecution: undefined,
      signalName: "news",
      signalInput: payloads(act.id),
    },
  });
  act.newRunId = response?.runId ?? "";
}

async function requestCancel(load: Load): Promise<void> {
  const act = load.journal.open("requestCancel", { workflowId: load.someWorkflowId() });
  await repeat(load, act, {
    name: "RequestCancelWorkflowExecution",
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      requestId: act.id,
      identity: act.id,
    },
  });
}

async function terminate(load: Load): Promise<void> {
  const act = load.journal.open("terminate", { workflowId: load.someWorkflowId() });
  await repeat(load, act, {
    name: "TerminateWorkflowExecution",
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      identity: act.id,
      reason: "chance",
    },
  });
}

async function update(load: Load): Promise<void> {
  const { random } = load;
  const act = load.journal.open("update", { workflowId: load.someWorkflowId() });
  const isCompletedWanted = random.oneIn(2);
  const response = await repeat<temporal.api.workflowservice.v1.IUpdateWorkflowExecutionResponse>(load, act, {
    name: "UpdateWorkflowExecution",
    deadlineMs: random.between(1_000, load.settings.updateMsMax),
    signal: load.ending,
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      waitPolicy: {
        lifecycleStage: isCompletedWanted
          ? UpdateWorkflowExecutionLifecycleStage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED
          : UpdateWorkflowExecutionLifecycleStage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED,
      },
      request: { meta: { updateId: act.id, identity: act.id }, input: { name: "add", args: payloads(1) } },
    },
  });
  const { UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED: admitted } =
    UpdateWorkflowExecutionLifecycleStage;
  // Admitted only, or rejected: nothing is written.
  act.isWithoutEvent = (response?.stage ?? 0) <= admitted || response?.outcome?.failure != null;
  act.newRunId = response?.updateRef?.workflowExecution?.runId ?? "";
}

async function query(load: Load): Promise<void> {
  const act = load.journal.open("query", { workflowId: load.someWorkflowId() });
  await repeat(load, act, {
    name: "QueryWorkflow",
    signal: load.ending,
    request: {
      namespace: load.namespace,
      execution: { workflowId: act.workflowId },
      query: { queryType: "state" },
    },
  });
}

async function reset(load: Load): Promise<void> {
  const act = load.journal.open("reset", { workflowId: load.someWorkflowId() });
  const response = await repeat<{ runId?: string }>(load, act, {
    name: "ResetWorkflowExecution",
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      requestId: act.id,
      reason: "chance",
      // The type wants a Long, the codec takes numbers.
      workflowTaskFinishEventId: load.random.pick([3, 4, 4, 4, 8, 10]),
      identity: act.id,
    },
  });
  act.newRunId = response?.runId ?? "";
}

async function describe(load: Load): Promise<void> {
  await read(load, "DescribeWorkflowExecution");
}

async function history(load: Load): Promise<void> {
  await read(load, "GetWorkflowExecutionHistory");
}

async function read(load: Load, name: string): Promise<void> {
  const act = load.journal.open("other", { workflowId: load.someWorkflowId() });
  const request = { namespace: load.namespace, execution: { workflowId: act.workflowId } };
  await repeat(load, act, { name, request });
}

async function changeActivity(load: Load): Promise<void> {
  const act = load.journal.open("other", { workflowId: load.someWorkflowId() });
  const name = load.random.pick(["PauseActivity", "UnpauseActivity", "UnpauseActivity", "ResetActivity"]);
  await repeat(load, act, {
    name,
    request: {
      namespace: load.namespace,
      execution: { workflowId: act.workflowId },
      id: `a${String(load.random.below(4))}`,
      identity: act.id,
    },
  });
}

async function changeOptions(load: Load): Promise<void> {
  const act = load.journal.open("other", { workflowId: load.someWorkflowId() });
  await repeat(load, act, {
    name: "UpdateWorkflowExecutionOptions",
    request: {
      namespace: load.namespace,
      workflowExecution: { workflowId: act.workflowId },
      workflowExecutionOptions: { versioningOverride: { autoUpgrade: load.random.oneIn(2) } },
      updateMask: { paths: ["versioning_override"] },
      identity: act.id,
    },
  });
}

async function deleteExecution(load: Load): Promise<void> {
  if (!load.settings.mayDelete || !load.random.oneIn(3)) return;
  const workflowId = load.someWorkflowId();
  const act = load.journal.open("delete", { workflowId });
  await repeat(load, act, {
    name: "DeleteWorkflowExecution",
    request: { namespace: load.namespace, workflowExecution: { workflowId } },
  });
}

export type { ActKind };
