// Pending activities paused, unpaused, reset and changed from outside; options of running workflows.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, freshQueue, GRPC, msOf, type Program } from "./program.ts";
import { bytes, command, rawWorker, type RawWorker } from "./raw-worker.ts";

type Pending = temporal.api.workflow.v1.IPendingActivityInfo;

const { PendingActivityState, VersioningBehavior } = temporal.api.enums.v1;
const TASK_TIMEOUT_MS = 30_000;

interface Scheduled {
  worker: RawWorker;
  /** Names the workflow in requests. */
  target: { namespace: string; execution: { workflowId: string } };
  pending(): Promise<Pending>;
  fail(taskToken: Uint8Array | null | undefined): Promise<unknown>;
}

/** A workflow with the pending activity `a`; its second attempt comes after `retrySeconds`. */
async function scheduled(fixture: Fixture, retrySeconds = 60): Promise<Scheduled> {
  const worker = await rawWorker(fixture, { workflowTaskTimeout: TASK_TIMEOUT_MS });
  const retryPolicy = { initialInterval: { seconds: retrySeconds as never }, backoffCoefficient: 1 };
  await worker.step([command.activity("a", worker.taskQueue, { retryPolicy })]);
  return {
    worker,
    target: { namespace: fixture.namespace, execution: { workflowId: worker.handle.workflowId } },
    pending: async () => (await worker.handle.describe()).raw.pendingActivities?.[0] ?? {},
    fail: (taskToken) =>
      fixture.raw.respondActivityTaskFailed({
        namespace: fixture.namespace,
        taskToken: bytes(taskToken),
        failure: { message: "no", applicationFailureInfo: {} },
      }),
  };
}

