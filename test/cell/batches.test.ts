// Batch operations and resets where a crash or a repeated call comes between: nothing is forgotten or done twice.
import type Long from "long";
import { afterEach, describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { NAMESPACE, startTestCell, type CellClient, type TestCell } from "./cell-client.ts";

type Described = temporal.api.workflowservice.v1.IDescribeBatchOperationResponse;
type Reset = temporal.api.workflowservice.v1.IResetWorkflowExecutionResponse;

const { BATCH_OPERATION_STATE_COMPLETED } = temporal.api.enums.v1.BatchOperationState;
const WORKFLOWS = 60;
const SIGNALLED_BEFORE_KILL = 10;

let database: TestDatabase | undefined;
let cell: TestCell | undefined;

afterEach(async () => {
  cell?.client.close();
  await cell?.process.kill();
  await database?.drop();
});

function describeBatch(client: CellClient): Promise<Described> {
  return client.call("DescribeBatchOperation", { namespace: NAMESPACE, jobId: "job" });
}

describe("a batch operation", () => {
  it("C1: goes on after kill -9 and signals every workflow once", async () => {
    database = await createTestDatabase("cell_batches");
    cell = await startTestCell(database.url);
    const { client, address, process } = cell;
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
    await process.kill();
    client.close();

    cell = await startTestCell(database.url, { CELLPLANE_LISTEN_ADDRESS: address });
    const again = cell.client;
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
    database = await createTestDatabase("cell_resets");
    cell = await startTestCell(database.url);
    const { client, address, process } = cell;
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
    await process.kill();
    client.close();
    cell = await startTestCell(database.url, { CELLPLANE_LISTEN_ADDRESS: address });
    const second = await reset(cell.client);

    expect(first.runId).not.toBe(runId);
    expect(second.runId).toBe(first.runId);
    expect(await cell.client.actionTotals()).toEqual({
      start_workflow: 1,
      signal_workflow: 1,
      reset_workflow: 1,
    });
    const task = await cell.client.pollTask();
    expect(task.workflowExecution?.runId).toBe(first.runId);
  });
});
