// A worker that waits gets its task with the transition that made it: one flush for both, and nothing told before it.
import { afterAll, describe, expect, it } from "vitest";
import { eventually } from "#harness/eventually";
import { durationOfMs, temporal } from "#contracts";
import { NAMESPACE } from "./cell-client.ts";
import { cellWorld } from "./world.ts";

const { CommandType, EventType } = temporal.api.enums.v1;
type ActivityTask = temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse;
type Description = temporal.api.workflowservice.v1.IDescribeTaskQueueResponse;

const world = cellWorld("cell_hand_over", afterAll);

const ACTIVITY: temporal.api.command.v1.ICommand = {
  commandType: CommandType.COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK,
  scheduleActivityTaskCommandAttributes: {
    activityId: "1",
    activityType: { name: "a" },
    taskQueue: { name: "q" },
    startToCloseTimeout: durationOfMs(60_000),
  },
};

/** A cell may take longer to start again than the 10 s that a task has by default. */
const PATIENT = { workflowTaskTimeout: durationOfMs(60_000) };

const typesOf = (events: temporal.api.history.v1.IHistoryEvent[] | null | undefined): unknown[] =>
  (events ?? []).map(({ eventType }) => eventType);

/** Until the poll of a worker waits in the cell. */
async function untilPolled(taskQueueType: temporal.api.enums.v1.TaskQueueType): Promise<void> {
  const describeQueue = (): Promise<Description> =>
    world.cell.client.call("DescribeTaskQueue", {
      namespace: NAMESPACE,
      taskQueue: { name: "q" },
      taskQueueType,
    });
  await eventually(async () => ((await describeQueue()).pollers ?? []).length > 0, { what: "a poll" });
}

async function storedBatches(workflowId: string): Promise<unknown[]> {
  const rows = await world.rows(
    `select first_event_id::int as first from history join executions using (namespace_id, run_id)
     where workflow_id = '${workflowId}' order by first_event_id`,
  );
  return rows.map(({ first }) => first);
}

describe("a task for a worker that waits", () => {
  it("C1: is started in the flush of the start of its workflow", async () => {
    const { client } = await world.start();
    const polled = client.pollTask();
    await untilPolled(1);

    await client.start("together", PATIENT);
    const task = await polled;

    expect(typesOf(task.history?.events)).toEqual([
      EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
      EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
      EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    ]);
    expect(await storedBatches("together")).toEqual([1]);

    const { client: again } = await world.restart();
    expect(typesOf(await again.history("together"))).toEqual(typesOf(task.history?.events));
    await again.completeTask(task, []);
  });

  it("C2: goes to one worker, also an activity, and its answers count after kill -9", async () => {
    const { client } = world.cell;
    const request = { namespace: NAMESPACE, taskQueue: { name: "q" }, identity: "test" };
    const activities = [1, 2].map(() =>
      client.call<object, ActivityTask>("PollActivityTaskQueue", request, { deadlineMs: 4_000 }),
    );
    await untilPolled(2);
    const polled = client.pollTask();
    await client.start("with-activity", PATIENT);
    await client.completeTask(await polled, [ACTIVITY]);
    const tasks = await Promise.all(activities);
    const [task] = tasks.filter(({ taskToken }) => (taskToken?.length ?? 0) > 0);

    expect(tasks.filter(({ taskToken }) => (taskToken?.length ?? 0) > 0)).toHaveLength(1);
    const { client: again } = await world.restart();
    await again.call("RespondActivityTaskCompleted", { namespace: NAMESPACE, taskToken: task?.taskToken });
    expect(typesOf(await again.history("with-activity"))).toContain(
      EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
    );
  });
});
