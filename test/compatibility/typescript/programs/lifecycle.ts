// Timers, cancellation, chains of runs, patches, side effects, and workers that lose or share their caches.
import { WorkflowFailedError } from "@temporalio/client";
import { CancelledFailure } from "@temporalio/common";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, eventTypes, execute, freshQueue, start, statusOf, type Program } from "./program.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const lifecyclePrograms: Program[] = [
  {
    title: "a timer fires and leaves two events",
    run: async (fixture) => {
      const handle = await start(fixture, "wait", [30]);
      expect(await handle.result()).toBe("waited");
      expect(await eventTypes(handle)).toEqual([
        "WORKFLOW_EXECUTION_STARTED",
        "WORKFLOW_TASK_SCHEDULED",
        "WORKFLOW_TASK_STARTED",
        "WORKFLOW_TASK_COMPLETED",
        "TIMER_STARTED",
        "TIMER_FIRED",
        "WORKFLOW_TASK_SCHEDULED",
        "WORKFLOW_TASK_STARTED",
        "WORKFLOW_TASK_COMPLETED",
        "WORKFLOW_EXECUTION_COMPLETED",
      ]);
    },
  },
  {
    title: "timers fire in the order of their times",
    run: async (fixture) => {
      expect(await execute(fixture, "timersInOrder")).toEqual([40, 80, 120]);
    },
  },
  {
    title: "a cancelled timer does not fire",
    run: async (fixture) => {
      const handle = await start(fixture, "cancelledTimer");
      expect(await handle.result()).toBe("cancelled");
      expect(await eventTypes(handle)).toContain("TIMER_CANCELED");
    },
  },
  {
    title: "a cancelled workflow may clean up",
    run: async (fixture) => {
      const handle = await start(fixture, "cleanUpOnCancel");
      await eventually(async () => (await eventTypes(handle)).includes("TIMER_STARTED"));
      await handle.cancel();
      const error = await errorOf(handle.result());
      expect(error).toBeInstanceOf(WorkflowFailedError);
      expect(error.cause).toBeInstanceOf(CancelledFailure);
      expect(await statusOf(handle)).toBe("CANCELLED");
      const types = await eventTypes(handle);
      expect(types.filter((type) => /CANCEL/.test(type))).toEqual([
        "WORKFLOW_EXECUTION_CANCEL_REQUESTED",
        "TIMER_CANCELED",
        "WORKFLOW_EXECUTION_CANCELED",
      ]);
    },
  },
  {
    title: "a workflow may ignore a cancellation, also a repeated one",
    run: async (fixture) => {
      const handle = await start(fixture, "ignoreCancel");
      await handle.cancel();
      await handle.cancel();
      expect(await handle.result()).toBe("finished anyway");
    },
  },
  {
    title: "continue-as-new makes a chain of runs",
    run: async (fixture) => {
      const handle = await start(fixture, "countDown", [2, []], { memo: { kept: "yes" } });
      const runs = (await handle.result()) as string[];
      expect(new Set(runs).size).toBe(3);
      expect(runs[0]).toBe(handle.firstExecutionRunId);
      const first = fixture.client.workflow.getHandle(handle.workflowId, runs[0]);
      const last = fixture.client.workflow.getHandle(handle.workflowId, runs[2]);
      expect(await statusOf(first)).toBe("CONTINUED_AS_NEW");
      expect((await eventTypes(first)).at(-1)).toBe("WORKFLOW_EXECUTION_CONTINUED_AS_NEW");
      expect((await last.describe()).memo).toEqual({ kept: "yes" });
    },
  },
  {
    title: "a patch takes the new branch and leaves a marker",
    run: async (fixture) => {
      const handle = await start(fixture, "patchedWorkflow");
      expect(await handle.result()).toBe("new");
      const types = await eventTypes(handle);
      expect(types).toContain("MARKER_RECORDED");
      expect(types).toContain("UPSERT_WORKFLOW_SEARCH_ATTRIBUTES");
    },
  },
  {
    title: "side effects are the same in a replay",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "uncached");
      const worker = await fixture.startWorker({ taskQueue, maxCachedWorkflows: 0 });
      try {
        const result = (await execute(fixture, "sideEffects", [], { taskQueue })) as { id: string };
        expect(result).toMatchObject({ same: true, random: true });
        expect(result.id).toMatch(UUID);
      } finally {
        await worker.stop();
      }
    },
  },
  {
    title: "a worker whose cache is too small replays and goes on",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "evicting");
      const worker = await fixture.startWorker({ taskQueue, maxCachedWorkflows: 2 });
      try {
        const results = await Promise.all(
          Array.from({ length: 8 }, () => execute(fixture, "steps", [3, 30], { taskQueue })),
        );
        expect(results).toEqual(Array.from({ length: 8 }, () => 3));
      } finally {
        await worker.stop();
      }
    },
  },
  {
    title: "a workflow goes on with another worker when its own is gone",
    run: async (fixture) => {
      const taskQueue = freshQueue(fixture, "restarting");
      const first = await fixture.startWorker({ taskQueue, maxCachedWorkflows: 10 });
      const handle = await start(fixture, "gather", [], { taskQueue });
      await handle.signal("add", "before");
      expect(await handle.query("items")).toEqual(["before"]);
      await first.stop();
      await handle.signal("add", "between");
      const second = await fixture.startWorker({ taskQueue, maxCachedWorkflows: 10 });
      try {
        await handle.signal("finish");
        expect(await handle.result()).toEqual(["before", "between"]);
      } finally {
        await second.stop();
      }
    },
  },
  {
    title: "a workflow task that fails is tried again",
    run: async (fixture) => {
      const handle = await start(fixture, "noSuchWorkflow");
      await eventually(async () => (await eventTypes(handle)).includes("WORKFLOW_TASK_FAILED"));
      expect(await statusOf(handle)).toBe("RUNNING");
      await handle.terminate();
    },
  },
];
