// C3: one database has one writing cell, whatever happens to processes and connections.
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { CloudError } from "#shared/errors";
import { eventually } from "#harness/eventually";
import { freePort } from "#harness/ports";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { CellClient, startTestCell, type TestCell } from "./cell-client.ts";

let database: TestDatabase | undefined;
const cells: TestCell[] = [];

afterEach(async () => {
  for (const cell of cells.splice(0)) {
    cell.client.close();
    await cell.process.kill();
  }
  await database?.drop();
});

async function terminateWriter(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cellplane-cell-writer'",
  );
  await client.end();
}

describe("the writer of a cell", () => {
  it("C3: a second process waits, and takes over when the first is killed", async () => {
    database = await createTestDatabase("cell_standby");
    const first = await startTestCell(database.url);
    cells.push(first);
    const { runId } = await first.client.start("before");
    const address = `127.0.0.1:${await freePort()}`;
    const starting = startTestCell(database.url, { CELLPLANE_LISTEN_ADDRESS: address });
    const early = new CellClient(address);
    await expect(early.start("early")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    early.close();

    await first.process.kill();
    const second = await starting;
    cells.push(second);

    expect((await second.client.start("before")).runId).toBe(runId);
    expect((await second.client.start("after")).started).toBe(true);
  });

  it("C1: survives the loss of its connection: callers hear UNAVAILABLE or have their change", async () => {
    database = await createTestDatabase("cell_reconnect");
    const cell = await startTestCell(database.url);
    cells.push(cell);
    const acknowledged: string[] = [];
    const refused: string[] = [];
    const { url } = database;
    for (let number = 0; number < 60; number += 1) {
      if (number % 20 === 10) void terminateWriter(url);
      const workflowId = `w-${number}`;
      try {
        await cell.client.start(workflowId);
        acknowledged.push(workflowId);
      } catch (error) {
        expect(error).toBeInstanceOf(CloudError);
        expect((error as CloudError).code).toBe("UNAVAILABLE");
        refused.push(workflowId);
      }
    }
    await eventually(async () => (await cell.client.start("at-last")).runId !== "", {
      what: "serving again",
    });

    for (const workflowId of [...acknowledged, ...refused]) {
      await eventually(async () => (await cell.client.start(workflowId)).runId !== "");
    }
    for (const workflowId of acknowledged) expect(await cell.client.history(workflowId)).toHaveLength(2);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(await cell.client.actionTotals()).toEqual({ start_workflow: 61 });
  });
});
