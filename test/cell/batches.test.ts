// Batch operations and resets where a crash or a repeated call comes between: nothing is forgotten or done twice.
import type Long from "long";
import { describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

type Described = temporal.api.workflowservice.v1.IDescribeBatchOperationResponse;
type Reset = temporal.api.workflowservice.v1.IResetWorkflowExecutionResponse;

const { BATCH_OPERATION_STATE_COMPLETED } = temporal.api.enums.v1.BatchOperationState;
const WORKFLOWS = 60;
const SIGNALLED_BEFORE_KILL = 10;

const world = cellWorld("cell_batches");

function describeBatch(client: CellClient): Promise<Described> {
  return client.call("DescribeBatchOperation", { namespace: NAMESPACE, jobId: "job" });
}

describe("a batch operation", () => {
  it("C1: goes on after kill -9 and signals every workflow once", async () => {
    const { client } = await world.start();
    const ids = Array.from({ length: WORKFLOWS }, (_, number) => `w-${number}`);
    await Promise.all(ids.map((id) => client.start(id)));
    await client.call("StartBatchOperation", {
      namespace: NAMESPACE,
      jobId: "job",
      reason: "test",
      visibilityQuery: "WorkflowType = 't'",
      signalOperation: { signal: "s" },
    });
    await eventually(async () => {
      const { completeOperationCount } = await describeBatch(client);
      return Number(completeOperationCount) >= SIGNALLED_BEFORE_KILL;
    });

    const { client: again } = await world.restart();
    const described = await eventually(async () => {
      const now = await describeBatch(again);
      return now.state === BATCH_OPERATION_STATE_COMPLETED ? now : undefined;
    });

    expect(Number(described.totalOperationCount)).toBe(WORKFLOWS);
    expect(Number(described.completeOperationCount)).toBe(WORKFLOWS);
    expect(await again.actionTotals()).toEqual({ start_workflow: WORKFLOWS, signal_workflow: WORKFLOWS });
  });
});

describe("a reset", () => {
  it("U1: happens once for a request id, is one action, and is the current run after kill -9", async () => {
    const { client } = await world.start();
    const { runId } = await client.start("w");
    const reset = (from: CellClient): Promise<Reset> =>
      from.call("ResetWorkflowExecution", {
        namespace: NAMESPACE,
        workflowExecution: { workflowId: "w", runId },
        requestId: "once",
        // The type wants a Long, the wire does not care.
        workflowTaskFinishEventId: 3 as unknown as Long,
        reason: "test",
      });
    await client.call("SignalWorkflowExecution", {
      namespace: NAMESPACE,
      workflowExecution: { workflowId: "w" },
      signalName: "s",
    });

    const first = await reset(client);
    const { client: again } = await world.restart();
    const second = await reset(again);

    expect(first.runId).not.toBe(runId);
    expect(second.runId).toBe(first.runId);
    expect(await again.actionTotals()).toEqual({
      start_workflow: 1,
      signal_workflow: 1,
      reset_workflow: 1,
    });
    const task = await again.pollTask();
    expect(task.workflowExecution?.runId).toBe(first.runId);
  });
});
