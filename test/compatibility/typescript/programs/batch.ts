// Batch operations. A namespace runs one at a time, so the programs wait for each other.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import {
  eventTypes,
  expectGrpc,
  freshQueue,
  GRPC,
  grpcError,
  start,
  statusOf,
  type Program,
} from "./program.ts";
import { bytes, command, rawWorker } from "./raw-worker.ts";

type BatchRequest = temporal.api.workflowservice.v1.IStartBatchOperationRequest;
type Described = temporal.api.workflowservice.v1.IDescribeBatchOperationResponse;

const { BatchOperationState } = temporal.api.enums.v1;
const TURN_LIMIT_MS = 120_000;
const BATCH_LIMIT_MS = 60_000;
const PROGRAM_LIMIT_MS = 200_000;
/** Workers of batches may need a moment to be there for a namespace's first. */
const LISTED_LIMIT_MS = 30_000;

function batchOf(fixture: Fixture, request: BatchRequest): BatchRequest {
  return { namespace: fixture.namespace, jobId: fixture.id("batch"), reason: "by test", ...request };
}

/** Starts it when its turn has come. */
async function startBatch(fixture: Fixture, request: BatchRequest): Promise<string> {
  const batch = batchOf(fixture, request);
  await eventually(
    async () => {
      const started = fixture.raw.startBatchOperation(batch);
      if (
        await started.then(
          () => true,
          () => false,
        )
      )
        return true;
      const { code, details } = await grpcError(started);
      if (code === GRPC.ALREADY_EXISTS) return true;
      expect(details).toMatch(/Max concurrent batch operations is reached/);
      return false;
    },
    { limitMs: TURN_LIMIT_MS, what: "the turn of a batch" },
  );
  return batch.jobId ?? "";
}

async function ended(fixture: Fixture, jobId: string): Promise<Described> {
  return eventually(
    async () => {
      const described = await fixture.raw.describeBatchOperation({ namespace: fixture.namespace, jobId });
      return described.state === BatchOperationState.BATCH_OPERATION_STATE_RUNNING ? undefined : described;
    },
    { limitMs: BATCH_LIMIT_MS, what: "the end of a batch" },
  );
}

async function run(fixture: Fixture, request: BatchRequest): Promise<Described> {
  return ended(fixture, await startBatch(fixture, request));
}

/** Open workflows on a queue of their own, seen by lists. */
async function openWorkflows(fixture: Fixture, count: number): Promise<{ query: string; ids: string[] }> {
  const taskQueue = freshQueue(fixture, "batch");
  const handles = await Promise.all(
    Array.from({ length: count }, () => start(fixture, "gather", [], { taskQueue })),
  );
  const query = `TaskQueue = "${taskQueue}"`;
  await eventually(
    async () => {
      const listed = await fixture.raw.countWorkflowExecutions({ namespace: fixture.namespace, query });
      return Number(listed.count) === count;
    },
    { limitMs: LISTED_LIMIT_MS, what: "listed" },
  );
  return { query, ids: handles.map((handle) => handle.workflowId) };
}

async function resetPointsOf(
  { raw, namespace }: Fixture,
  workflowId: string,
): Promise<{ runId: string; points: temporal.api.workflow.v1.IResetPointInfo[] }> {
  const described = await raw.describeWorkflowExecution({ namespace, execution: { workflowId } });
  const { execution, autoResetPoints } = described.workflowExecutionInfo ?? {};
  return { runId: execution?.runId ?? "", points: autoResetPoints?.points ?? [] };
}

