// Resets: what the new run has of the old one, what is told to it again, and what becomes of the runs.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { eventTypes, expectGrpc, GRPC, msOf, start, statusOf, type Program } from "./program.ts";
import { command, rawWorker, type RawWorker } from "./raw-worker.ts";

type ResetRequest = temporal.api.workflowservice.v1.IResetWorkflowExecutionRequest;

const { ResetReapplyExcludeType, ResetReapplyType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BEGIN = ["STARTED", "WFT_SCHEDULED", "WFT_STARTED"];
const TASK_TIMEOUT_MS = 30_000;

async function reset(
  fixture: Fixture,
  workflowId: string,
  finishEventId: number,
  more: ResetRequest = {},
): Promise<string> {
  const { runId } = await fixture.raw.resetWorkflowExecution({
    namespace: fixture.namespace,
    workflowExecution: { workflowId },
    reason: "by test",
    requestId: randomUUID(),
    // The type wants a Long, the wire does not care.
    workflowTaskFinishEventId: finishEventId as never,
    ...more,
  });
  return runId;
}

function byHand(fixture: Fixture): Promise<RawWorker> {
  return rawWorker(fixture, { workflowTaskTimeout: TASK_TIMEOUT_MS });
}

async function resetOf(worker: RawWorker, fixture: Fixture, more: ResetRequest = {}): Promise<string[]> {
  await reset(fixture, worker.handle.workflowId, 4, more);
  return worker.events();
}

export const resetPrograms: Program[] = [
  {
    title: "reset: a workflow that goes on from its first task comes to the same end",
    run: async (fixture) => {
      const handle = await start(fixture, "steps", [2, 10]);
      const first = await handle.result();
      const runId = await reset(fixture, handle.workflowId, 4);
      const again = fixture.client.workflow.getHandle(handle.workflowId, runId);
      expect(await again.result()).toEqual(first);
      const types = await eventTypes(again);
      expect(types.slice(0, 5)).toEqual([
        "WORKFLOW_EXECUTION_STARTED",
        "WORKFLOW_TASK_SCHEDULED",
        "WORKFLOW_TASK_STARTED",
        "WORKFLOW_TASK_FAILED",
        "WORKFLOW_TASK_SCHEDULED",
      ]);
      const old = fixture.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
      expect(await statusOf(old)).toBe("COMPLETED");
    },
  },
  {
    title: "reset: the open run is terminated and signals are told again",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      await handle.signal("add", "before");
      expect(await handle.query("items")).toEqual(["before"]);
      const runId = await reset(fixture, handle.workflowId, 4);
      const current = fixture.client.workflow.getHandle(handle.workflowId);
      expect(await eventually(() => current.query("items"))).toEqual(["before"]);
      await current.signal("finish");
      expect(await current.result()).toEqual(["before"]);
      const description = await current.describe();
      expect(description.runId).toBe(runId);
      const old = fixture.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
      const { events } = await old.fetchHistory();
      const terminated = events?.at(-1)?.workflowExecutionTerminatedEventAttributes;
      expect(terminated).toMatchObject({ reason: "by test", identity: "history-resetter" });
    },
  },
  {
    title: "reset: the failed task tells of both runs and the run's time begins anew",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      const { handle } = worker;
      await worker.step([]);
      const before = await handle.describe();
      const runId = await reset(fixture, handle.workflowId, 4);
      const run = fixture.client.workflow.getHandle(handle.workflowId, runId);
      const { events } = await run.fetchHistory();
      expect(events?.[3]?.workflowTaskFailedEventAttributes).toMatchObject({
        cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW,
        identity: "history-service",
        baseRunId: before.runId,
        newRunId: runId,
        failure: { message: "by test", resetWorkflowFailureInfo: {} },
      });
      const { raw } = await run.describe();
      const startedAt = msOf(raw.workflowExecutionInfo?.startTime);
      expect(startedAt).toBeGreaterThan(msOf(before.raw.workflowExecutionInfo?.startTime));
      expect(raw.workflowExecutionInfo?.firstRunId).toBe(before.runId);
      await handle.terminate();
    },
  },
  {
    title: "reset: signals of the run that was reset follow the failed task",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      await worker.step([]);
      await worker.handle.signal("one");
      await worker.handle.signal("two");
      expect(await resetOf(worker, fixture)).toEqual([
        ...BEGIN,
        "WFT_FAILED",
        "SIGNALED",
        "SIGNALED",
        "WFT_SCHEDULED",
      ]);
      await worker.step([command.complete()]);
    },
  },
  {
    title: "reset: signals that wait for a workflow task are told again",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      await worker.step([command.timer("t", 0.01)]);
      await worker.task();
      await worker.handle.signal("waiting");
      expect(await resetOf(worker, fixture)).toEqual([...BEGIN, "WFT_FAILED", "SIGNALED", "WFT_SCHEDULED"]);
      await worker.handle.terminate();
    },
  },
  {
    title: "reset: signals that the caller excludes are left out",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      await worker.step([]);
      await worker.handle.signal("one");
      const exclude = ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL;
      const bare = [...BEGIN, "WFT_FAILED", "WFT_SCHEDULED"];
      expect(await resetOf(worker, fixture, { resetReapplyExcludeTypes: [exclude] })).toEqual(bare);
      await worker.handle.signal("two");
      const none = ResetReapplyType.RESET_REAPPLY_TYPE_NONE;
      expect(await resetOf(worker, fixture, { resetReapplyType: none })).toEqual(bare);
      await worker.handle.terminate();
    },
  },
  {
    title: "reset: signals along a chain of runs are told again",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      const { workflowId } = worker.handle;
      const current = fixture.client.workflow.getHandle(workflowId);
      const { runId } = await current.describe();
      await worker.step([]);
      await current.signal("one");
      await worker.step([command.continueAsNew(worker.taskQueue)]);
      await worker.step([]);
      await current.signal("two");
      await reset(fixture, workflowId, 4, { workflowExecution: { workflowId, runId } });
      const { events } = await current.fetchHistory();
      const names = (events ?? []).flatMap(
        (event) => event.workflowExecutionSignaledEventAttributes?.signalName ?? [],
      );
      expect(names).toEqual(["one", "two"]);
      await current.terminate();
    },
  },
  {
    title: "reset: an accepted update is admitted again and answered by the new run",
    run: async (fixture) => {
      const handle = await start(fixture, "gather");
      const updates = fixture.client.workflow.getHandle(handle.workflowId);
      expect(await updates.executeUpdate("addUpdate", { args: ["x"], updateId: "u" })).toBeDefined();
      const runId = await reset(fixture, handle.workflowId, 4);
      const run = fixture.client.workflow.getHandle(handle.workflowId, runId);
      await eventually(async () => (await eventTypes(run)).includes("WORKFLOW_EXECUTION_UPDATE_COMPLETED"));
      const { events } = await run.fetchHistory();
      const admitted = events?.find((event) => event.workflowExecutionUpdateAdmittedEventAttributes != null);
      expect(admitted?.workflowExecutionUpdateAdmittedEventAttributes?.request?.meta?.updateId).toBe("u");
      const accepted = events?.find((event) => event.workflowExecutionUpdateAcceptedEventAttributes != null);
      expect(accepted?.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest ?? null).toBeNull();
      await updates.terminate();
    },
  },
  {
    title: "reset: a timer of the past fires in the new run and an activity is offered again",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      await worker.step([command.timer("t", 0.3), command.activity("a", worker.taskQueue)]);
      await worker.step([]);
      // Events: 5 timer started, 6 activity scheduled, 7 timer fired, 8 to 10 the second task.
      await reset(fixture, worker.handle.workflowId, 10);
      await worker.completeActivity(await worker.activity());
      expect(await worker.events()).toEqual([
        ...BEGIN,
        "WFT_COMPLETED",
        "TIMER_STARTED",
        "ACT_SCHEDULED",
        "TIMER_FIRED",
        "WFT_SCHEDULED",
        "WFT_STARTED",
        "WFT_FAILED",
        "WFT_SCHEDULED",
        "ACT_STARTED",
        "ACT_COMPLETED",
      ]);
      await worker.handle.terminate();
    },
  },
  {
    title: "reset: a child that runs tells the new run of its end",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      const childId = fixture.id("child");
      await worker.step([command.child(childId, worker.taskQueue)]);
      const tasks = [await worker.task(), await worker.task()];
      const isChild = (task: (typeof tasks)[number]) => task.workflowExecution?.workflowId === childId;
      for (const task of tasks.filter((taken) => !isChild(taken))) await worker.complete(task, []);
      // Events: 5 initiated, 6 started, 7 to 9 the second task.
      await reset(fixture, worker.handle.workflowId, 9);
      for (const task of tasks.filter(isChild)) await worker.complete(task, [command.complete()]);
      await eventually(async () => (await worker.events()).includes("CHILD_COMPLETED"));
      await worker.step([command.complete()]);
      expect(await statusOf(worker.handle)).toBe("COMPLETED");
    },
  },
  {
    title: "reset: only the end of a workflow task can be reset to",
    run: async (fixture) => {
      const worker = await byHand(fixture);
      const { workflowId } = worker.handle;
      await worker.step([command.timer("t", 60)]);
      for (const eventId of [0, 1, 6]) {
        await expectGrpc(
          reset(fixture, workflowId, eventId),
          GRPC.INVALID_ARGUMENT,
          /Workflow task finish ID must be > 1 && <= workflow last event ID/,
        );
      }
      for (const eventId of [2, 5]) {
        await expectGrpc(
          reset(fixture, workflowId, eventId),
          GRPC.INVALID_ARGUMENT,
          /Can only reset workflow to event ID in range|must be at the boundary/,
        );
      }
      await expectGrpc(
        reset(fixture, workflowId, 4, { requestId: "" }),
        GRPC.INVALID_ARGUMENT,
        /RequestId is not set/,
      );
      await expectGrpc(reset(fixture, fixture.id("nobody"), 4), GRPC.NOT_FOUND);
      await worker.handle.terminate();
    },
  },
];
