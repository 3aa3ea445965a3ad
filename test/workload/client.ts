// A client of the load: starts workflows and does to them what clients do.
import { temporal } from "#contracts";
import type { Random } from "#harness/random";
import { duration, payloads } from "#harness/task-commands";
import type { Act, ActKind } from "../checker/client-journal.ts";
import type { Load } from "./load.ts";
import { changeQueue, somePriority } from "./queue-acts.ts";
import { repeat } from "./repeat.ts";
import { changeVersion, pinnedTo } from "./versions.ts";

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
  [1, changeVersion],
  [1, changeQueue],
];
const DECK = ACTS.flatMap(([weight, act]) => new Array<(load: Load) => Promise<void>>(weight).fill(act));

export async function runClient(load: Load): Promise<void> {
  while (!load.isEnding) {
    await load.random.pick(DECK)(load);
    await load.pause(load.random.below(load.settings.pauseMsMax + 1));
  }
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
      { priority: somePriority(random) },
      { priority: somePriority(random) },
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
      workflowExecutionOptions: { versioningOverride: overrideOf(load) },
      updateMask: { paths: ["versioning_override"] },
      identity: act.id,
    },
  });
}

function overrideOf({ random, settings: { versions } }: Load): temporal.api.workflow.v1.IVersioningOverride {
  if (versions === 0 || random.oneIn(2)) return { autoUpgrade: random.oneIn(2) };
  return pinnedTo(random.between(1, versions));
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