export const batchPrograms: Program[] = [
  {
    title: "batch: what a query finds is terminated, counted and listed",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const { query, ids } = await openWorkflows(fixture, 3);
      const described = await run(fixture, {
        visibilityQuery: query,
        terminationOperation: { identity: "me" },
      });
      expect(described.state).toBe(BatchOperationState.BATCH_OPERATION_STATE_COMPLETED);
      expect(Number(described.totalOperationCount)).toBe(3);
      expect(Number(described.completeOperationCount)).toBe(3);
      expect(Number(described.failureOperationCount ?? 0)).toBe(0);
      expect(described).toMatchObject({ reason: "by test", identity: "me" });
      for (const id of ids) {
        expect(await statusOf(fixture.client.workflow.getHandle(id))).toBe("TERMINATED");
      }
      await eventually(async () => {
        const { operationInfo } = await fixture.raw.listBatchOperations({ namespace: fixture.namespace });
        return (operationInfo ?? []).some(
          ({ jobId, state }) => jobId === described.jobId && state === described.state,
        );
      });
    },
  },
  {
    title: "batch: named executions are signalled once and cancelled",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const { ids } = await openWorkflows(fixture, 2);
      const executions = ids.map((workflowId) => ({ workflowId }));
      await run(fixture, { executions, signalOperation: { signal: "add", identity: "me" } });
      await run(fixture, { executions, cancellationOperation: {} });
      for (const id of ids) {
        const handle = fixture.client.workflow.getHandle(id);
        expect((await eventTypes(handle)).filter((type) => /SIGNALED|CANCEL/.test(type))).toEqual([
          "WORKFLOW_EXECUTION_SIGNALED",
          "WORKFLOW_EXECUTION_CANCEL_REQUESTED",
        ]);
        await handle.terminate();
      }
    },
  },
  {
    title: "batch: workflows are reset to their first task",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const worker = await rawWorker(fixture, { workflowTaskTimeout: 30_000 });
      const { workflowId } = worker.handle;
      await worker.step([]);
      await run(fixture, {
        executions: [{ workflowId }],
        resetOperation: { options: { firstWorkflowTask: {} } },
      });
      expect(await worker.events()).toEqual([
        "STARTED",
        "WFT_SCHEDULED",
        "WFT_STARTED",
        "WFT_FAILED",
        "WFT_SCHEDULED",
      ]);
      await fixture.client.workflow.getHandle(workflowId).terminate();
    },
  },
  {
    title: "batch: workflows are reset to the first task of a build, and know their builds",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const worker = await rawWorker(fixture, { workflowTaskTimeout: 30_000 });
      const { workflowId } = worker.handle;
      await worker.step([], { workerVersionStamp: { buildId: "one" }, forceCreateNewWorkflowTask: true });
      await worker.step([command.child(fixture.id("child"), freshQueue(fixture, "child"))], {
        workerVersionStamp: { buildId: "two" },
        binaryChecksum: "sum",
      });
      await worker.handle.signal("again");
      await worker.step([], { workerVersionStamp: { buildId: "two" }, binaryChecksum: "other" });
      const { runId, points } = await resetPointsOf(fixture, workflowId);
      expect(points).toMatchObject([
        { buildId: "one", runId, resettable: true },
        { buildId: "two", binaryChecksum: "sum", runId, resettable: true },
        { buildId: "two", binaryChecksum: "other", runId, resettable: false },
      ]);
      expect(points.slice(0, 2).map((point) => Number(point.firstWorkflowTaskCompletedId))).toEqual([4, 7]);
      expect(points.every((point) => point.createTime != null && point.expireTime == null)).toBe(true);
      await run(fixture, {
        executions: [{ workflowId }],
        resetOperation: { options: { buildId: "two" } },
      });
      const events = await eventTypes(fixture.client.workflow.getHandle(workflowId));
      expect(events.slice(3, 7)).toEqual([
        "WORKFLOW_TASK_COMPLETED",
        "WORKFLOW_TASK_SCHEDULED",
        "WORKFLOW_TASK_STARTED",
        "WORKFLOW_TASK_FAILED",
      ]);
      await fixture.client.workflow.getHandle(workflowId).terminate();
    },
  },
  {
    title: "a run that goes on knows the builds of the run before, until that is no longer kept",
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const { workflowId } = worker.handle;
      const first = await worker.step([command.continueAsNew(worker.taskQueue)], {
        workerVersionStamp: { buildId: "one" },
      });
      const { runId, points } = await resetPointsOf(fixture, workflowId);
      expect(points).toMatchObject([
        { buildId: "one", runId: first.workflowExecution?.runId, resettable: true },
      ]);
      expect(Number(points[0]?.expireTime?.seconds)).toBeGreaterThan(Date.now() / 1_000);
      expect(runId).not.toBe(first.workflowExecution?.runId);
      const next = fixture.client.workflow.getHandle(workflowId);
      const { events } = await next.fetchHistory();
      const started = events?.[0]?.workflowExecutionStartedEventAttributes;
      expect(started?.prevAutoResetPoints?.points).toMatchObject([{ buildId: "one" }]);
      await next.terminate();
    },
  },
  {
    title: "batch: paused activities go on",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const { workflowId } = worker.handle;
      const { namespace, raw } = fixture;
      await worker.step([
        command.activity("one", worker.taskQueue),
        command.activity("two", worker.taskQueue),
      ]);
      const execution = { workflowId };
      for (const id of ["one", "two"]) await raw.pauseActivity({ namespace, execution, id });
      const paused = async (): Promise<number> => {
        const { pendingActivities } = await raw.describeWorkflowExecution({ namespace, execution });
        return (pendingActivities ?? []).filter((activity) => activity.paused === true).length;
      };
      expect(await paused()).toBe(2);
      await run(fixture, {
        executions: [{ workflowId }],
        unpauseActivitiesOperation: { identity: "me", type: "raw" },
      });
      expect(await paused()).toBe(0);
      const done = [await worker.activity(), await worker.activity()];
      expect(done.map(({ activityId }) => activityId).sort()).toEqual(["one", "two"]);
      await worker.handle.terminate();
    },
  },
  {
    title: "batch: activities are reset and get other options",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const worker = await rawWorker(fixture);
      const { workflowId } = worker.handle;
      const { namespace, raw } = fixture;
      await worker.step([command.activity("one", worker.taskQueue)]);
      const failing = await worker.activity();
      await raw.respondActivityTaskFailed({
        namespace,
        taskToken: bytes(failing.taskToken),
        failure: { message: "once", applicationFailureInfo: {} },
      });
      const executions = [{ workflowId }];
      const pending = async () => {
        const described = await raw.describeWorkflowExecution({ namespace, execution: { workflowId } });
        return described.pendingActivities?.[0];
      };
      expect(await pending()).toMatchObject({ attempt: 2 });
      await run(fixture, { executions, resetActivitiesOperation: { matchAll: true, identity: "me" } });
      expect(await pending()).toMatchObject({ attempt: 1 });
      await run(fixture, {
        executions,
        updateActivityOptionsOperation: {
          matchAll: true,
          identity: "me",
          activityOptions: { heartbeatTimeout: { seconds: 7 as never } },
          updateMask: { paths: ["heartbeat_timeout"] },
        },
      });
      expect(Number((await pending())?.activityOptions?.heartbeatTimeout?.seconds)).toBe(7);
      await worker.handle.terminate();
    },
  },
  {
    title: "batch: workflows are deleted",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const { query, ids } = await openWorkflows(fixture, 2);
      await run(fixture, { visibilityQuery: query, deletionOperation: {} });
      for (const workflowId of ids) {
        await eventually(async () => {
          const described = fixture.raw.describeWorkflowExecution({
            namespace: fixture.namespace,
            execution: { workflowId },
          });
          return described.then(
            () => false,
            (error: { code?: number }) => error.code === GRPC.NOT_FOUND,
          );
        });
      }
    },
  },
  {
    title: "batch: a job that is stopped has failed",
    limitMs: PROGRAM_LIMIT_MS,
    run: async (fixture) => {
      const { query, ids } = await openWorkflows(fixture, 12);
      const jobId = await startBatch(fixture, {
        visibilityQuery: query,
        maxOperationsPerSecond: 1,
        terminationOperation: {},
      });
      const { namespace } = fixture;
      await expectGrpc(
        fixture.raw.stopBatchOperation({ namespace, jobId }),
        GRPC.INVALID_ARGUMENT,
        /Reason is not set/,
      );
      await fixture.raw.stopBatchOperation({ namespace, jobId, reason: "enough" });
      expect((await ended(fixture, jobId)).state).toBe(BatchOperationState.BATCH_OPERATION_STATE_FAILED);
      const left = ids.map((id) => fixture.client.workflow.getHandle(id));
      await Promise.all(left.map((handle) => handle.terminate().catch(() => undefined)));
    },
  },
  {
    title: "batch: incomplete requests and unknown jobs are refused",
    run: async (fixture) => {
      const { namespace } = fixture;
      const missing = /must provide required parameters/;
      const start = (request: BatchRequest) => fixture.raw.startBatchOperation(batchOf(fixture, request));
      await expectGrpc(start({ terminationOperation: {} }), GRPC.INVALID_ARGUMENT, missing);
      await expectGrpc(start({ visibilityQuery: "WorkflowId = 'a'" }), GRPC.INVALID_ARGUMENT, missing);
      await expectGrpc(
        start({ executions: [{ workflowId: "a" }], signalOperation: {} }),
        GRPC.INVALID_ARGUMENT,
        /must provide signal name/,
      );
      await expectGrpc(
        start({
          executions: [{ workflowId: "a" }],
          visibilityQuery: "WorkflowId = 'a'",
          terminationOperation: {},
        }),
        GRPC.INVALID_ARGUMENT,
        /mutually exclusive/,
      );
      await expectGrpc(
        start({ visibilityQuery: "nonsense (", terminationOperation: {} }),
        GRPC.INVALID_ARGUMENT,
      );
      await expectGrpc(
        fixture.raw.describeBatchOperation({ namespace, jobId: randomUUID() }),
        GRPC.NOT_FOUND,
      );
    },
  },
];
