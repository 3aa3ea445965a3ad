// Schedules as clients use them: made, described, changed, triggered, backfilled, listed; and what their runs see.
import { ScheduleOverlapPolicy, type ScheduleSpec } from "@temporalio/client";
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from "@temporalio/common";
import { expect } from "vitest";
import { eventually } from "#harness/eventually";
import { errorOf, type Program } from "./program.ts";
import { overlapPrograms } from "./schedule-overlaps.ts";
import { EVERY_SECOND, LIMIT, runsOf, taken, withSchedule } from "./schedule-steps.ts";

const KEYWORD = defineSearchAttributeKey("ContractKeyword", SearchAttributeType.KEYWORD);
const lifePrograms: Program[] = [
  {
    title: "a schedule starts its workflow at its times",
    run: (fixture) =>
      withSchedule(fixture, { type: "echo", args: ["x"], spec: EVERY_SECOND }, async (handle) => {
        await taken(handle, 2);
        const { info } = await handle.describe();
        const action = info.recentActions[0];
        expect(action?.scheduledAt.getTime()).toBe(
          Math.floor((action?.scheduledAt.getTime() ?? 0) / 1000) * 1000,
        );
        const { workflowId } = action?.action.workflow ?? { workflowId: "" };
        const time = action?.scheduledAt.toISOString().replace(".000Z", "Z");
        expect(workflowId).toBe(`${handle.scheduleId}-${time}`);
        expect(info.nextActionTimes).toHaveLength(10);
        const run = fixture.client.workflow.getHandle(workflowId);
        expect(await run.result()).toBe("x");
        const { searchAttributes } = await run.describe();
        expect(searchAttributes["TemporalScheduledById"]).toEqual([handle.scheduleId]);
        expect(searchAttributes["TemporalScheduledStartTime"]).toEqual([action?.scheduledAt]);
      }),
  },
  {
    title: "a schedule is described as it was made",
    run: (fixture) => {
      const spec: ScheduleSpec = {
        calendars: [
          { hour: 9, dayOfWeek: ["MONDAY", { start: "WEDNESDAY", end: "FRIDAY" }], comment: "work" },
        ],
        intervals: [{ every: "2h", offset: "5m" }],
        skip: [{ month: "DECEMBER", dayOfMonth: "*", hour: "*", minute: "*" }],
        jitter: "10s",
        timezone: "America/New_York",
      };
      const more = {
        memo: { note: "m" },
        typedSearchAttributes: new TypedSearchAttributes([{ key: KEYWORD, value: "k" }]),
      };
      const policies = {
        overlap: ScheduleOverlapPolicy.BUFFER_ONE,
        catchupWindow: "1m",
        pauseOnFailure: true,
      };
      const state = { paused: true, note: "made", remainingActions: 3 };
      return withSchedule(fixture, { spec, policies, state, more }, async (handle) => {
        const described = await handle.describe();
        expect(described.spec.intervals).toEqual([{ every: 7_200_000, offset: 300_000 }]);
        expect(described.spec.jitter).toBe(10_000);
        expect(described.spec.timezone).toBe("America/New_York");
        const nine = [{ start: 9, end: 9, step: 1 }];
        expect(described.spec.calendars).toMatchObject([{ hour: nine, comment: "work" }]);
        expect(described.spec.skip).toHaveLength(1);
        expect(described.policies).toEqual({ ...policies, catchupWindow: 60_000 });
        expect(described.state).toMatchObject(state);
        expect(described.memo).toEqual({ note: "m" });
        expect(described.typedSearchAttributes.get(KEYWORD)).toBe("k");
        expect(described.info.numActionsTaken).toBe(0);
      });
    },
  },
  {
    title: "a schedule id is taken until the schedule is deleted",
    run: async (fixture) => {
      let id = "";
      await withSchedule(fixture, {}, async (handle) => {
        id = handle.scheduleId;
        const again = withSchedule(fixture, { more: { scheduleId: id } }, () => Promise.resolve());
        expect((await errorOf(again)).name).toBe("ScheduleAlreadyRunning");
      });
      const gone = fixture.client.schedule.getHandle(id);
      for (const work of [() => gone.describe(), () => gone.pause(), () => gone.delete()]) {
        expect((await errorOf(work())).name).toBe("ScheduleNotFoundError");
      }
    },
  },
  {
    title: "an update changes a schedule, and the number of its actions ends it",
    run: (fixture) =>
      withSchedule(fixture, { type: "echo", args: ["before"] }, async (handle) => {
        await handle.update((previous) => ({
          ...previous,
          spec: EVERY_SECOND,
          action: { ...previous.action, args: ["after"] },
          state: { ...previous.state, remainingActions: 1 },
        }));
        await taken(handle, 1);
        const { info, state } = await handle.describe();
        expect(state.remainingActions).toBe(0);
        expect(info.nextActionTimes).toEqual([]);
        expect(info.lastUpdatedAt).toBeInstanceOf(Date);
        const workflowId = info.recentActions[0]?.action.workflow.workflowId ?? "";
        expect(await fixture.client.workflow.getHandle(workflowId).result()).toBe("after");
      }),
  },
  {
    title: "an update with an outdated conflict token changes nothing",
    run: (fixture) =>
      withSchedule(fixture, {}, async (handle) => {
        const names = { namespace: fixture.namespace, scheduleId: handle.scheduleId };
        const { schedule, conflictToken } = await fixture.raw.describeSchedule(names);
        await handle.pause("newer");
        await eventually(async () => (await handle.describe()).state.paused, LIMIT);
        const outdated = { ...names, schedule: schedule ?? {}, conflictToken };
        // A server may refuse it or drop it.
        await fixture.raw.updateSchedule(outdated).catch(() => undefined);
        await handle.trigger();
        await taken(handle, 1);
        expect((await handle.describe()).state).toMatchObject({ paused: true, note: "newer" });
      }),
  },
  {
    title: "a paused schedule does not act until it is unpaused, but when it is triggered",
    run: (fixture) =>
      withSchedule(fixture, { spec: EVERY_SECOND, state: { paused: true } }, async (handle) => {
        await handle.trigger();
        await taken(handle, 1);
        expect((await handle.describe()).info.numActionsTaken).toBe(1);
        await handle.unpause("go on");
        await taken(handle, 2);
        expect((await handle.describe()).state).toMatchObject({ paused: false, note: "go on" });
      }),
  },
];

