// The times that specs tell: calendars, cron strings, intervals, time zones and their clock changes.
import { describe, expect, it } from "vitest";
import { durationOfMs, timestampOfMs, type temporal } from "#contracts";
import { canonicalSpec } from "./canonical-spec.ts";
import { CompiledSpec } from "./compiled-spec.ts";

type Spec = temporal.api.schedule.v1.IScheduleSpec;

function times(spec: Spec, from: string, count: number): string[] {
  const compiled = new CompiledSpec(canonicalSpec(spec), "seed");
  return compiled
    .between(Date.parse(from), Infinity, count)
    .map((at) => new Date(at).toISOString().replace(".000Z", "Z"));
}

const TABLE: { title: string; spec: Spec; from: string; expected: string[] }[] = [
  {
    title: "five cron fields",
    spec: { cronString: ["30 9 * * mon-fri"] },
    from: "2026-05-01T12:00:00Z",
    expected: ["2026-05-04T09:30:00Z", "2026-05-05T09:30:00Z"],
  },
  {
    title: "a year as the sixth field",
    spec: { cronString: ["0 0 29 feb * 2026-2032"] },
    from: "2026-01-01T00:00:00Z",
    expected: ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"],
  },
  {
    title: "seconds as the first of seven fields",
    spec: { cronString: ["*/20 * * * * * *"] },
    from: "2026-05-01T00:00:05Z",
    expected: ["2026-05-01T00:00:20Z", "2026-05-01T00:00:40Z", "2026-05-01T00:01:00Z"],
  },
  {
    title: "days of month and of week that both must match",
    spec: { cronString: ["0 12 13 * fri"] },
    from: "2026-01-01T00:00:00Z",
    expected: ["2026-02-13T12:00:00Z", "2026-03-13T12:00:00Z", "2026-11-13T12:00:00Z"],
  },
  {
    title: "Sunday as 7",
    spec: { cronString: ["0 0 * * 5-7/2"] },
    from: "2026-05-01T00:00:00Z",
    expected: ["2026-05-03T00:00:00Z", "2026-05-08T00:00:00Z", "2026-05-10T00:00:00Z"],
  },
  {
    title: "@daily, @hourly and an interval with its phase together",
    spec: {
      cronString: ["@daily", "@hourly"],
      interval: [{ interval: durationOfMs(7_200_000), phase: durationOfMs(60_000) }],
    },
    from: "2026-05-01T22:30:00Z",
    expected: ["2026-05-01T23:00:00Z", "2026-05-02T00:00:00Z", "2026-05-02T00:01:00Z"],
  },
  {
    title: "@every with a phase",
    spec: { cronString: ["@every 14h/3h"] },
    from: "1970-01-01T00:00:00Z",
    expected: ["1970-01-01T03:00:00Z", "1970-01-01T17:00:00Z"],
  },
  {
    title: "excluded calendars",
    spec: { cronString: ["0 0 * * *"], excludeCalendar: [{ dayOfWeek: "sat,sun", hour: "*" }] },
    from: "2026-05-01T12:00:00Z",
    expected: ["2026-05-04T00:00:00Z", "2026-05-05T00:00:00Z"],
  },
  {
    title: "a start that matches and an end that matches",
    spec: {
      cronString: ["@hourly"],
      startTime: timestampOfMs(Date.parse("2026-05-01T10:00:00Z")),
      endTime: timestampOfMs(Date.parse("2026-05-01T11:00:00Z")),
    },
    from: "2026-01-01T00:00:00Z",
    expected: ["2026-05-01T10:00:00Z", "2026-05-01T11:00:00Z"],
  },
  {
    title: "a time zone named in the cron string",
    spec: { cronString: ["CRON_TZ=Asia/Kolkata 0 9 * * *"] },
    from: "2026-05-01T00:00:00Z",
    expected: ["2026-05-01T03:30:00Z", "2026-05-02T03:30:00Z"],
  },
  {
    title: "nine in the morning across the change to summer time",
    spec: { cronString: ["0 9 * * *"], timezoneName: "America/New_York" },
    from: "2026-03-07T00:00:00Z",
    expected: ["2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z", "2026-03-09T13:00:00Z"],
  },
  {
    title: "a wall time that the change to summer time skips",
    spec: { cronString: ["30 2 * * *"], timezoneName: "America/New_York" },
    from: "2026-03-07T00:00:00Z",
    expected: ["2026-03-07T07:30:00Z", "2026-03-09T06:30:00Z"],
  },
  {
    title: "a wall time that the change to winter time repeats",
    spec: { cronString: ["30 1 * * *"], timezoneName: "America/New_York" },
    from: "2026-10-31T12:00:00Z",
    expected: ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", "2026-11-02T06:30:00Z"],
  },
  {
    title: "a zone whose clock changes by half an hour",
    spec: { cronString: ["45 1 * * *"], timezoneName: "Australia/Lord_Howe" },
    from: "2026-04-03T20:00:00Z",
    expected: ["2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z", "2026-04-05T15:15:00Z"],
  },
  {
    title: "a year far away in a zone with clock changes",
    spec: { cronString: ["0 12 1 7 * 2090"], timezoneName: "Europe/Berlin" },
    from: "2026-01-01T00:00:00Z",
    expected: ["2090-07-01T10:00:00Z"],
  },
  {
    title: "structured calendars, with single values and steps",
    spec: {
      structuredCalendar: [
        {
          ...{ second: [{ start: 5 }], minute: [{ start: 0, end: 59, step: 30 }], hour: [{ start: 1 }] },
          ...{
            dayOfMonth: [{ start: 1 }],
            month: [{ start: 1, end: 12 }],
            dayOfWeek: [{ start: 0, end: 6 }],
          },
        },
      ],
    },
    from: "2026-05-15T00:00:00Z",
    expected: ["2026-06-01T01:00:05Z", "2026-06-01T01:30:05Z", "2026-07-01T01:00:05Z"],
  },
];

