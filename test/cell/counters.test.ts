// U1, U2, U3 at the source: totals are absolute, exact, and the same however and whenever they are read.
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { cellV1 } from "#contracts";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { NAMESPACE, startTestCell, type TestCell } from "./cell-client.ts";

let database: TestDatabase | undefined;
let cell: TestCell | undefined;

afterEach(async () => {
  cell?.client.close();
  await cell?.process.kill();
  await database?.drop();
});

async function signal(workflowId: string, requestId = randomUUID()): Promise<void> {
  await cell?.client.call("SignalWorkflowExecution", {
    namespace: NAMESPACE,
    workflowExecution: { workflowId },
    signalName: "s",
    requestId,
  });
}

describe("the counters of a cell", () => {
  it("U1: a de-duplicated start or signal costs nothing, each accepted one costs one", async () => {
    database = await createTestDatabase("cell_counters");
    cell = await startTestCell(database.url);
    await cell.client.start("a");
    await cell.client.start("a");
    const requestId = randomUUID();
    await signal("a", requestId);
    await signal("a", requestId);
    await signal("a");

    expect(await cell.client.actionTotals()).toEqual({ start_workflow: 1, signal_workflow: 2 });
  });

  it("U2: reading twice, in pages, or after kill -9 changes no total", async () => {
    database = await createTestDatabase("cell_counters");
    cell = await startTestCell(database.url);
    for (const workflowId of ["a", "b", "c"]) {
      await cell.client.start(workflowId, { workflowType: { name: `type-${workflowId}` } });
      await signal(workflowId);
    }
    const once = await cell.client.actionTotals();
    expect(await cell.client.actionTotals()).toEqual(once);

    const pages: cellV1.IActionCounter[] = [];
    let afterRevision = "0";
    for (;;) {
      const page = await cell.client.readCounters({ afterRevision, pageSize: 2 });
      pages.push(...(page.actions ?? []));
      afterRevision = page.lastRevision ?? afterRevision;
      if (page.hasMore !== true) break;
    }
    expect(pages).toHaveLength(6);

    await signal("a");
    cell.client.close();
    await cell.process.kill();
    cell = await startTestCell(database.url);
    expect(await cell.client.actionTotals()).toEqual({ start_workflow: 3, signal_workflow: 4 });
    const later = await cell.client.readCounters({ afterRevision });
    expect((later.actions ?? []).map(({ kind, count }) => ({ kind, count }))).toEqual([
      { kind: "signal_workflow", count: 2 },
    ]);
  });

  it("U3: storage is bytes times time, active while open and retained after the close", async () => {
    database = await createTestDatabase("cell_storage");
    cell = await startTestCell(database.url);
    await cell.client.start("a");
    const startedAt = Date.now();
    const first = await byteMilliseconds("active");
    const bytes = await historyBytes("a");
    const second = await eventually(async () => {
      const read = await byteMilliseconds("active");
      return read > first ? read : undefined;
    });
    // Whole milliseconds of exactly these bytes, and no more of them than have passed.
    expect((second - first) % bytes).toBe(0);
    expect(second / bytes).toBeLessThanOrEqual(Date.now() - startedAt + 1_000);

    await cell.client.call("TerminateWorkflowExecution", {
      namespace: NAMESPACE,
      workflowExecution: { workflowId: "a" },
    });
    const closedBytes = await historyBytes("a");
    const retained = await eventually(async () => (await byteMilliseconds("retained")) || undefined);
    expect(retained % closedBytes).toBe(0);
    const active = await byteMilliseconds("active");
    await eventually(async () => (await byteMilliseconds("retained")) > retained);
    expect(await byteMilliseconds("active")).toBe(active);
  });
});

async function byteMilliseconds(storageClass: string): Promise<number> {
  const response = await cell?.client.readCounters({ pageSize: 1_000 });
  return (response?.storage ?? [])
    .filter((row) => row.storageClass === storageClass)
    .reduce((sum, row) => sum + Number(row.byteMilliseconds), 0);
}

async function historyBytes(workflowId: string): Promise<number> {
  const described = await cell?.client.call<
    object,
    { workflowExecutionInfo?: { historySizeBytes?: { toNumber(): number } } }
  >("DescribeWorkflowExecution", { namespace: NAMESPACE, execution: { workflowId } });
  return described?.workflowExecutionInfo?.historySizeBytes?.toNumber() ?? 0;
}