const runPrograms: Program[] = [
  {
    title: "a backfill acts for times that are over, its ends included",
    run: (fixture) =>
      withSchedule(
        fixture,
        { spec: { cronExpressions: ["0 * * * *"] }, state: { paused: true } },
        async (handle) => {
          const start = new Date("2026-05-01T10:00:00Z");
          const end = new Date("2026-05-01T22:00:00Z");
          await handle.backfill({ start, end, overlap: ScheduleOverlapPolicy.ALLOW_ALL });
          await taken(handle, 13);
          const ids = await eventually(async () => {
            const found = await runsOf(fixture, handle.scheduleId);
            return found.length === 13 ? found : undefined;
          }, LIMIT);
          expect(ids.sort().at(0)).toBe(`${handle.scheduleId}-2026-05-01T10:00:00Z`);
          expect(ids.at(-1)).toBe(`${handle.scheduleId}-2026-05-01T22:00:00Z`);
        },
      ),
  },
  {
    title: "a run sees the result of the run before",
    run: (fixture) =>
      withSchedule(fixture, { type: "countUp", spec: EVERY_SECOND }, async (handle) => {
        await taken(handle, 3);
        const { recentActions } = (await handle.describe()).info;
        const last = recentActions.at(-2)?.action.workflow.workflowId ?? "";
        expect(await fixture.client.workflow.getHandle(last).result()).toBeGreaterThan(1);
      }),
  },
  {
    title: "a schedule that shall pauses itself when a run fails",
    run: (fixture) =>
      withSchedule(
        fixture,
        { type: "fail", args: ["broken"], spec: EVERY_SECOND, policies: { pauseOnFailure: true } },
        async (handle) => {
          const state = await eventually(async () => {
            const described = await handle.describe();
            return described.state.paused ? described.state : undefined;
          }, LIMIT);
          expect(state.note).toMatch(/^paused due to workflow failure: .*: broken$/);
        },
      ),
  },
];

