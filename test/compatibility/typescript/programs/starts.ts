// Starting: ids, request ids, policies for ids in use and used before, delays, timeouts, retries and cron.
import { randomUUID } from "node:crypto";
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowFailedError,
  type WorkflowHandle,
} from "@temporalio/client";
import { ApplicationFailure, RetryState, TerminatedFailure, TimeoutFailure } from "@temporalio/common";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { errorOf, eventTypes, execute, msOf, start, statusOf, type Program } from "./program.ts";

async function failureOf(handle: WorkflowHandle): Promise<Error> {
  const error = await errorOf(handle.result());
  if (!(error instanceof WorkflowFailedError) || !(error.cause instanceof Error)) throw error;
  return error.cause;
}

async function restart(
  fixture: Fixture,
  first: WorkflowHandle,
  options: Parameters<typeof start>[3],
): Promise<WorkflowHandle> {
  return start(fixture, "forever", [], { workflowId: first.workflowId, ...options });
}

async function rawStart(fixture: Fixture, workflowId: string, requestId: string) {
  return fixture.raw.startWorkflowExecution({
    namespace: fixture.namespace,
    workflowId,
    requestId,
    workflowType: { name: "forever" },
    taskQueue: { name: fixture.taskQueue },
  });
}

export const startPrograms: Program[] = [
  {
    title: "a workflow returns what it was given",
    run: async (fixture) => {
      const value = { text: "hello", list: [1, 2.5, null], nested: { yes: true } };
      expect(await execute(fixture, "echo", [value])).toEqual(value);
    },
  },
  {
    title: "a completed workflow is described with its facts",
    run: async (fixture) => {
      const handle = await start(fixture, "echo", ["x"], { memo: { note: "n" } });
      await handle.result();
      const description = await handle.describe();
      expect(description).toMatchObject({
        workflowId: handle.workflowId,
        type: "echo",
        taskQueue: fixture.taskQueue,
        status: { name: "COMPLETED" },
        historyLength: 5,
        memo: { note: "n" },
      });
      expect(description.closeTime?.getTime()).toBeGreaterThanOrEqual(description.startTime.getTime());
      expect(description.historySize).toBeGreaterThan(100);
    },
  },
  {
    title: "a workflow knows its own facts",
    run: async (fixture) => {
      expect(await execute(fixture, "info")).toEqual({
        workflowType: "info",
        taskQueue: fixture.taskQueue,
        attempt: 1,
        isFirst: true,
        historyLength: 3,
        namespace: fixture.namespace,
      });
    },
  },
  {
    title: "a repeated start request answers the same run",
    run: async (fixture) => {
      const [workflowId, requestId] = [fixture.id("dedupe"), randomUUID()];
      const first = await rawStart(fixture, workflowId, requestId);
      const second = await rawStart(fixture, workflowId, requestId);
      expect(second.runId).toBe(first.runId);
      expect([first.started, second.started]).toEqual([true, true]);
    },
  },
  {
    title: "of many starts of one id at the same time one wins, and many signals with a start make one run",
    run: async (fixture) => {
      const workflowId = fixture.id("race");
      const starts = Array.from({ length: 10 }, () => rawStart(fixture, workflowId, randomUUID()));
      const results = await Promise.allSettled(starts);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const signalled = fixture.id("signalled");
      const signals = Array.from({ length: 10 }, (_none, index) =>
        fixture.client.workflow.signalWithStart("forever", {
          workflowId: signalled,
          taskQueue: fixture.taskQueue,
          signal: "news",
          signalArgs: [index],
        }),
      );
      const runs = (await Promise.all(signals)).map(({ signaledRunId }) => signaledRunId);
      expect(new Set(runs).size).toBe(1);
    },
  },
  {
    title: "a start of a running id is refused by default",
    run: async (fixture) => {
      const first = await start(fixture, "forever");
      const error = await errorOf(restart(fixture, first, {}));
      expect(error).toBeInstanceOf(WorkflowExecutionAlreadyStartedError);
    },
  },
  {
    title: "a start of a running id can use the existing run",
    run: async (fixture) => {
      const first = await start(fixture, "forever");
      const second = await restart(fixture, first, { workflowIdConflictPolicy: "USE_EXISTING" });
      expect((await second.describe()).runId).toBe((await first.describe()).runId);
    },
  },
  {
    title: "a start of a running id can terminate the existing run",
    run: async (fixture) => {
      const first = await start(fixture, "forever");
      const firstRun = fixture.client.workflow.getHandle(first.workflowId, (await first.describe()).runId);
      const second = await restart(fixture, first, { workflowIdConflictPolicy: "TERMINATE_EXISTING" });
      expect((await second.describe()).runId).not.toBe((await firstRun.describe()).runId);
      expect(await statusOf(firstRun)).toBe("TERMINATED");
      expect(await statusOf(second)).toBe("RUNNING");
    },
  },
  {
    title: "a completed id can be used again",
    run: async (fixture) => {
      const first = await start(fixture, "echo", [1]);
      await first.result();
      const second = await restart(fixture, first, { workflowIdReusePolicy: "ALLOW_DUPLICATE" });
      expect(await statusOf(second)).toBe("RUNNING");
    },
  },
  {
    title: "a completed id is refused when duplicates are rejected",
    run: async (fixture) => {
      const first = await start(fixture, "echo", [1]);
      await first.result();
      const error = await errorOf(restart(fixture, first, { workflowIdReusePolicy: "REJECT_DUPLICATE" }));
      expect(error).toBeInstanceOf(WorkflowExecutionAlreadyStartedError);
    },
  },
  {
    title: "only a failed id can be used again when duplicates must have failed",
    run: async (fixture) => {
      const options = { workflowIdReusePolicy: "ALLOW_DUPLICATE_FAILED_ONLY" } as const;
      const completed = await start(fixture, "echo", [1]);
      await completed.result();
      const error = await errorOf(restart(fixture, completed, options));
      expect(error).toBeInstanceOf(WorkflowExecutionAlreadyStartedError);
      const failed = await start(fixture, "fail", ["x"]);
      await errorOf(failed.result());
      expect(await statusOf(await restart(fixture, failed, options))).toBe("RUNNING");
    },
  },
  {
    title: "a delayed start waits before its first task",
    run: async (fixture) => {
      const handle = await start(fixture, "echo", ["late"], { startDelay: 600 });
      expect(await handle.result()).toBe("late");
      const { startTime, executionTime } = await handle.describe();
      expect((executionTime?.getTime() ?? 0) - startTime.getTime()).toBeGreaterThanOrEqual(599);
      const { events } = await handle.fetchHistory();
      const [started, scheduled] = (events ?? []).map((event) => msOf(event.eventTime));
      expect((scheduled ?? 0) - (started ?? 0)).toBeGreaterThanOrEqual(599);
    },
  },
  {
    title: "a signal-with-start cuts the delay of the run that is there",
    run: async (fixture) => {
      const handle = await start(fixture, "echo", ["soon"], { startDelay: "1 hour" });
      const again = await fixture.client.workflow.signalWithStart("echo", {
        workflowId: handle.workflowId,
        taskQueue: fixture.taskQueue,
        args: ["another"],
        signal: "hurry",
        signalArgs: [],
      });
      expect(again.signaledRunId).toBe(handle.firstExecutionRunId);
      expect(await handle.result()).toBe("soon");
    },
  },
  {
    title: "a signal-with-start can terminate the run that is there, for its reuse policy",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      const again = await fixture.client.workflow.signalWithStart("forever", {
        workflowId: handle.workflowId,
        taskQueue: fixture.taskQueue,
        workflowIdReusePolicy: "TERMINATE_IF_RUNNING",
        signal: "news",
        signalArgs: [],
      });
      expect(again.signaledRunId).not.toBe(handle.firstExecutionRunId);
      const first = fixture.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
      expect((await first.describe()).status.name).toBe("TERMINATED");
      expect((await again.describe()).status.name).toBe("RUNNING");
      await again.terminate();
    },
  },
  {
    title: "what a start says of its run is described",
    run: async (fixture) => {
      const said = { staticSummary: "an order", staticDetails: "of **two** lines" };
      const handle = await start(fixture, "echo", ["x"], said);
      await handle.result();
      const description = await handle.describe();
      expect(await description.staticSummary()).toBe(said.staticSummary);
      expect(await description.staticDetails()).toBe(said.staticDetails);
    },
  },
  {
    title: "an execution timeout ends the workflow as timed out",
    run: async (fixture) => {
      const handle = await start(fixture, "forever", [], { workflowExecutionTimeout: 500 });
      expect(await failureOf(handle)).toBeInstanceOf(TimeoutFailure);
      expect(await statusOf(handle)).toBe("TIMED_OUT");
      expect((await eventTypes(handle)).at(-1)).toBe("WORKFLOW_EXECUTION_TIMED_OUT");
    },
  },
  {
    title: "a run timeout ends the run as timed out",
    run: async (fixture) => {
      const handle = await start(fixture, "forever", [], { workflowRunTimeout: 500 });
      expect(await failureOf(handle)).toBeInstanceOf(TimeoutFailure);
    },
  },
  {
    title: "a failed workflow tells why",
    run: async (fixture) => {
      const handle = await start(fixture, "fail", ["broken"]);
      const failure = await failureOf(handle);
      expect(failure).toBeInstanceOf(ApplicationFailure);
      expect(failure).toMatchObject({ message: "broken", type: "AsAsked", details: [{ detail: 1 }] });
      expect(await statusOf(handle)).toBe("FAILED");
    },
  },
  {
    title: "a workflow with a retry policy runs again until it succeeds",
    run: async (fixture) => {
      const handle = await start(fixture, "failUntilAttempt", [3], {
        retry: { initialInterval: 50, backoffCoefficient: 1, maximumAttempts: 5 },
      });
      expect(await handle.result()).toBe(3);
      const firstRun = fixture.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
      expect(await statusOf(firstRun)).toBe("FAILED");
      expect((await eventTypes(firstRun)).at(-1)).toBe("WORKFLOW_EXECUTION_FAILED");
    },
  },
  {
    title: "a workflow with a retry policy fails when its attempts are used up",
    run: async (fixture) => {
      const handle = await start(fixture, "failUntilAttempt", [9], {
        retry: { initialInterval: 20, backoffCoefficient: 1, maximumAttempts: 2 },
      });
      const error = await errorOf(handle.result());
      expect(error).toMatchObject({ retryState: RetryState.MAXIMUM_ATTEMPTS_REACHED });
    },
  },
  {
    title: "a cron workflow runs again with its last result",
    run: async (fixture) => {
      const handle = await start(fixture, "cronRun", [], { cronSchedule: "@every 1s" });
      const first = handle.firstExecutionRunId;
      const second = await eventually(
        async () => {
          const run = fixture.client.workflow.getHandle(handle.workflowId);
          const { events } = await run.fetchHistory();
          const started = events?.[0]?.workflowExecutionStartedEventAttributes;
          return started?.continuedExecutionRunId ? started : undefined;
        },
        { what: "second cron run" },
      );
      expect(second).toMatchObject({
        continuedExecutionRunId: first,
        firstExecutionRunId: first,
        initiator: 3,
      });
      expect(Buffer.from(second.lastCompletionResult?.payloads?.[0]?.data ?? []).toString()).toBe("1");
      await fixture.client.workflow.getHandle(handle.workflowId).terminate("enough");
    },
  },
  {
    title: "a terminated workflow tells the reason",
    run: async (fixture) => {
      const handle = await start(fixture, "forever");
      await handle.terminate("no longer wanted");
      const failure = await failureOf(handle);
      expect(failure).toBeInstanceOf(TerminatedFailure);
      expect(failure.message).toMatch(/terminated|no longer wanted/i);
      expect((await eventTypes(handle)).at(-1)).toBe("WORKFLOW_EXECUTION_TERMINATED");
    },
  },
];
