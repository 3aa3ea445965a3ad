// What lives in a cell beside the workflows of the load: activities and Nexus operations without a workflow, schedules,
// batches, and namespaces that come and go. They leave no events by which an act is found: their checks are
// test/checker/check-neighbours.ts, and they have a journal of their own.
import { durationOfMs, temporal } from "#contracts";
import { payloads } from "#harness/task-commands";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";

export const OPERATOR_SERVICE = "temporal.api.operatorservice.v1.OperatorService";
export const NEXUS_QUEUE = "nexus";
const IDS = 8;
export const SCHEDULE_IDS = ["schedule-0", "schedule-1", "schedule-2"];
const TIMES_MAX_MS = 20_000;
/** Longer than any simulated life: the checks know of no end of it. */
const RETENTION = durationOfMs(30 * 86_400_000);

const { ScheduleOverlapPolicy, ActivityIdReusePolicy, ActivityIdConflictPolicy } = temporal.api.enums.v1;

type StartActivity = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;
type StartOperation = temporal.api.workflowservice.v1.IStartNexusOperationExecutionRequest;
type StartBatch = temporal.api.workflowservice.v1.IStartBatchOperationRequest;
type CreateSchedule = temporal.api.workflowservice.v1.ICreateScheduleRequest;
type StartWorkflow = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

const ACTS: readonly (readonly [weight: number, act: (load: Load) => Promise<void>])[] = [
  [6, startActivity],
  [4, startOperation],
  [2, endStandalone],
  [2, deleteStandalone],
  [2, createSchedule],
  [2, patchSchedule],
  [1, deleteSchedule],
  [3, startBatch],
  [2, comeAndGo],
];
const DECK = ACTS.flatMap(([weight, act]) => new Array<(load: Load) => Promise<void>>(weight).fill(act));

export async function runNeighbour(load: Load): Promise<void> {
  while (!load.isEnding) {
    await load.random.pick(DECK)(load);
    await load.pause(load.random.below(load.settings.pauseMsMax + 1));
  }
}

export async function createEndpoint(load: Load): Promise<void> {
  const target = { worker: { namespace: load.namespace, taskQueue: NEXUS_QUEUE } };
  while (!load.isEnding) {
    const act = load.journal.open("other");
    const request = { spec: { name: load.endpoint, target } };
    await repeat(load, act, { name: "CreateNexusEndpoint", service: OPERATOR_SERVICE, request });
    load.hasEndpoint = act.verdict === "ok" || act.refusedWith === "ALREADY_EXISTS";
    if (load.hasEndpoint) return;
    await load.linger(500);
  }
}

function activityRequest(load: Load, activityId: string, requestId: string): StartActivity {
  const { random } = load;
  return {
    namespace: load.namespace,
    activityId,
    requestId,
    activityType: { name: "t" },
    taskQueue: { name: load.taskQueue },
    input: payloads(requestId),
    startToCloseTimeout: durationOfMs(random.between(500, TIMES_MAX_MS)),
    scheduleToCloseTimeout: durationOfMs(random.between(1_000, 2 * TIMES_MAX_MS)),
    retryPolicy: { initialInterval: durationOfMs(random.between(100, 2_000)) },
    idReusePolicy: random.pick([
      ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE,
      ActivityIdReusePolicy.ACTIVITY_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY,
    ]),
    idConflictPolicy: random.pick([
      ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_FAIL,
      ActivityIdConflictPolicy.ACTIVITY_ID_CONFLICT_POLICY_USE_EXISTING,
    ]),
  };
}

async function startActivity(load: Load): Promise<void> {
  const act = load.journal.open("startStandalone", { workflowId: someId(load) });
  const request = activityRequest(load, act.workflowId, act.id);
  const response = await repeat<{ runId?: string }>(load, act, { name: "StartActivityExecution", request });
  act.newRunId = response?.runId ?? "";
}

async function startOperation(load: Load): Promise<void> {
  const act = load.journal.open("startStandalone", { workflowId: someId(load) });
  const request: StartOperation = {
    namespace: load.namespace,
    operationId: act.workflowId,
    requestId: act.id,
    endpoint: load.endpoint,
    service: "service",
    operation: "operation",
    scheduleToCloseTimeout: durationOfMs(load.random.between(1_000, TIMES_MAX_MS)),
  };
  const call = { name: "StartNexusOperationExecution", request };
  const response = await repeat<{ runId?: string }>(load, act, call);
  act.newRunId = response?.runId ?? "";
}

async function endStandalone(load: Load): Promise<void> {
  const act = load.journal.open("other", { workflowId: someId(load) });
  const { namespace } = load;
  const names = { namespace, activityId: act.workflowId, operationId: act.workflowId };
  const request = { ...names, requestId: act.id, identity: act.id, reason: "chance" };
  const name = load.random.pick([
    "RequestCancelActivityExecution",
    "TerminateActivityExecution",
    "RequestCancelNexusOperationExecution",
    "TerminateNexusOperationExecution",
  ]);
  await repeat(load, act, { name, request });
}

