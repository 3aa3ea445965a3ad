// A projection goes on as the last four weeks were, and knows nothing of what was before or of today.
import { expect, test } from "vitest";
import { projectUsage, type DailyUsage } from "./project-usage.ts";

const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 10, 29);

const day = (ago: number, quantity: bigint): DailyUsage => ({
  dayMs: TODAY - ago * DAY_MS,
  meter: "actions",
  quantity,
});
const actions = (usage: readonly DailyUsage[], days: number): bigint | undefined =>
  projectUsage(usage, { todayMs: TODAY, days }).find(({ meter }) => meter === "actions")?.quantity;

test("days are as the mean of the days from the first with usage on", () => {
  expect(actions([day(4, 100n), day(2, 300n)], 10)).toBe(1_000n);
});

test("today and what is older than four weeks do not count", () => {
  expect(actions([day(0, 900n), day(29, 900n), day(1, 5n)], 2)).toBe(10n);
});

test("nothing known, or no days to come, is nothing", () => {
  expect(actions([], 10)).toBe(0n);
  expect(actions([day(1, 5n)], -1)).toBe(0n);
});
