// Rows about what is said to running workflows: signals, queries, updates; and what is asked for nothing.
import { randomUUID } from "node:crypto";
import { errorOf, execute, start } from "../../compatibility/typescript/programs/program.ts";
import type { ActionRow, Bench } from "./row.ts";

function signal(bench: Bench, workflowId: string, requestId: string): Promise<unknown> {
  return bench.raw.signalWorkflowExecution({
    namespace: bench.namespace,
    workflowExecution: { workflowId },
    signalName: "anything",
    requestId,
  });
}

export const messageRows: ActionRow[] = [
  {
    title: "signal: 1; with a request id that is known 0; to nobody 0",
    counts: { start_workflow: 1, signal_workflow: 2 },
    run: async (bench) => {
      const handle = await start(bench, "gather");
      await handle.signal("add", "x");
      const requestId = randomUUID();
      await signal(bench, handle.workflowId, requestId);
      await signal(bench, handle.workflowId, requestId);
      await errorOf(signal(bench, bench.id("nobody"), requestId));
    },
  },
  {
    title: "signal of another workflow: 1, on the receiver; to nobody 0",
    counts: { start_workflow: 3, signal_external_workflow: 1 },
    run: async (bench) => {
      const { workflowId } = await start(bench, "gather");
      await execute(bench, "signalOther", [workflowId, "add", "x"]);
      await execute(bench, "signalOther", [bench.id("nobody"), "add", "x"]);
    },
  },
  {
    title: "signal-with-start: 1 in all, whether it starts or only signals",
    counts: { signal_workflow_with_start: 2 },
    run: async (bench) => {
      const options = { workflowId: bench.id("both"), taskQueue: bench.taskQueue, signal: "add" };
      for (const item of ["x", "y"])
        await bench.client.workflow.signalWithStart("gather", { ...options, args: [], signalArgs: [item] });
    },
  },
  {
    title: "query: 1, a stack trace as well; the metadata query 0; one that fails 0",
    counts: { start_workflow: 1, query_workflow: 2 },
    run: async (bench) => {
      const handle = await start(bench, "gather");
      await handle.query("items");
      await handle.query("__stack_trace");
      await handle.query("__temporal_workflow_metadata");
      await errorOf(handle.query("failing"));
    },
  },
  {
    title: "update: 1 accepted, 1 rejected; an update id that is known 0; its completion 0",
    counts: { start_workflow: 1, accept_workflow_update: 1, reject_workflow_update: 1 },
    run: async (bench) => {
      const handle = await start(bench, "gather");
      const updateId = randomUUID();
      await handle.executeUpdate("addUpdate", { args: ["x"], updateId });
      await handle.executeUpdate("addUpdate", { args: ["x"], updateId });
      await errorOf(handle.executeUpdate("addUpdate", { args: [""] }));
    },
  },
  {
    title: "batch: 0 for the job, 1 for each signal that it sends",
    counts: { start_workflow: 2, signal_workflow: 2 },
    run: async (bench) => {
      const runs = [await start(bench, "gather"), await start(bench, "gather")];
      const jobId = bench.id("batch");
      await bench.raw.startBatchOperation({
        namespace: bench.namespace,
        jobId,
        reason: "by test",
        executions: runs.map(({ workflowId }) => ({ workflowId })),
        signalOperation: { signal: "finish" },
      });
      await Promise.all(runs.map((run) => run.result()));
    },
  },
  {
    title: "cancel, terminate, a request to cancel another: 0; describe, list, count, history: 0",
    counts: { start_workflow: 4 },
    run: async (bench) => {
      const [cancelled, terminated, other] = [
        await start(bench, "forever"),
        await start(bench, "forever"),
        await start(bench, "forever"),
      ];
      await cancelled.cancel();
      await errorOf(cancelled.result());
      await terminated.terminate();
      await execute(bench, "cancelOther", [other.workflowId]);
      await errorOf(other.result());
      await other.describe();
      await other.fetchHistory();
      const query = `WorkflowId = '${other.workflowId}'`;
      await bench.client.workflow.list({ query })[Symbol.asyncIterator]().next();
      await bench.client.workflow.count(query);
    },
  },
];