const readPrograms: Program[] = [
  {
    title: "schedules are listed and counted by id, by attribute and by pause",
    run: (fixture) => {
      const more = {
        typedSearchAttributes: new TypedSearchAttributes([{ key: KEYWORD, value: fixture.id("k") }]),
      };
      return withSchedule(fixture, { more }, async (handle) => {
        const value = more.typedSearchAttributes.get(KEYWORD) ?? "";
        const listed = async (query: string): Promise<string[]> => {
          const ids: string[] = [];
          for await (const entry of fixture.client.schedule.list({ query })) ids.push(entry.scheduleId);
          return ids;
        };
        const only = [handle.scheduleId];
        await eventually(
          async () => (await listed(`ScheduleId = '${handle.scheduleId}'`)).length === 1,
          LIMIT,
        );
        expect(await listed(`ContractKeyword = '${value}'`)).toEqual(only);
        await handle.pause("p");
        const paused = `ContractKeyword = '${value}' AND TemporalSchedulePaused = true`;
        await eventually(async () => (await listed(paused)).length === 1, LIMIT);
        for await (const entry of fixture.client.schedule.list({ query: paused })) {
          expect(entry.state).toMatchObject({ paused: true, note: "p" });
          expect(entry.action).toMatchObject({ workflowType: "echo" });
          expect(entry.info.nextActionTimes.length).toBe(5);
        }
        const { count } = await fixture.raw.countSchedules({ namespace: fixture.namespace, query: paused });
        expect(Number(count)).toBe(1);
        expect(await runsOf(fixture, handle.scheduleId)).toEqual([]);
      });
    },
  },
  {
    title: "the times of a schedule in a range can be asked for",
    run: (fixture) => {
      const spec = { cronExpressions: ["CRON_TZ=Europe/Berlin 30 2 * * *"] };
      return withSchedule(fixture, { spec }, async (handle) => {
        const { startTime } = await fixture.raw.listScheduleMatchingTimes({
          namespace: fixture.namespace,
          scheduleId: handle.scheduleId,
          startTime: { seconds: (Date.parse("2026-03-28T00:00:00Z") / 1000) as never },
          endTime: { seconds: (Date.parse("2026-03-31T00:00:00Z") / 1000) as never },
        });
        const times = startTime.map(({ seconds }) => new Date(Number(seconds) * 1000).toISOString());
        expect(times).toEqual(["2026-03-28T01:30:00.000Z", "2026-03-30T00:30:00.000Z"]);
      });
    },
  },
  {
    title: "specs that cannot be understood are refused",
    run: async (fixture) => {
      const refused: [ScheduleSpec, RegExp][] = [
        [{ cronExpressions: ["0 0 * *"] }, /CronString does not have 5-7 fields/],
        [{ cronExpressions: ["61 * * * *"] }, /Minute is not in range \[0-59\]/],
        [{ timezone: "Mars/Olympus" }, /unknown time zone Mars\/Olympus/],
        [{ intervals: [{ every: 500 }] }, /interval is too small/],
      ];
      for (const [spec, message] of refused) {
        const error = await errorOf(withSchedule(fixture, { spec }, () => Promise.resolve()));
        expect(error.message).toMatch(message);
      }
    },
  },
];

export const schedulePrograms: Program[] = [
  ...lifePrograms,
  ...runPrograms,
  ...overlapPrograms,
  ...readPrograms,
];