async function deleteStandalone(load: Load): Promise<void> {
  const act = load.journal.open("deleteStandalone", { workflowId: someId(load) });
  const request = { namespace: load.namespace, activityId: act.workflowId, operationId: act.workflowId };
  const name = load.random.pick(["DeleteActivityExecution", "DeleteNexusOperationExecution"]);
  await repeat(load, act, { name, request });
}

async function createSchedule(load: Load): Promise<void> {
  const { random } = load;
  const act = load.journal.open("other", { workflowId: someSchedule(load) });
  const request: CreateSchedule = {
    namespace: load.namespace,
    scheduleId: act.workflowId,
    requestId: act.id,
    schedule: {
      spec: { interval: [{ interval: durationOfMs(random.between(2, 20) * 1_000) }] },
      action: {
        startWorkflow: {
          workflowId: `of-${act.workflowId}`,
          workflowType: { name: "order" },
          taskQueue: { name: load.taskQueue },
        },
      },
      policies: {
        overlapPolicy: random.between(
          ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP,
          ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL,
        ),
      },
    },
  };
  await repeat(load, act, { name: "CreateSchedule", request });
}

async function patchSchedule(load: Load): Promise<void> {
  const act = load.journal.open("other", { workflowId: someSchedule(load) });
  const patch = load.random.pick([
    { triggerImmediately: {} },
    { triggerImmediately: {} },
    { pause: "chance" },
    { unpause: "chance" },
    { unpause: "chance" },
  ]);
  const request = { namespace: load.namespace, scheduleId: act.workflowId, requestId: act.id, patch };
  await repeat(load, act, { name: "PatchSchedule", request });
}

async function deleteSchedule(load: Load): Promise<void> {
  const act = load.journal.open("other", { workflowId: someSchedule(load) });
  await repeat(load, act, {
    name: "DeleteSchedule",
    request: { namespace: load.namespace, scheduleId: act.workflowId },
  });
}

async function startBatch(load: Load): Promise<void> {
  const act = load.journal.open("startBatch");
  const request: StartBatch = {
    namespace: load.namespace,
    jobId: act.id,
    reason: "chance",
    executions: [0, 1, 2].map(() => ({ workflowId: load.someWorkflowId() })),
    signalOperation: { signal: "news", identity: act.id },
  };
  await repeat(load, act, { name: "StartBatchOperation", request });
}

/** A namespace with a workflow and an activity that nobody works on, which may go again at any moment. */
async function comeAndGo(load: Load): Promise<void> {
  const { journal, random } = load;
  load.namespacesMade += 1;
  const namespace = `tenant-${String(load.namespacesMade)}`;
  const made = journal.open("createNamespace", { workflowId: namespace });
  await repeat(load, made, {
    name: "RegisterNamespace",
    request: { namespace, workflowExecutionRetentionPeriod: RETENTION },
  });
  if (made.verdict !== "ok" && made.refusedWith !== "ALREADY_EXISTS") return;
  await Promise.all([
    startTenantWorkflow(load, namespace),
    startTenantActivity(load, namespace),
    createTenantEndpoint(load, namespace),
  ]);
  await load.linger(random.below(5_000));
  if (!random.oneIn(4)) await deleteTenant(load, namespace);
}

/** One of the namespaces that came, if it has not gone again. */
export function deleteSomeTenant(load: Load): Promise<void> {
  return deleteTenant(load, `tenant-${String(load.random.between(1, Math.max(1, load.namespacesMade)))}`);
}

async function deleteTenant(load: Load, namespace: string): Promise<void> {
  const gone = load.journal.open("deleteNamespace", { workflowId: namespace });
  await repeat(load, gone, { name: "DeleteNamespace", service: OPERATOR_SERVICE, request: { namespace } });
}

async function createTenantEndpoint(load: Load, namespace: string): Promise<void> {
  const act = load.journal.open("other", { workflowId: namespace });
  const request = { spec: { name: namespace, target: { worker: { namespace, taskQueue: NEXUS_QUEUE } } } };
  await repeat(load, act, { name: "CreateNexusEndpoint", service: OPERATOR_SERVICE, request });
}

async function startTenantWorkflow(load: Load, namespace: string): Promise<void> {
  const act = load.journal.open("startTenant", { workflowId: namespace });
  const request: StartWorkflow = {
    namespace,
    workflowId: "w",
    requestId: act.id,
    identity: act.id,
    workflowType: { name: "order" },
    taskQueue: { name: load.taskQueue },
    workflowRunTimeout: durationOfMs(load.random.between(1_000, TIMES_MAX_MS)),
  };
  const response = await repeat<{ runId?: string }>(load, act, { name: "StartWorkflowExecution", request });
  act.newRunId = response?.runId ?? "";
}

async function startTenantActivity(load: Load, namespace: string): Promise<void> {
  const act = load.journal.open("startTenant", { workflowId: namespace });
  const request = { ...activityRequest(load, "a", act.id), namespace };
  const response = await repeat<{ runId?: string }>(load, act, { name: "StartActivityExecution", request });
  act.newRunId = response?.runId ?? "";
}

function someId(load: Load): string {
  return `s-${String(load.random.below(IDS))}`;
}

function someSchedule(load: Load): string {
  return load.random.pick(SCHEDULE_IDS);
}
