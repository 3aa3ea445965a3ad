// Workflows paused and unpaused from outside: what still happens meanwhile, and what waits.
import { temporal } from "@temporalio/proto";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { expectGrpc, GRPC, type Program } from "./program.ts";
import { bytes, command, rawWorker } from "./raw-worker.ts";

const { WorkflowExecutionStatus: Status, WorkflowTaskFailedCause } = temporal.api.enums.v1;

const NO_TASK_MS = 2_500;

interface Target {
  namespace: string;
  workflowId: string;
  identity: string;
  reason: string;
  requestId: string;
}

function pauseOf({ namespace }: Fixture, workflowId: string): Target {
  return { namespace, workflowId, identity: "me", reason: "why", requestId: "p" };
}

/** Nothing is at the activity task queue for a while. */
async function noActivity({ raw, namespace, poll }: Fixture, taskQueue: string): Promise<boolean> {
  const task = await poll(
    () => raw.pollActivityTaskQueue({ namespace, taskQueue: { name: taskQueue } }),
    NO_TASK_MS,
  );
  return bytes(task.taskToken).length === 0;
}

export const pausePrograms: Program[] = [
  {
    title: "pause: a waiting workflow task fails, is described and listed, and comes back",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const worker = await rawWorker(fixture);
      const { workflowId } = worker.handle;
      const pause = pauseOf(fixture, workflowId);
      await raw.pauseWorkflowExecution(pause);
      await raw.pauseWorkflowExecution(pause);
      await expectGrpc(
        raw.pauseWorkflowExecution({ ...pause, requestId: "q" }),
        GRPC.FAILED_PRECONDITION,
        /workflow is already paused/,
      );
      const described = (await worker.handle.describe()).raw;
      expect(described.workflowExecutionInfo?.status).toBe(Status.WORKFLOW_EXECUTION_STATUS_PAUSED);
      expect(described.workflowExtendedInfo?.pauseInfo).toMatchObject({ identity: "me", reason: "why" });
      const { events } = await worker.handle.fetchHistory();
      expect(events?.[2]?.workflowTaskFailedEventAttributes?.cause).toBe(
        WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_PAUSE_REQUESTED_BEFORE_TASK_STARTED,
      );
      expect(await worker.events()).toEqual(["STARTED", "WFT_SCHEDULED", "WFT_FAILED", "PAUSED"]);
      const count = async (query: string): Promise<number> =>
        Number((await raw.countWorkflowExecutions({ namespace, query })).count);
      await eventually(async () =>
        (await count(`WorkflowId = '${workflowId}' and ExecutionStatus = 'Paused'`)) === 1 ? true : undefined,
      );
      expect(await count(`TemporalPauseInfo = 'Workflow:${workflowId}'`)).toBe(1);
      expect(await count(`TemporalPauseInfo = 'Reason:why' and WorkflowId = '${workflowId}'`)).toBe(1);
      await raw.unpauseWorkflowExecution(pause);
      await expectGrpc(
        raw.unpauseWorkflowExecution(pause),
        GRPC.FAILED_PRECONDITION,
        /workflow is not paused/,
      );
      const after = (await worker.handle.describe()).raw;
      expect(after.workflowExtendedInfo?.pauseInfo ?? null).toBeNull();
      await worker.step([command.complete()]);
      expect((await worker.events()).slice(4, 6)).toEqual(["UNPAUSED", "WFT_SCHEDULED"]);
    },
  },
  {
    title: "pause: signals and timers are recorded without a task, queries and updates are refused",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const worker = await rawWorker(fixture);
      await worker.step([command.timer("t", 1)]);
      const { workflowId } = worker.handle;
      await raw.pauseWorkflowExecution(pauseOf(fixture, workflowId));
      await worker.handle.signal("s");
      const execution = { workflowId };
      const query = await raw.queryWorkflow({ namespace, execution, query: { queryType: "q" } });
      expect(query.queryRejected?.status).toBe(Status.WORKFLOW_EXECUTION_STATUS_PAUSED);
      await expectGrpc(
        fixture.poll(() =>
          raw.updateWorkflowExecution({
            namespace,
            workflowExecution: execution,
            request: { meta: { updateId: "u" }, input: { name: "n" } },
          }),
        ),
        GRPC.FAILED_PRECONDITION,
        /Workflow is paused. Cannot update the workflow/,
      );
      await eventually(async () => ((await worker.events()).at(-1) === "TIMER_FIRED" ? true : undefined));
      expect((await worker.events()).slice(-3)).toEqual(["PAUSED", "SIGNALED", "TIMER_FIRED"]);
      await raw.unpauseWorkflowExecution(pauseOf(fixture, workflowId));
      await worker.step([command.complete()]);
      expect((await worker.events()).slice(-5)).toEqual([
        "UNPAUSED",
        "WFT_SCHEDULED",
        "WFT_STARTED",
        "WFT_COMPLETED",
        "COMPLETED",
      ]);
    },
  },
  {
    title: "pause: a task that a worker has is completed, and its activity waits",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawWorker(fixture);
      const task = await worker.task();
      const pause = pauseOf(fixture, worker.handle.workflowId);
      await raw.pauseWorkflowExecution(pause);
      await expectGrpc(
        worker.complete(task, [], { forceCreateNewWorkflowTask: true }),
        GRPC.FAILED_PRECONDITION,
        /Workflow is paused/,
      );
      await worker.complete(task, [command.activity("a", worker.taskQueue)]);
      expect((await worker.events()).slice(2)).toEqual([
        "WFT_STARTED",
        "WFT_COMPLETED",
        "ACT_SCHEDULED",
        "PAUSED",
      ]);
      expect(await noActivity(fixture, worker.taskQueue)).toBe(true);
      await raw.unpauseWorkflowExecution(pause);
      await worker.completeActivity(await worker.activity());
      await worker.handle.terminate();
    },
  },
  {
    title: "pause: an activity that waits is given to nobody, one that runs ends",
    run: async (fixture) => {
      const { raw } = fixture;
      const worker = await rawWorker(fixture);
      await worker.step([command.activity("running", worker.taskQueue)]);
      const running = await worker.activity();
      await worker.handle.signal("more");
      await worker.step([command.activity("waiting", worker.taskQueue)]);
      const pause = pauseOf(fixture, worker.handle.workflowId);
      await raw.pauseWorkflowExecution(pause);
      expect(await noActivity(fixture, worker.taskQueue)).toBe(true);
      await worker.completeActivity(running);
      expect((await worker.events()).slice(-3)).toEqual(["PAUSED", "ACT_STARTED", "ACT_COMPLETED"]);
      await raw.unpauseWorkflowExecution(pause);
      expect((await worker.activity()).activityId).toBe("waiting");
      await worker.handle.terminate();
    },
  },
  {
    title:
      "pause: a paused workflow keeps its id, can be canceled and terminated, and is paused no more then",
    run: async (fixture) => {
      const { raw, namespace } = fixture;
      const worker = await rawWorker(fixture);
      const { workflowId } = worker.handle;
      const pause = pauseOf(fixture, workflowId);
      await raw.pauseWorkflowExecution(pause);
      await expectGrpc(
        raw.startWorkflowExecution({
          namespace,
          workflowId,
          workflowType: { name: "raw" },
          taskQueue: { name: worker.taskQueue },
          requestId: "another",
        }),
        GRPC.ALREADY_EXISTS,
      );
      await worker.handle.cancel();
      expect((await worker.events()).at(-1)).toBe("CANCEL_REQUESTED");
      await worker.handle.terminate();
      await expectGrpc(raw.pauseWorkflowExecution(pause), GRPC.NOT_FOUND, /already completed/);
      await expectGrpc(raw.unpauseWorkflowExecution(pause), GRPC.NOT_FOUND, /already completed/);
      await expectGrpc(
        raw.pauseWorkflowExecution({ ...pause, workflowId: `${workflowId}-none` }),
        GRPC.NOT_FOUND,
      );
      await expectGrpc(
        raw.pauseWorkflowExecution({ ...pause, reason: "x".repeat(1001) }),
        GRPC.INVALID_ARGUMENT,
        /reason is too long/,
      );
    },
  },
];
