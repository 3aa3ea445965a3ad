// Rows about schedules, Nexus operations, activities without a workflow, and exports.
import { randomUUID } from "node:crypto";
import type { cellV1 } from "#contracts";
import { eventually } from "#harness/eventually";
import { execute } from "../../compatibility/typescript/programs/program.ts";
import { rawActivity, seconds } from "../../compatibility/typescript/programs/raw-activity.ts";
import { bytes } from "../../compatibility/typescript/programs/raw-worker.ts";
import { taken, withSchedule } from "../../compatibility/typescript/programs/schedule-steps.ts";
import type { ActionRow } from "./row.ts";

export const serviceRows: ActionRow[] = [
  {
    title: "schedule: create, update, pause and delete 1 each; describe and list 0",
    counts: { create_schedule: 1, update_schedule: 1, patch_schedule: 2, delete_schedule: 1 },
    run: (bench) =>
      withSchedule(bench, {}, async (handle) => {
        await handle.update((previous) => ({ ...previous, state: { ...previous.state, note: "changed" } }));
        await handle.pause();
        await handle.unpause();
        await handle.describe();
        await bench.client.schedule.list()[Symbol.asyncIterator]().next();
      }),
  },
  {
    title: "schedule run: 3, two for the schedule and one for the start",
    counts: { create_schedule: 1, patch_schedule: 1, schedule_workflow: 3, delete_schedule: 1 },
    run: (bench) =>
      withSchedule(bench, { type: "echo", args: ["x"] }, async (handle) => {
        await handle.trigger();
        await taken(handle, 1);
        const [action] = (await handle.describe()).info.recentActions;
        await bench.client.workflow.getHandle(action?.action.workflow.workflowId ?? "").result();
      }),
  },
  {
    title: "Nexus operation that answers at once: 1, on the caller; handling it 0",
    counts: { start_workflow: 1, schedule_nexus_operation: 1 },
    run: (bench) => execute(bench, "callOperation", [bench.endpoint, "echo", { value: "x" }]),
  },
  {
    title: "Nexus operation backed by a workflow: 1 on the caller, and the handler's start",
    counts: { start_workflow: 2, schedule_nexus_operation: 1 },
    run: (bench) =>
      execute(bench, "callOperation", [
        bench.endpoint,
        "run",
        { value: "x", workflowId: bench.id("operation") },
      ]),
  },
  {
    title: "Nexus operation tried again: its retries 0",
    counts: { start_workflow: 1, schedule_nexus_operation: 1 },
    run: (bench) =>
      execute(bench, "callOperation", [
        bench.endpoint,
        "echo",
        { value: bench.id("twice"), how: "second try" },
      ]),
  },
  {
    title: "request to cancel a Nexus operation: 1, on the caller",
    counts: {
      start_workflow: 2,
      schedule_nexus_operation: 1,
      request_nexus_operation_cancellation: 1,
      // The caller's pause before it cancels, and what the operation waits for.
      start_timer: 2,
    },
    run: (bench) =>
      execute(bench, "cancelOperation", [
        bench.endpoint,
        { value: "x", how: "wait", workflowId: bench.id("cancelled") },
        "WAIT_CANCELLATION_COMPLETED",
      ]),
  },
  {
    title: "activity without a workflow: start, retry and heartbeat 1 each",
    counts: {
      start_standalone_activity: 1,
      retry_standalone_activity: 1,
      record_standalone_activity_heartbeat: 1,
    },
    run: async (bench) => {
      const retryPolicy = { initialInterval: seconds(0.02) };
      const activity = rawActivity(bench, { retryPolicy });
      const requestId = randomUUID();
      await activity.start({ requestId });
      await activity.start({ requestId });
      await activity.fail(await activity.task());
      const task = await activity.task();
      await bench.raw.recordActivityTaskHeartbeat({
        namespace: bench.namespace,
        taskToken: bytes(task.taskToken),
      });
      await activity.complete(task);
      await activity.outcome();
    },
  },
  {
    title: "activity without a workflow: pause, reset and change of options 1 each; unpause 0",
    counts: {
      start_standalone_activity: 1,
      pause_standalone_activity: 1,
      reset_standalone_activity: 1,
      update_standalone_activity_options: 1,
    },
    run: async (bench) => {
      const activity = rawActivity(bench);
      await activity.start();
      await bench.raw.pauseActivityExecution({ ...activity.target, requestId: randomUUID() });
      await bench.raw.unpauseActivityExecution({ ...activity.target, requestId: randomUUID() });
      await bench.raw.resetActivityExecution({ ...activity.target, requestId: randomUUID() });
      await bench.raw.updateActivityExecutionOptions({
        ...activity.target,
        requestId: randomUUID(),
        activityOptions: { startToCloseTimeout: seconds(50) },
        updateMask: { paths: ["start_to_close_timeout"] },
      });
    },
  },
  {
    title: "export: 1 for each workflow; exported again after a crash 0",
    counts: { start_workflow: 1, export_workflow: 1 },
    run: async (bench) => {
      await execute(bench, "echo", ["x"]);
      const control = { service: "cellplane.cell.v1.CellControlService" };
      const exported: cellV1.IRecordExportRequest = {
        namespace: bench.namespace,
        sinkId: randomUUID(),
        workflows: [
          {
            position: { closeTimeMs: Date.now(), startTimeMs: Date.now(), runId: randomUUID() },
            workflowType: "echo",
            taskQueue: bench.taskQueue,
          },
        ],
      };
      await eventually(() =>
        bench.cell.call("RecordExport", exported, control).then(
          () => true,
          () => undefined,
        ),
      );
      await bench.cell.call("RecordExport", exported, control);
    },
  },
];