describe("a spec tells its times", () => {
  for (const { title, spec, from, expected } of TABLE) {
    it(title, () => {
      expect(times(spec, from, expected.length + 1).slice(0, expected.length)).toEqual(expected);
    });
  }

  it("ends: a date that never comes has no next time", () => {
    expect(times({ cronString: ["0 0 30 2 *"] }, "2026-01-01T00:00:00Z", 1)).toEqual([]);
    expect(times({}, "2026-01-01T00:00:00Z", 1)).toEqual([]);
    expect(
      times({ cronString: ["@daily"], excludeCalendar: [{ hour: "*" }] }, "2026-01-01T00:00:00Z", 1),
    ).toEqual([]);
  });

  it("jitter is the same each time and stays before the following time", () => {
    const spec = { cronString: ["* * * * *"], jitter: durationOfMs(3_600_000) };
    const first = times(spec, "2026-05-01T00:00:00Z", 50);
    expect(times(spec, "2026-05-01T00:00:00Z", 50)).toEqual(first);
    const minutes = first.map((time) => Math.floor(Date.parse(time) / 60_000));
    expect(minutes.every((minute, place) => place === 0 || minute === (minutes[place - 1] ?? 0) + 1)).toBe(
      true,
    );
    expect(new Set(first.map((time) => Date.parse(time) % 60_000)).size).toBeGreaterThan(20);
  });
});

describe("a spec is refused", () => {
  const refused: [string, Spec, RegExp][] = [
    ["with four fields", { cronString: ["0 0 * *"] }, /does not have 5-7 fields/],
    ["with a minute of 60", { cronString: ["60 0 * * *"] }, /Minute is not in range \[0-59\]/],
    ["with a range that runs backwards", { calendar: [{ hour: "5-3" }] }, /Hour End is before Start/],
    ["with a zone that is not known", { timezoneName: "Mars/Olympus" }, /unknown time zone Mars\/Olympus/],
    [
      "with two zones",
      { cronString: ["TZ=UTC @daily", "TZ=Europe/Paris @daily"] },
      /conflicting timezone names/,
    ],
    [
      "with an interval under a second",
      { interval: [{ interval: durationOfMs(500) }] },
      /interval is too small/,
    ],
    ["with a phase as long as the interval", { cronString: ["@every 1h/1h"] }, /phase cannot be greater/],
    ["with two slashes", { calendar: [{ minute: "3/5/7" }] }, /Minute has too many slashes/],
    ["with an hour of 24", { structuredCalendar: [{ hour: [{ start: 24 }] }] }, /Hour Start is not in range/],
  ];
  it.each(refused)("%s", (_, spec, message) => {
    expect(() => canonicalSpec(spec)).toThrow(message);
  });
});
