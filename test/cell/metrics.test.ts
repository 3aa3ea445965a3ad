// What the cell measures, read when the minute is over: outcomes of workflows and activities, polls, tasks that wait, and
// schedules, by namespace and with the labels of Temporal Cloud's metrics.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { durationOfMs, temporal, timestampOfMs, type cellV1 } from "#contracts";
import { eventually } from "#harness/eventually";
import { NAMESPACE, type CellClient } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const { CommandType, ScheduleOverlapPolicy } = temporal.api.enums.v1;
const CONTROL = "cellplane.cell.v1.CellControlService";
const MINUTE_MS = 60_000;
const SAMPLED = new Set(["namespace_open_workflows", "approximate_backlog_count"]);

const world = cellWorld("cell_metrics", afterAll);
const folder = mkdtempSync(join(tmpdir(), "cellplane-cell-metrics-"));
const offset = join(folder, "offset");
let offsetMs = 0;
let client: CellClient;

beforeAll(async () => {
  writeFileSync(offset, "0");
  ({ client } = await world.start({ CELLPLANE_CLOCK_OFFSET_FILE: offset }));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (afterMinuteMs = 0): Promise<cellV1.IReadMetricsResponse> =>
  client.call("ReadMetrics", { afterMinuteMs }, { service: CONTROL });

/** Lets the minute end; answers everything that was measured: metric and labels -> value. */
async function measured(): Promise<Record<string, number>> {
  offsetMs += 2 * MINUTE_MS;
  writeFileSync(offset, String(offsetMs));
  const minutes = await eventually(
    async () => {
      const { minutes } = await read();
      const newest = (minutes ?? []).at(-1);
      const names = new Set(
        (minutes ?? []).flatMap(({ series }) => series ?? []).map(({ metric }) => metric),
      );
      const isSampled = newest?.series?.some(({ metric }) => metric === "namespace_open_workflows") === true;
      return names.has("schedule_action_success_count") && isSampled ? (minutes ?? []) : undefined;
    },
    { limitMs: 60_000, what: "a minute that ended" },
  );
  const values: Record<string, number> = {};
  for (const one of minutes.flatMap(({ series }) => series ?? [])) {
    expect(one.namespace).toBe(NAMESPACE);
    const labels = Object.entries(one.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = [one.metric, ...labels.map(([, value]) => value)].join(" ");
    const count = (one.counts ?? []).reduce((sum, each) => sum + each, 0);
    // Values are of a minute's end, the newest holds; the rest are sums of each minute.
    const before = SAMPLED.has(one.metric ?? "") ? 0 : (values[key] ?? 0);
    values[key] = before + (one.value ?? 0) + count;
  }
  return values;
}

async function runActivity(workflowId: string): Promise<void> {
  await client.start(workflowId);
  await client.completeTask(await client.pollTask(), [
    {
      commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
      scheduleActivityTaskCommandAttributes: {
        activityId: "1",
        activityType: { name: "charge" },
        taskQueue: { name: "work" },
        startToCloseTimeout: durationOfMs(30_000),
        scheduleToCloseTimeout: durationOfMs(600_000),
        retryPolicy: { initialInterval: durationOfMs(1), maximumInterval: durationOfMs(1) },
      },
    },
  ]);
  const poll = (): Promise<temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse> =>
    client.call("PollActivityTaskQueue", { namespace: NAMESPACE, taskQueue: { name: "work" } });
  const { taskToken: first } = await poll();
  await client.call("RespondActivityTaskFailed", {
    namespace: NAMESPACE,
    taskToken: first,
    failure: { message: "no", applicationFailureInfo: {} },
  });
  const { taskToken: second } = await poll();
  await client.call("RespondActivityTaskCompleted", { namespace: NAMESPACE, taskToken: second });
}

const complete = {
  commandType: CommandType.COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION,
  completeWorkflowExecutionCommandAttributes: {},
};

test("outcomes, latencies, polls, tasks that wait and schedules are in the minute that ended, and in no other", async () => {
  await runActivity("a");
  await client.completeTask(await client.pollTask(), [complete]);
  await client.start("b");
  await client.call("TerminateWorkflowExecution", {
    namespace: NAMESPACE,
    workflowExecution: { workflowId: "b" },
  });
  await client.start("lonely", { taskQueue: { name: "nobody" } });
  await client.call(
    "PollActivityTaskQueue",
    { namespace: NAMESPACE, taskQueue: { name: "empty" } },
    { deadlineMs: 1_500 },
  );
  const { SCHEDULE_OVERLAP_POLICY_ALLOW_ALL: overlapPolicy } = ScheduleOverlapPolicy;
  await client.call("CreateSchedule", {
    ...{ namespace: NAMESPACE, scheduleId: "s", requestId: randomUUID() },
    schedule: {
      spec: { interval: [{ interval: durationOfMs(3_600_000) }] },
      policies: { overlapPolicy },
      state: { paused: true },
      action: {
        startWorkflow: { workflowId: "w", workflowType: { name: "t" }, taskQueue: { name: "nobody" } },
      },
    },
    initialPatch: {
      backfillRequest: [
        { startTime: timestampOfMs(Date.UTC(2026, 0, 1)), endTime: timestampOfMs(Date.UTC(2026, 0, 1, 2)) },
      ],
    },
  });
  await eventually(async () => (await client.actionTotals())["schedule_workflow"] === 9, { limitMs: 30_000 });

  const values = await measured();
  expect(values).toMatchObject({
    "workflow_success_count q t": 1,
    "workflow_terminate_count q t": 1,
    "workflow_schedule_to_close_latency t": 2,
    "activity_success_count charge work t": 1,
    "activity_task_fail_count charge work t": 1,
    "activity_start_to_close_latency charge": 1,
    "activity_schedule_to_close_latency charge": 1,
    "poll_timeout_count PollActivityTaskQueue activity empty": 1,
    "poll_success_count PollActivityTaskQueue activity work": 2,
    "approximate_backlog_count 3 workflow nobody": 4,
    "no_poller_tasks_count workflow nobody": 4,
    schedule_action_success_count: 3,
    namespace_open_workflows: 4,
  });
  expect(values["poll_success_count PollWorkflowTaskQueue workflow q"]).toBeGreaterThanOrEqual(2);
  expect(values).not.toHaveProperty("activity_fail_count charge work t");
  const { minutes = [] } = await read();
  expect((await read(Math.max(...(minutes ?? []).map(({ minuteMs }) => minuteMs ?? 0)))).minutes).toEqual([]);
}, 120_000);
