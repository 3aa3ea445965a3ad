// U1, U2, U3 at the source: totals are absolute, exact, and the same however and whenever they are read.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { cellV1 } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const world = cellWorld("cell_counters");

async function signal(workflowId: string, requestId = randomUUID()): Promise<void> {
  await world.cell.client.call("SignalWorkflowExecution", {
    namespace: NAMESPACE,
    workflowExecution: { workflowId },
    signalName: "s",
    requestId,
  });
}

describe("the counters of a cell", () => {
  it("U1: a de-duplicated start or signal costs nothing, each accepted one costs one", async () => {
    const { client } = await world.start();
    await client.start("a");
    await client.start("a");
    const requestId = randomUUID();
    await signal("a", requestId);
    await signal("a", requestId);
    await signal("a");

    expect(await client.actionTotals()).toEqual({ start_workflow: 1, signal_workflow: 2 });
  });

  it("U2: reading twice, in pages, or after kill -9 changes no total", async () => {
    const { client } = await world.start();
    for (const workflowId of ["a", "b", "c"]) {
      await client.start(workflowId, { workflowType: { name: `type-${workflowId}` } });
      await signal(workflowId);
    }
    const once = await client.actionTotals();
    expect(await client.actionTotals()).toEqual(once);

    const pages: cellV1.IActionCounter[] = [];
    let afterRevision = "0";
    for (;;) {
      const page = await client.readCounters({ afterRevision, pageSize: 2 });
      pages.push(...(page.actions ?? []));
      afterRevision = page.lastRevision ?? afterRevision;
      if (page.hasMore !== true) break;
    }
    expect(pages).toHaveLength(6);

    await signal("a");
    const { client: again } = await world.restart();
    expect(await again.actionTotals()).toEqual({ start_workflow: 3, signal_workflow: 4 });
    const later = await again.readCounters({ afterRevision });
    expect((later.actions ?? []).map(({ kind, count }) => ({ kind, count }))).toEqual([
      { kind: "signal_workflow", count: 2 },
    ]);
  });

  it("U3: storage is bytes times time, active while open and retained after the close", async () => {
    const { client } = await world.start();
    await client.start("a");
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

    await client.call("TerminateWorkflowExecution", {
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
  const response = await world.cell.client.readCounters({ pageSize: 1_000 });
  return (response.storage ?? [])
    .filter((row) => row.storageClass === storageClass)
    .reduce((sum, row) => sum + Number(row.byteMilliseconds), 0);
}

async function historyBytes(workflowId: string): Promise<number> {
  const described = await world.cell.client.call<
    object,
    { workflowExecutionInfo?: { historySizeBytes?: { toNumber(): number } } }
  >("DescribeWorkflowExecution", { namespace: NAMESPACE, execution: { workflowId } });
  return described.workflowExecutionInfo?.historySizeBytes?.toNumber() ?? 0;
}
