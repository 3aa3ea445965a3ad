// What is deleted or past its retention is gone with its bytes; a name that is used again starts empty.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const CONTROL = { service: "cellplane.cell.v1.CellControlService" };

const world = cellWorld("cell_deletion");

const EVERYTHING = `select (select count(*) from executions)::int as executions,
  (select count(*) from history)::int as history, (select count(*) from current_executions)::int as current,
  (select count(*) from visibility)::int as visibility`;
const NOTHING = { executions: 0, history: 0, current: 0, visibility: 0 };

describe("deletion in a cell", () => {
  it("removes a closed execution when its retention has passed, and its storage stops counting", async () => {
    const { client } = await world.start();
    await client.start("a");
    const workflowExecution = { workflowId: "a" };
    await client.call("TerminateWorkflowExecution", { namespace: NAMESPACE, workflowExecution });
    await world.cell.process.stop();
    await world.rows("update executions set delete_at = 1000");

    const { client: again } = await world.start();
    await eventually(
      async () => JSON.stringify((await world.rows(EVERYTHING))[0]) === JSON.stringify(NOTHING),
    );

    await expect(again.history("a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await again.readCounters();
    expect(await world.rows("select sum(bytes)::int as bytes from storage_levels")).toEqual([{ bytes: 0 }]);
    expect((await again.start("a", { requestId: "anew" })).started).toBe(true);
  });

  it("removes one execution on request, running or not", async () => {
    const { client } = await world.start();
    await client.start("a");
    const workflowExecution = { workflowId: "a" };
    await client.call("DeleteWorkflowExecution", { namespace: NAMESPACE, workflowExecution });

    await expect(client.history("a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await world.rows(EVERYTHING)).toEqual([NOTHING]);
  });

  it("removes a namespace with everything in it; repeating it and using the name again work", async () => {
    const { client } = await world.start();
    const namespaceId = randomUUID();
    const namespace = { name: "gone", namespaceId, retentionDays: 3, generation: 1 };
    await client.call("ApplyNamespace", { namespace }, CONTROL);
    await client.call("ApplyNamespace", { namespace }, CONTROL);
    for (const workflowId of ["a", "b"]) await client.start(workflowId, { namespace: "gone" });
    await client.call("DeleteNamespace", { name: "gone", namespaceId }, CONTROL);
    await client.call("DeleteNamespace", { name: "gone", namespaceId }, CONTROL);

    await expect(client.start("c", { namespace: "gone" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "Namespace gone is not found.",
    });
    await eventually(
      async () => JSON.stringify((await world.rows(EVERYTHING))[0]) === JSON.stringify(NOTHING),
    );
    await client.call("ApplyNamespace", { namespace: { ...namespace, namespaceId: randomUUID() } }, CONTROL);
    expect((await client.start("a", { namespace: "gone" })).started).toBe(true);
    expect(await client.actionTotals()).toEqual({ start_workflow: 3 });
  });
});
