// Times of schedules as the form reads and shows them.
import { describe, expect, test } from "vitest";
import { fieldText, parseField } from "./calendar-field.ts";
import { nextTimes } from "./next-times.ts";
import { createCommand, EMPTY_FORM, formOf, scheduleOf } from "./schedule-form.ts";
import { parseSeconds, secondsText } from "./spec-duration.ts";
import { specWords } from "./spec-words.ts";
import { canonical, EVERY_DAY, rowsOf, type TimesRow } from "./times-row.ts";
import { monthDays, monthOf } from "./month-days.ts";

const cron = (text: string): TimesRow => ({ kind: "cron", text });
const FROM = Date.parse("2026-11-28T10:00:00Z");
const iso = (times: readonly number[]): string[] => times.map((time) => new Date(time).toISOString());

describe("fields of a calendar", () => {
  test.each([
    ["dayOfWeek", "MON-FRI", "MON-FRI"],
    ["dayOfWeek", "sunday", "SUN"],
    ["dayOfWeek", "7", "SUN"],
    ["dayOfWeek", "5-7", "SUN,FRI-SAT"],
    ["minute", "*/15", "*/15"],
    ["minute", "5/20", "5-59/20"],
    ["month", "jan,6-8", "JAN,JUN-AUG"],
    ["dayOfMonth", "", "*"],
    ["hour", "", "0"],
    ["year", "*", "*"],
  ] as const)("%s %j is kept as %j", (name, text, kept) => {
    expect(fieldText(name, parseField(name, text))).toBe(kept);
  });

  test.each([
    ["minute", "60"],
    ["hour", "9-5"],
    ["dayOfMonth", "0"],
    ["month", "*/0"],
    ["dayOfWeek", "FUNDAY"],
    ["hour", "9,,10"],
    ["hour", "<b>9</b>"],
  ] as const)("%s %j is refused with what to write", (name, text) => {
    expect(() => parseField(name, text)).toThrow(/: write values/);
  });
});

test("durations are read and written as people do", () => {
  expect(parseSeconds("1h 30m", "Every")).toBe(5_400);
  expect(secondsText(5_400)).toBe("1h30m");
  expect(secondsText(0)).toBe("0s");
  expect(() => parseSeconds("90", "Every")).toThrow("Every: write a duration");
});

describe("next times", () => {
  test("weekdays at nine in Berlin, over the weekend", () => {
    const spec = { ...canonical([cron("0 9 * * MON-FRI")]), timezoneName: "Europe/Berlin" };
    expect(iso(nextTimes(spec, FROM, 2))).toEqual(["2026-11-30T08:00:00.000Z", "2026-12-01T08:00:00.000Z"]);
    expect(specWords(spec)).toEqual(["At 09:00, Monday to Friday"]);
  });

  test("a wall time that the clock skips never comes, one that it repeats comes twice", () => {
    const skipped = { ...canonical([cron("30 2 29 3 *")]), timezoneName: "Europe/Berlin" };
    expect(iso(nextTimes(skipped, Date.parse("2026-03-01T00:00:00Z"), 1))).toEqual([
      "2027-03-29T00:30:00.000Z",
    ]);
    const repeated = { ...canonical([cron("30 2 25 10 *")]), timezoneName: "Europe/Berlin" };
    expect(iso(nextTimes(repeated, Date.parse("2026-10-01T00:00:00Z"), 2))).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  test("several rows together, in order and each moment once", () => {
    const rows: TimesRow[] = [cron("@hourly"), { kind: "interval", every: "90m", offset: "30m" }];
    expect(iso(nextTimes(canonical(rows), FROM, 4)).map((time) => time.slice(11, 16))).toEqual([
      "11:00",
      "12:00",
      "12:30",
      "13:00",
    ]);
  });

  test("a day that never comes ends the search", () => {
    expect(nextTimes(canonical([cron("0 0 31 2 *")]), FROM, 1)).toEqual([]);
  });
});

test("what a form makes is read back into the same form", () => {
  const form = {
    ...EMPTY_FORM,
    ...{
      scheduleId: "s",
      workflowType: "report",
      workflowId: "w",
      taskQueue: "q",
      timezone: "Europe/Berlin",
    },
    ...{ args: JSON.stringify(["grüße 🌍", { n: 1 }], null, 2), jitter: "30s", catchup: "1d", notes: "n" },
    rows: [
      { kind: "calendar", fields: { ...EVERY_DAY, dayOfWeek: "MON-FRI" } },
      { kind: "interval", every: "1h30m", offset: "5m" },
    ] satisfies TimesRow[],
  };
  expect(formOf("s", scheduleOf(form))).toEqual(form);
});

test("what the form does not show is kept when a schedule is changed", () => {
  const before = {
    spec: { endTime: "2027-01-01T00:00:00Z", excludeStructuredCalendar: [{ comment: "holidays" }] },
    action: {
      startWorkflow: {
        memo: { fields: {} },
        input: { payloads: [{ metadata: { encoding: "YmluYXJ5L2VuY3J5cHRlZA==" }, data: "AA==" }] },
      },
    },
    policies: { keepOriginalWorkflowId: true },
    state: { paused: true },
  };
  const form = formOf("s", before);
  expect(form.args).toBeUndefined();
  expect(scheduleOf({ ...form, workflowType: "t" }, before)).toMatchObject(before);
});

test("the command says what the form holds", () => {
  const form = { ...EMPTY_FORM, scheduleId: "s", workflowType: "t", taskQueue: "q", args: '["a b", 1]' };
  const command = createCommand({ ...form, rows: [cron("0 9 * * *")] }, { address: "h:1", namespace: "n.a" });
  expect(command).toContain("--cron '0 9 * * *'");
  expect(command).toContain(`--input '"a b"' \\\n  --input 1`);
});

test("the rows of a schedule say the same as its spec", () => {
  const spec = canonical([cron("*/5 8-18 1,15 * MON-FRI"), cron("@every 90m/10m")]);
  expect(canonical(rowsOf(spec))).toEqual(spec);
});

test.each([
  ["*/30 * * * *", "Every 30 minutes, every day"],
  ["* * * * *", "Every minute, every day"],
  ["15 * * * 1", "Every hour at minute 15, Monday"],
  ["0 9,17 1 JAN *", "At 09:00 and 17:00, on day 1 of the month, in January"],
])("%s reads %j", (text, words) => {
  expect(specWords(canonical([cron(text)]))).toEqual([words]);
});

test("a month is whole weeks from Monday", () => {
  const month = monthOf("2026-11-28", 3);
  expect(month.title).toBe("February 2027");
  const days = monthDays(month);
  expect([days[0], days.at(-1), days.length]).toEqual(["2027-02-01", "2027-02-28", 28]);
});
