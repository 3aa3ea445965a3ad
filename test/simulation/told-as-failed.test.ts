// Single acts that are done and told as failed, and answers of the store that arrive when they are not true any more: what
// the simulation meets now and then by chance happens here at the worst moment, each time.
import { expect, it } from "vitest";
import { durationOfMs, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { OPERATOR_SERVICE } from "../workload/neighbour.ts";
import { liveScript, SCRIPTED_NAMESPACE as namespace, type ScriptedCell } from "./scripted-cell.ts";

const { BatchOperationState, WorkflowExecutionStatus } = temporal.api.enums.v1;

type StartActivity = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;

/** The code of what the call was refused with; undefined when it worked. */
async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (error instanceof CloudError) return error.code;
    throw error;
  }
}

function createEndpoint({ caller }: ScriptedCell, name: string): Promise<unknown> {
  const request = { spec: { name, target: { external: { url: "https://example.com/nexus" } } } };
  return caller.call("CreateNexusEndpoint", request, { service: OPERATOR_SERVICE });
}

it("a Nexus endpoint whose creation was stored and told as failed is known afterwards", () =>
  liveScript(async (cell) => {
    cell.losesAnswerOf("nexus-endpoint-upsert");
    expect(await refusalOf(createEndpoint(cell, "orders"))).toBe("UNAVAILABLE");

    // A second row of the name would fail the flush, and with it everybody else's acts.
    const others = createEndpoint(cell, "others");
    expect(await refusalOf(createEndpoint(cell, "orders"))).toBe("ALREADY_EXISTS");
    expect(await refusalOf(others)).toBeUndefined();
    expect(cell.cells.scandals).toEqual([]);
    expect([...cell.store.tables.endpoints.values()].map(({ name }) => name).sort()).toEqual([
      "orders",
      "others",
    ]);
  }));

it("a batch that was stored and told as failed is carried out without a restart", () =>
  liveScript(async (cell) => {
    const { caller, store, cells } = cell;
    const start = { namespace, workflowId: "w", requestId: "w", workflowType: { name: "t" } };
    await caller.call("StartWorkflowExecution", { ...start, taskQueue: { name: "q" } });
    cell.losesAnswerOf("batch-insert");
    const terminationOperation = { identity: "script" };
    const batch = { jobId: "job", reason: "script", executions: [{ workflowId: "w" }], terminationOperation };
    expect(await refusalOf(caller.call("StartBatchOperation", { namespace, ...batch }))).toBe("UNAVAILABLE");

    await cell.pass(10_000);
    const [job] = store.tables.batches.values();
    expect(Number(job?.state)).toBe(BatchOperationState.BATCH_OPERATION_STATE_COMPLETED);
    const [run] = store.tables.executions.values();
    expect(run?.status).toBe(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);
    expect(cells.starts).toBe(1);
  }));

it("an activity that is deleted while it is read does not come back with the answer", () =>
  liveScript(async (cell) => {
    const { caller, store } = cell;
    const key = { namespace, activityId: "a" };
    const start: StartActivity = {
      ...key,
      requestId: "first",
      activityType: { name: "t" },
      taskQueue: { name: "q" },
      scheduleToCloseTimeout: { seconds: 3_600 as never },
    };
    const { runId } = await caller.call<{ runId: string }>("StartActivityExecution", start);
    await caller.call("TerminateActivityExecution", { ...key, runId, reason: "script" });
    await cell.restart();
    // Nothing of it is in memory: both read it, one of them for long.
    cell.delaysAnswerTo("select namespace_id, run_id, id, is_current", 2_000);
    const described = refusalOf(caller.call("DescribeActivityExecution", key));
    await cell.pass(100);
    await caller.call("DeleteActivityExecution", { ...key, runId });
    expect(store.tables.standalone.size).toBe(0);

    expect(await described).toBe("NOT_FOUND");
    expect(
      await refusalOf(caller.call("StartActivityExecution", { ...start, requestId: "second" })),
    ).toBeUndefined();
    expect(store.tables.standalone.size).toBe(1);
  }));

it("a workflow whose start waits for the store is not made in a namespace that goes meanwhile", () =>
  liveScript(async (cell) => {
    const { caller, store } = cell;
    await caller.call("RegisterNamespace", {
      namespace: "tenant",
      workflowExecutionRetentionPeriod: durationOfMs(86_400_000),
    });
    const taskQueue = { name: "q" };
    const start = { namespace: "tenant", workflowId: "w", workflowType: { name: "t" }, taskQueue };
    // The start of an id that never was waits for nothing.
    await caller.call("StartWorkflowExecution", { ...start, requestId: "before" });
    const workflowExecution = { workflowId: "w" };
    await caller.call("DeleteWorkflowExecution", { namespace: "tenant", workflowExecution });
    expect(store.tables.executions.size).toBe(0);
    cell.delaysAnswerTo("select asked.place", 2_000);
    const started = refusalOf(caller.call("StartWorkflowExecution", { ...start, requestId: "w" }));
    await cell.pass(100);
    await caller.call("DeleteNamespace", { namespace: "tenant" }, { service: OPERATOR_SERVICE });

    expect(await started).toBe("NOT_FOUND");
    await cell.pass(10_000);
    expect(store.tables.executions.size).toBe(0);
    expect([...store.tables.namespaces.values()].map(({ name }) => name)).toEqual([namespace]);
  }));

it("an epoch that the cell began itself and was not told of is no other process's", () =>
  liveScript(async (cell) => {
    const { caller, store, cells } = cell;
    const before = store.tables.epoch.epoch;
    cell.losesAnswerOf("nexus-endpoint-upsert");
    cell.losesAnswerOfEpoch();
    expect(await refusalOf(createEndpoint(cell, "orders"))).toBe("UNAVAILABLE");
    await cell.pass(10_000);

    const start = { namespace, workflowId: "w", requestId: "w", workflowType: { name: "t" } };
    const started = caller.call("StartWorkflowExecution", { ...start, taskQueue: { name: "q" } });
    expect(await refusalOf(started)).toBeUndefined();
    expect(store.tables.epoch.epoch).toBe(before + 2);
    expect(cells.starts).toBe(1);
    expect(cells.scandals).toEqual([]);
  }));
