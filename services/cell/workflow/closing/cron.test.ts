// Cron schedules: when the next run is due.
import { expect, test } from "vitest";
import { checkCronSchedule, cronBackoffMs } from "./cron.ts";

const at = (text: string): number => Date.parse(`${text}Z`);
const MINUTE = 60_000;

test.each([
  ["* * * * *", "2026-01-01T00:00:30", 0.5],
  ["0 * * * *", "2026-01-01T00:00:00", 60],
  ["30 4 * * *", "2026-01-01T05:00:00", 23.5 * 60],
  ["0 0 1 1 *", "2026-01-01T00:00:00", 365 * 24 * 60],
  ["0 9 * * mon-fri", "2026-01-02T10:00:00", 71 * 60],
  ["0 0 13 * 5", "2026-01-01T00:00:00", 24 * 60],
  ["*/20 * * * *", "2026-01-01T00:05:00", 15],
  ["@hourly", "2026-01-01T00:59:00", 1],
  ["@every 90s", "2026-01-01T00:00:00", 1.5],
  ["CRON_TZ=America/New_York 0 9 * * *", "2026-01-01T13:00:00", 60],
  ["0 0 29 2 *", "2026-03-01T00:00:00", (365 + 365 - 1) * 24 * 60 + 24 * 60],
])("%s after %s comes in %s minutes", (schedule, now, minutes) => {
  expect(cronBackoffMs(schedule, at(now), at(now))).toBe(minutes * MINUTE);
});

test("runs that were missed are skipped", () => {
  const scheduledAt = at("2026-01-01T00:00:00");
  const now = at("2026-01-01T00:07:10");
  expect(cronBackoffMs("*/5 * * * *", scheduledAt, now)).toBe(170_000);
  expect(cronBackoffMs("@every 60s", scheduledAt, now)).toBe(50_000);
});

test.each(["", "@hourly", "0 0 * * sun", "5,10-20/2 0 * * ?", "@every 1h30m"])(
  "%j is accepted",
  (schedule) => {
    expect(() => checkCronSchedule(schedule, 0)).not.toThrow();
  },
);

test.each(["x", "* * * *", "60 * * * *", "* * * * 8", "@every", "@every -1s", "TZ=Nowhere/Land * * * * *"])(
  "%j is refused",
  (schedule) => {
    expect(() => checkCronSchedule(schedule, 0)).toThrow("invalid CronSchedule.");
  },
);

test("a day that never comes is refused", () => {
  expect(() => checkCronSchedule("0 0 31 2 *", 0)).toThrow("no time can be found");
});
