// Fairness is a switch of each namespace: off, tasks wait by priority and then in their order, whatever keys they have.
import { expect, it } from "vitest";
import type { temporal } from "#contracts";
import { cellWorld } from "./world.ts";

const CONTROL = { service: "cellplane.cell.v1.CellControlService" };
type Poll = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

const world = cellWorld("cell_fairness_switch");

it.each([
  ["on", false, ["a1", "b1", "a2", "a3"]],
  ["off", true, ["a1", "a2", "a3", "b1"]],
])("with fairness %s, tasks come in its order, also after kill -9", async (_, fairnessKeysIgnored, order) => {
  const { client } = await world.start();
  const namespaceId = "00000000-0000-4000-8000-000000000008";
  const namespace = { name: "shop", namespaceId, retentionDays: 3, generation: 1, fairnessKeysIgnored };
  await client.call("ApplyNamespace", { namespace }, CONTROL);
  for (const workflowId of ["a1", "a2", "a3", "b1"]) {
    await client.start(workflowId, { namespace: "shop", priority: { fairnessKey: workflowId.slice(0, 1) } });
  }
  const { client: again } = await world.restart();
  const polled: string[] = [];
  while (polled.length < order.length) {
    const task = await again.call<object, Poll>(
      "PollWorkflowTaskQueue",
      { namespace: "shop", taskQueue: { name: "q" }, identity: "test" },
      { deadlineMs: 20_000 },
    );
    polled.push(task.workflowExecution?.workflowId ?? "");
  }
  expect(polled).toEqual(order);
});
