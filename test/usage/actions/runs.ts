// Rows about how runs begin and end: starts, chains, children, resets.
import { randomUUID } from "node:crypto";
import { temporal } from "@temporalio/proto";
import { WithStartWorkflowOperation } from "@temporalio/client";
import { errorOf, execute, start } from "../../compatibility/typescript/programs/program.ts";
import type { ActionRow, Bench } from "./row.ts";

const { WorkflowIdConflictPolicy } = temporal.api.enums.v1;
const FIRST_TASK_COMPLETED = 4;

function rawStart(bench: Bench, workflowId: string, more: object = {}): Promise<unknown> {
  return bench.raw.startWorkflowExecution({
    namespace: bench.namespace,
    workflowId,
    workflowType: { name: "forever" },
    taskQueue: { name: bench.taskQueue },
    requestId: randomUUID(),
    ...more,
  });
}

export const runRows: ActionRow[] = [
  {
    title: "start workflow: 1",
    counts: { start_workflow: 1 },
    run: (bench) => execute(bench, "echo", ["x"]),
  },
  {
    title: "start with a request id that is known: 0",
    counts: { start_workflow: 1 },
    run: async (bench) => {
      const [workflowId, requestId] = [bench.id("known"), randomUUID()];
      await rawStart(bench, workflowId, { requestId });
      await rawStart(bench, workflowId, { requestId });
    },
  },
  {
    title: "start that fails because the id is in use, or that uses the running one: 0",
    counts: { start_workflow: 1 },
    run: async (bench) => {
      const workflowId = bench.id("in-use");
      await start(bench, "forever", [], { workflowId });
      await errorOf(start(bench, "forever", [], { workflowId }));
      await start(bench, "forever", [], { workflowId, workflowIdConflictPolicy: "USE_EXISTING" });
    },
  },
  {
    title: "start that attaches to the running one: 1 as a change of its options",
    counts: { start_workflow: 1, update_workflow_options_via_start: 1 },
    run: async (bench) => {
      const workflowId = bench.id("attached");
      await rawStart(bench, workflowId);
      await rawStart(bench, workflowId, {
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING,
        onConflictOptions: { attachRequestId: true },
      });
    },
  },
  {
    title: "update-with-start: 1 for the start, 1 for the update",
    counts: { start_workflow_multi_operation: 1, accept_workflow_update: 1 },
    run: (bench) =>
      bench.client.workflow.executeUpdateWithStart("addUpdate", {
        args: ["x"],
        startWorkflowOperation: new WithStartWorkflowOperation("gather", {
          workflowId: bench.id("update-with-start"),
          taskQueue: bench.taskQueue,
          workflowIdConflictPolicy: "FAIL",
        }),
      }),
  },
  {
    title: "update of a workflow's options: 1",
    counts: { start_workflow: 1, update_workflow_options: 1 },
    run: async (bench) => {
      const { workflowId } = await start(bench, "forever");
      await bench.raw.updateWorkflowExecutionOptions({
        namespace: bench.namespace,
        workflowExecution: { workflowId },
        workflowExecutionOptions: { priority: { priorityKey: 2 } },
        updateMask: { paths: ["priority"] },
      });
    },
  },
  {
    title: "continue as new: 1 each, the runs that follow start free",
    counts: { start_workflow: 1, continue_as_new_workflow: 2 },
    run: (bench) => execute(bench, "countDown", [2, []]),
  },
  {
    title: "retries of a workflow: 0",
    counts: { start_workflow: 1 },
    run: (bench) =>
      execute(bench, "failUntilAttempt", [3], { retry: { initialInterval: 20, maximumAttempts: 3 } }),
  },
  {
    title: "child workflow: 2, on the parent",
    counts: { start_workflow: 1, start_child_workflow: 2 },
    run: (bench) => execute(bench, "parentOf", ["echo", ["x"]]),
  },
  {
    title: "reset: 1, and what the new run does itself",
    counts: { start_workflow: 1, start_timer: 1 + 1, reset_workflow: 1 },
    run: async (bench) => {
      const handle = await start(bench, "wait", [5]);
      await handle.result();
      const { runId } = await bench.raw.resetWorkflowExecution({
        namespace: bench.namespace,
        workflowExecution: { workflowId: handle.workflowId },
        reason: "by test",
        requestId: randomUUID(),
        // The type wants a Long, the wire does not care.
        workflowTaskFinishEventId: FIRST_TASK_COMPLETED as never,
      });
      await bench.client.workflow.getHandle(handle.workflowId, runId).result();
    },
  },
];
