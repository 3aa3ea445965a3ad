// C1, C2 and U1 for schedules under kill -9: every time of a schedule is acted upon once, and counted once.
import { randomUUID } from "node:crypto";
import type Long from "long";
import { describe, expect, it } from "vitest";
import { durationOfMs, temporal, timestampOfMs } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

type Described = temporal.api.workflowservice.v1.IDescribeScheduleResponse;

const { ScheduleOverlapPolicy: Policy } = temporal.api.enums.v1;
const HOUR_MS = 3_600_000;
const FIRST = Date.parse("2026-01-01T00:00:00Z");
const HOURS = 60;
const LIMIT = { limitMs: 40_000, pollMs: 50 };
const names = { namespace: NAMESPACE, scheduleId: "s" };

const world = cellWorld("cell_schedules");

async function create(client: CellClient, overlapPolicy: number): Promise<void> {
  await client.call("CreateSchedule", {
    ...names,
    requestId: randomUUID(),
    schedule: {
      spec: { interval: [{ interval: durationOfMs(HOUR_MS) }] },
      policies: { overlapPolicy },
      state: { paused: true },
      action: { startWorkflow: { workflowId: "w", workflowType: { name: "t" }, taskQueue: { name: "q" } } },
    },
  });
}

/** One start for each hour, both ends included. */
async function backfill(client: CellClient, hours: number): Promise<void> {
  const [startTime, endTime] = [timestampOfMs(FIRST), timestampOfMs(FIRST + (hours - 1) * HOUR_MS)];
  const patch = { backfillRequest: [{ startTime, endTime }] };
  await client.call("PatchSchedule", { ...names, requestId: randomUUID(), patch });
}

async function infoOf(client: CellClient): Promise<temporal.api.schedule.v1.IScheduleInfo> {
  const { info } = await client.call<object, Described>("DescribeSchedule", names);
  return info ?? {};
}

async function actionsBecome(client: CellClient, count: number): Promise<void> {
  await eventually(async () => Number((await infoOf(client)).actionCount) >= count, LIMIT);
}

describe("a cell killed while a schedule acts", () => {
  it("C1, U1: goes on where it was, starts every time once and counts it once", async () => {
    let { client } = await world.start();
    await create(client, Policy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL);
    await backfill(client, HOURS);
    for (const seen of [HOURS / 4, HOURS / 2]) {
      await actionsBecome(client, seen);
      ({ client } = await world.restart());
    }

    await actionsBecome(client, HOURS);

    const query = "TemporalScheduledById = 's'";
    const { count } = await client.call<object, { count: Long }>("CountWorkflowExecutions", {
      namespace: NAMESPACE,
      query,
    });
    expect(Number(count)).toBe(HOURS);
    expect(Number((await infoOf(client)).actionCount)).toBe(HOURS);
    expect(await client.actionTotals()).toEqual({
      create_schedule: 1,
      patch_schedule: 1,
      schedule_workflow: 3 * HOURS,
    });
  });

  it("C1: notices the end of a run that it was not alive to be told of", async () => {
    let { client } = await world.start();
    await create(client, Policy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL);
    await backfill(client, 3);
    for (const count of [1, 2]) {
      await actionsBecome(client, count);
      const run = (await infoOf(client)).runningWorkflows?.[0];
      await client.call("TerminateWorkflowExecution", { namespace: NAMESPACE, workflowExecution: run });
      ({ client } = await world.restart());
    }

    await actionsBecome(client, 3);

    const { runningWorkflows, recentActions } = await infoOf(client);
    expect(runningWorkflows).toHaveLength(1);
    expect(new Set(recentActions?.map((action) => action.startWorkflowResult?.workflowId)).size).toBe(3);
  });

  it("a deleted schedule is gone, and its id is free", async () => {
    const cell = await world.start();
    await create(cell.client, Policy.SCHEDULE_OVERLAP_POLICY_SKIP);
    await cell.client.call("DeleteSchedule", names);

    const { client } = await world.restart();

    await expect(infoOf(client)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await create(client, Policy.SCHEDULE_OVERLAP_POLICY_SKIP);
    expect(Number((await infoOf(client)).actionCount)).toBe(0);
  });
});
