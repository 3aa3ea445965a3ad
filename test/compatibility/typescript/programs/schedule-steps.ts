// What programs about schedules share: a schedule that goes when its program ends, and waiting for what it did.
import type { ScheduleHandle, ScheduleOptions, ScheduleSpec } from "@temporalio/client";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";

export const LIMIT = { limitMs: 30_000, pollMs: 100 };
export const EVERY_SECOND: ScheduleSpec = { intervals: [{ every: "1s" }] };
/** Never due while a program runs. */
const RARELY: ScheduleSpec = { cronExpressions: ["0 0 1 1 *"] };

export interface Wish {
  type?: string;
  args?: unknown[];
  taskQueue?: string;
  spec?: ScheduleSpec;
  policies?: ScheduleOptions["policies"];
  state?: ScheduleOptions["state"];
  more?: Partial<ScheduleOptions>;
}

/** Makes a schedule, runs the program on it and deletes it. */
export async function withSchedule(
  fixture: Fixture,
  wish: Wish,
  run: (handle: ScheduleHandle) => Promise<void>,
): Promise<void> {
  const scheduleId = fixture.id("schedule");
  const handle = await fixture.client.schedule.create({
    scheduleId,
    spec: wish.spec ?? RARELY,
    action: {
      type: "startWorkflow",
      workflowType: wish.type ?? "echo",
      workflowId: scheduleId,
      args: wish.args ?? [],
      taskQueue: wish.taskQueue ?? fixture.taskQueue,
    },
    ...(wish.policies === undefined ? {} : { policies: wish.policies }),
    ...(wish.state === undefined ? {} : { state: wish.state }),
    ...wish.more,
    // The options are put together from parts that are checked one by one.
  } as ScheduleOptions);
  try {
    await run(handle);
  } finally {
    await handle.delete();
    await endRuns(fixture, scheduleId);
  }
}

async function endRuns(fixture: Fixture, scheduleId: string): Promise<void> {
  for (const workflowId of await runsOf(fixture, scheduleId, "AND ExecutionStatus = 'Running'")) {
    await fixture.client.workflow
      .getHandle(workflowId)
      .terminate()
      .catch(() => undefined);
  }
}

export async function runsOf(fixture: Fixture, scheduleId: string, more = ""): Promise<string[]> {
  const ids: string[] = [];
  const query = `TemporalScheduledById = '${scheduleId}' ${more}`;
  for await (const run of fixture.client.workflow.list({ query })) ids.push(run.workflowId);
  return ids;
}

export async function taken(handle: ScheduleHandle, actions: number): Promise<void> {
  await eventually(async () => (await handle.describe()).info.numActionsTaken >= actions, LIMIT);
}