export const activityOptionPrograms: Program[] = [
  {
    title: "activity options: a paused activity is given to nobody until it is unpaused",
    run: async (fixture) => {
      const { worker, target, pending } = await scheduled(fixture);
      await fixture.raw.pauseActivity({ ...target, id: "a", identity: "me", reason: "why", requestId: "r" });
      const paused = await pending();
      expect(paused.state).toBe(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
      expect(paused.paused).toBe(true);
      expect(paused.pauseInfo?.manual).toMatchObject({ identity: "me", reason: "why" });
      await fixture.raw.pauseActivity({ ...target, id: "a", requestId: "r" });
      await expectGrpc(
        fixture.raw.pauseActivity({ ...target, id: "a", requestId: "other" }),
        GRPC.FAILED_PRECONDITION,
        /activity is already paused/,
      );
      await fixture.raw.unpauseActivity({ ...target, id: "a" });
      const task = await worker.activity();
      expect((await pending()).paused).toBe(false);
      await worker.completeActivity(task);
      await worker.handle.terminate();
    },
  },
  {
    title: "activity options: a running activity that is paused may fail, and waits then",
    run: async (fixture) => {
      const { worker, target, pending, fail } = await scheduled(fixture);
      const { taskToken } = await worker.activity();
      await fixture.raw.pauseActivity({ ...target, type: "raw" });
      expect((await pending()).state).toBe(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED);
      const beat = await fixture.raw.recordActivityTaskHeartbeat({
        namespace: fixture.namespace,
        taskToken: bytes(taskToken),
      });
      expect(beat.activityPaused).toBe(true);
      await fail(taskToken);
      const waiting = await pending();
      expect(waiting.state).toBe(PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED);
      expect(waiting.attempt).toBe(2);
      await fixture.raw.unpauseActivity({ ...target, unpauseAll: true, resetAttempts: true });
      expect((await worker.activity()).attempt).toBe(1);
      await worker.handle.terminate();
    },
  },
  {
    title: "activity options: an activity that waits for its retry is reset and runs at once",
    run: async (fixture) => {
      const { worker, target, pending, fail } = await scheduled(fixture);
      await fail((await worker.activity()).taskToken);
      expect((await pending()).attempt).toBe(2);
      await fixture.raw.resetActivity({ ...target, id: "a" });
      const task = await worker.activity();
      expect(task.attempt).toBe(1);
      await fixture.raw.resetActivity({ ...target, matchAll: true, resetHeartbeat: true });
      const beat = await fixture.raw.recordActivityTaskHeartbeat({
        namespace: fixture.namespace,
        taskToken: bytes(task.taskToken),
      });
      expect(beat.activityReset).toBe(true);
      await worker.completeActivity(task);
      await worker.handle.terminate();
    },
  },
  {
    title: "activity options: a changed retry policy and task queue hold for the waiting attempt",
    run: async (fixture) => {
      const { worker, target, pending, fail } = await scheduled(fixture);
      await fail((await worker.activity()).taskToken);
      const queue = freshQueue(fixture, "moved");
      const { activityOptions } = await fixture.raw.updateActivityOptions({
        ...target,
        id: "a",
        activityOptions: {
          taskQueue: { name: queue },
          startToCloseTimeout: { seconds: 7 as never },
          retryPolicy: { initialInterval: { nanos: 50_000_000 } },
        },
        updateMask: {
          paths: ["task_queue.name", "start_to_close_timeout", "retry_policy.initial_interval"],
        },
      });
      expect(activityOptions?.taskQueue?.name).toBe(queue);
      expect(msOf(activityOptions?.startToCloseTimeout)).toBe(7_000);
      expect(msOf(activityOptions?.retryPolicy?.initialInterval)).toBe(50);
      const task = await eventually(async () => {
        const polled = await fixture.poll(
          () =>
            fixture.raw.pollActivityTaskQueue({
              namespace: fixture.namespace,
              taskQueue: { name: queue },
            }),
          10_000,
        );
        return bytes(polled.taskToken).length > 0 ? polled : undefined;
      });
      expect(task.attempt).toBe(2);
      const restored = await fixture.raw.updateActivityOptions({ ...target, id: "a", restoreOriginal: true });
      expect(restored.activityOptions?.taskQueue?.name).toBe(worker.taskQueue);
      expect(msOf((await pending()).activityOptions?.startToCloseTimeout)).toBe(10_000);
      await worker.handle.terminate();
    },
  },
  {
    title: "activity options: what names nothing or too much is refused",
    run: async (fixture) => {
      const { worker, target } = await scheduled(fixture);
      const missing = /Can't find pending activity with such ID/;
      await expectGrpc(fixture.raw.pauseActivity({ ...target, id: "b" }), GRPC.NOT_FOUND);
      await expectGrpc(fixture.raw.resetActivity({ ...target, type: "b" }), GRPC.NOT_FOUND, missing);
      await expectGrpc(fixture.raw.unpauseActivity(target), GRPC.INVALID_ARGUMENT);
      await expectGrpc(
        fixture.raw.updateActivityOptions({ ...target, id: "a" }),
        GRPC.INVALID_ARGUMENT,
        /ActivityOptions are not provided/,
      );
      await expectGrpc(
        fixture.raw.updateActivityOptions({ ...target, id: "a", activityOptions: {} }),
        GRPC.INVALID_ARGUMENT,
        /UpdateMask is not provided/,
      );
      await worker.handle.terminate();
    },
  },
  {
    title: "workflow options: an override is set, told by an event and taken away",
    run: async (fixture) => {
      const { worker, target } = await scheduled(fixture);
      const workflow = { namespace: target.namespace, workflowExecution: target.execution };
      const versioningOverride = { autoUpgrade: true };
      const updateMask = { paths: ["versioning_override"] };
      const set = await fixture.raw.updateWorkflowExecutionOptions({
        ...workflow,
        workflowExecutionOptions: { versioningOverride },
        updateMask,
      });
      expect(set.workflowExecutionOptions?.versioningOverride?.autoUpgrade).toBe(true);
      await fixture.raw.updateWorkflowExecutionOptions({
        ...workflow,
        workflowExecutionOptions: { versioningOverride },
        updateMask,
      });
      const { raw } = await worker.handle.describe();
      const info = raw.workflowExecutionInfo?.versioningInfo;
      expect(info?.versioningOverride?.autoUpgrade).toBe(true);
      expect(info?.behavior ?? 0).toBe(VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED);
      await fixture.raw.updateWorkflowExecutionOptions({
        ...workflow,
        workflowExecutionOptions: {},
        updateMask,
      });
      const { events } = await worker.handle.fetchHistory();
      const updates = (events ?? []).flatMap(
        (event) => event.workflowExecutionOptionsUpdatedEventAttributes ?? [],
      );
      expect(updates.map((one) => one.unsetVersioningOverride === true)).toEqual([false, true]);
      await expectGrpc(
        fixture.raw.updateWorkflowExecutionOptions({ ...workflow, workflowExecutionOptions: {} }),
        GRPC.INVALID_ARGUMENT,
        /UpdateMask is required/,
      );
      await expectGrpc(
        fixture.raw.updateWorkflowExecutionOptions({
          ...workflow,
          workflowExecutionOptions: {},
          updateMask: { paths: ["nonsense"] },
        }),
        GRPC.INVALID_ARGUMENT,
      );
      await worker.handle.terminate();
    },
  },
];
