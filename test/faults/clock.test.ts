// The wall clock of the machine is set back and ahead while the cell runs. Timers wait for their time and not for the
// step, polls wait, and times in a history never go back.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { durationOfMs, msOfTimestamp, temporal } from "#contracts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { eventually } from "#harness/eventually";
import { startTimer } from "#harness/task-commands";
import { startTestCell, type CellClient, type TestCell } from "../cell/cell-client.ts";

const HOUR_MS = 3_600_000;
const TIMER_MS = 1_000;
/** A timer that waited for the step would take an hour. */
const LIMIT_MS = 60_000;
const POLL_MS = 3_000;
/** A poll ends a second before its deadline. */
const POLL_LEAST_MS = 1_000;

let directory: string;
let database: TestDatabase | undefined;
let cell: TestCell | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "cellplane-clock-"));
  setClock(0);
});

afterEach(async () => {
  cell?.client.close();
  await cell?.process.kill();
  await database?.drop();
  rmSync(directory, { recursive: true, force: true });
});

function setClock(offsetMs: number): void {
  writeFileSync(join(directory, "offset"), String(offsetMs));
}

async function startCell(): Promise<CellClient> {
  database = await createTestDatabase("cell_clock");
  const environment = { CELLPLANE_CLOCK_OFFSET_FILE: join(directory, "offset") };
  cell = await startTestCell(database.url, environment);
  return cell.client;
}

async function sleepInWorkflow(client: CellClient, workflowId: string, ms: number): Promise<void> {
  await client.start(workflowId, { workflowTaskTimeout: durationOfMs(10_000) });
  await client.completeTask(await client.pollTask(LIMIT_MS), [startTimer("timer", ms)]);
}

async function hasFired(client: CellClient, workflowId: string): Promise<boolean> {
  const { EVENT_TYPE_TIMER_FIRED } = temporal.api.enums.v1.EventType;
  const events = await client.history(workflowId);
  return events.some(({ eventType }) => eventType === EVENT_TYPE_TIMER_FIRED);
}

const fires = (client: CellClient, workflowId: string): Promise<boolean> =>
  eventually(() => hasFired(client, workflowId), { limitMs: LIMIT_MS, what: `the timer of ${workflowId}` });

describe("a cell whose clock is set", () => {
  it("fires timers after their time, not after the step, and lets polls wait", async () => {
    const client = await startCell();
    await sleepInWorkflow(client, "before", TIMER_MS);
    setClock(-HOUR_MS);
    await fires(client, "before");
    await client.completeTask(await client.pollTask(LIMIT_MS), []);
    await sleepInWorkflow(client, "after", TIMER_MS);
    await fires(client, "after");
    await client.completeTask(await client.pollTask(LIMIT_MS), []);

    const began = performance.now();
    const nothing = await client.pollTask(POLL_MS);
    expect(nothing.taskToken?.length ?? 0).toBe(0);
    expect(performance.now() - began).toBeGreaterThan(POLL_LEAST_MS);

    setClock(0);
    setClock(-HOUR_MS);
    await sleepInWorkflow(client, "again", TIMER_MS);
    await fires(client, "again");

    for (const workflowId of ["before", "after", "again"]) {
      const times = (await client.history(workflowId)).map(({ eventTime }) => msOfTimestamp(eventTime) ?? 0);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });

  it("fires at once what a step ahead has made due", async () => {
    const client = await startCell();
    await sleepInWorkflow(client, "long", HOUR_MS);
    expect(await hasFired(client, "long")).toBe(false);
    setClock(HOUR_MS);
    await fires(client, "long");
  });
});
