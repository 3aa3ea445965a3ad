// What a schedule does when a start is due while the run before goes on: all overlap policies.
import { ScheduleOverlapPolicy, type ScheduleHandle } from "@temporalio/client";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import type { Fixture } from "../fixture.ts";
import { freshQueue, type Program } from "./program.ts";
import { LIMIT, taken, withSchedule } from "./schedule-steps.ts";

/** 2023-11-14T22:13:20Z. */
const FIRST_SECOND = 1_700_000_000;

/** With a first run that never ends by itself; a schedule is asked for two more. */
function overlapping(
  title: string,
  overlap: ScheduleOverlapPolicy,
  check: (handle: ScheduleHandle, first: string, fixture: Fixture) => Promise<void>,
): Program {
  return {
    title,
    run: (fixture) => {
      const wish = { type: "forever", taskQueue: freshQueue(fixture, "overlap"), policies: { overlap } };
      return withSchedule(fixture, wish, async (handle) => {
        const names = { namespace: fixture.namespace, scheduleId: handle.scheduleId };
        // Waits until the trigger was considered: two at once may count as one.
        const trigger = async (second: number): Promise<void> => {
          const triggerImmediately = { scheduledTime: { seconds: (FIRST_SECOND + second) as never } };
          await fixture.raw.patchSchedule({ ...names, patch: { triggerImmediately } });
          await eventually(async () => {
            const { info } = await fixture.raw.describeSchedule(names);
            const counts = [info?.actionCount, info?.overlapSkipped, info?.bufferSize].map(Number);
            const latest = Number(info?.recentActions?.at(-1)?.scheduleTime?.seconds);
            const considered = counts.reduce((sum, count) => sum + count, 0);
            return considered > second || latest === FIRST_SECOND + second;
          }, LIMIT);
        };
        await trigger(0);
        await taken(handle, 1);
        const first = (await handle.describe()).info.recentActions[0]?.action.workflow.workflowId ?? "";
        expect(first).toBe(`${handle.scheduleId}-2023-11-14T22:13:20Z`);
        await trigger(1);
        await trigger(2);
        await check(handle, first, fixture);
      });
    },
  };
}

async function statusBecomes(fixture: Fixture, workflowId: string, status: string): Promise<void> {
  const handle = fixture.client.workflow.getHandle(workflowId);
  await eventually(async () => (await handle.describe()).status.name === status, LIMIT);
}

export const overlapPrograms: Program[] = [
  overlapping("SKIP leaves out what overlaps", ScheduleOverlapPolicy.SKIP, async (handle) => {
    const skipped = async () => (await handle.describe()).info.numActionsSkippedOverlap === 2;
    await eventually(skipped, LIMIT);
    expect((await handle.describe()).info.numActionsTaken).toBe(1);
  }),
  overlapping(
    "BUFFER_ONE keeps one start for the end of the run",
    ScheduleOverlapPolicy.BUFFER_ONE,
    async (handle, first, fixture) => {
      await eventually(async () => (await handle.describe()).info.numActionsSkippedOverlap === 1, LIMIT);
      await fixture.client.workflow.getHandle(first).terminate();
      await taken(handle, 2);
      expect((await handle.describe()).info.runningActions).toHaveLength(1);
    },
  ),
  overlapping(
    "BUFFER_ALL keeps all starts, one after the other",
    ScheduleOverlapPolicy.BUFFER_ALL,
    async (handle, first, fixture) => {
      await fixture.client.workflow.getHandle(first).terminate();
      await taken(handle, 2);
      await fixture.client.workflow.getHandle(`${handle.scheduleId}-2023-11-14T22:13:21Z`).terminate();
      await taken(handle, 3);
      expect((await handle.describe()).info.numActionsSkippedOverlap).toBe(0);
    },
  ),
  overlapping(
    "TERMINATE_OTHER ends the run for the next",
    ScheduleOverlapPolicy.TERMINATE_OTHER,
    async (handle, first, fixture) => {
      await statusBecomes(fixture, first, "TERMINATED");
      await taken(handle, 2);
    },
  ),
  overlapping(
    "CANCEL_OTHER asks the run to end and waits for it",
    ScheduleOverlapPolicy.CANCEL_OTHER,
    async (handle, first, fixture) => {
      const run = fixture.client.workflow.getHandle(first);
      await eventually(async () => {
        const { events } = await run.fetchHistory();
        return (events ?? []).some((event) => event.workflowExecutionCancelRequestedEventAttributes != null);
      }, LIMIT);
      expect((await handle.describe()).info.numActionsTaken).toBe(1);
      await run.terminate();
      await taken(handle, 2);
    },
  ),
  overlapping("ALLOW_ALL starts what overlaps", ScheduleOverlapPolicy.ALLOW_ALL, (handle) =>
    taken(handle, 3),
  ),
];
