// What is deleted or past its retention is gone with its bytes; a name that is used again starts empty.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { NAMESPACE, startTestCell, type TestCell } from "./cell-client.ts";

const CONTROL = { service: "cellplane.cell.v1.CellControlService" };

let database: TestDatabase | undefined;
let cell: TestCell | undefined;

afterEach(async () => {
  cell?.client.close();
  await cell?.process.kill();
  await database?.drop();
});

async function rows(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const EVERYTHING = `select (select count(*) from executions)::int as executions,
  (select count(*) from history)::int as history, (select count(*) from current_executions)::int as current,
  (select count(*) from visibility)::int as visibility`;
const NOTHING = { executions: 0, history: 0, current: 0, visibility: 0 };

describe("deletion in a cell", () => {
  it("removes a closed execution when its retention has passed, and its storage stops counting", async () => {
    database = await createTestDatabase("cell_retention");
    cell = await startTestCell(database.url);
    await cell.client.start("a");
    const workflowExecution = { workflowId: "a" };
    await cell.client.call("TerminateWorkflowExecution", { namespace: NAMESPACE, workflowExecution });
    cell.client.close();
    await cell.process.stop();
    await rows(database.url, "update executions set delete_at = 1000");

    cell = await startTestCell(database.url);
    const { url } = database;
    await eventually(
      async () => JSON.stringify((await rows(url, EVERYTHING))[0]) === JSON.stringify(NOTHING),
    );

    await expect(cell.client.history("a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await cell.client.readCounters();
    expect(await rows(url, "select sum(bytes)::int as bytes from storage_levels")).toEqual([{ bytes: 0 }]);
    expect((await cell.client.start("a", { requestId: "anew" })).started).toBe(true);
  });

  it("removes one execution on request, running or not", async () => {
    database = await createTestDatabase("cell_delete");
    cell = await startTestCell(database.url);
    await cell.client.start("a");
    const workflowExecution = { workflowId: "a" };
    await cell.client.call("DeleteWorkflowExecution", { namespace: NAMESPACE, workflowExecution });

    await expect(cell.client.history("a")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await rows(database.url, EVERYTHING)).toEqual([NOTHING]);
  });

  it("removes a namespace with everything in it; repeating it and using the name again work", async () => {
    database = await createTestDatabase("cell_namespace");
    cell = await startTestCell(database.url);
    const { client } = cell;
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
    const { url } = database;
    await eventually(
      async () => JSON.stringify((await rows(url, EVERYTHING))[0]) === JSON.stringify(NOTHING),
    );
    await client.call("ApplyNamespace", { namespace: { ...namespace, namespaceId: randomUUID() } }, CONTROL);
    expect((await client.start("a", { namespace: "gone" })).started).toBe(true);
    expect(await client.actionTotals()).toEqual({ start_workflow: 3 });
  });
});
