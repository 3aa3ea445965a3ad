// What figures, times, money and equivalents look like as text.
import { describe, expect, test } from "vitest";
import { csvOf } from "./csv.ts";
import { bytes, count, gigabyteHours, shortCount } from "./figures.ts";
import { centsOf, moneyOfCents, moneyOfMicros } from "./money.ts";
import { curlOf, terraformOf } from "./show-as.ts";
import { parseTimeRange } from "./time-range.ts";
import { absoluteTime, duration, relativeTime } from "./time.ts";

const NOON = Date.UTC(2026, 10, 28, 12, 0, 0);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test("figures have separators and units, and large ones are short", () => {
  expect(count("12345678901234567890")).toBe("12,345,678,901,234,567,890");
  expect([999, 12_345, 1_234_567].map(shortCount)).toEqual(["999", "12.3 K", "1.23 M"]);
  expect([0, 999, 1_500_000_000].map(bytes)).toEqual(["0 B", "999 B", "1.5 GB"]);
  expect(["0", "1", "122472000000000", "3600000000000000"].map(gigabyteHours)).toEqual([
    "0 GBh",
    "< 0.001 GBh",
    "34.02 GBh",
    "1,000 GBh",
  ]);
});

test("money is exact, has its currency and cents, and rounds half up as invoices do", () => {
  expect(moneyOfCents("123450")).toBe("$1,234.50");
  expect(moneyOfCents(-5, "eur")).toBe("−€0.05");
  expect(moneyOfMicros(15_000)).toBe("$0.02");
  expect([moneyOfCents(1_200, "jpy"), moneyOfMicros(1_500_000, "jpy")]).toEqual(["¥1,200", "¥2"]);
  expect(moneyOfMicros("9007199254740993000000")).toBe("$9,007,199,254,740,993.00");
});

test("typed amounts are whole cents, and what is none is refused", () => {
  expect(["1,234.5", "7", "0.05"].map((text) => centsOf(text))).toEqual([123_450, 700, 5]);
  expect(["", "-1", "1.234", "1e3", "ten", "99999999999"].map((text) => centsOf(text))).toEqual(
    Array(6).fill(undefined),
  );
  expect([centsOf("1200", "jpy"), centsOf("1.5", "jpy")]).toEqual([1_200, undefined]);
});

test("times are relative at a glance and absolute in a zone", () => {
  expect(relativeTime(NOON - 3 * HOUR, NOON)).toBe("3 hours ago");
  expect(relativeTime(NOON + 12 * DAY, NOON)).toBe("in 12 days");
  expect(relativeTime(NOON - 1_000, NOON)).toBe("now");
  expect(absoluteTime(NOON, "utc")).toBe("2026-11-28 12:00:00 UTC");
  expect([250, 1_500, 125_000, 4 * HOUR, 50 * HOUR].map(duration)).toEqual([
    "250 ms",
    "1.5 s",
    "2 min 5 s",
    "4 h",
    "2 d 2 h",
  ]);
});

describe("a typed range", () => {
  test.each([
    ["last 3h", NOON - 3 * HOUR, NOON],
    ["7 days", NOON - 7 * DAY, NOON],
    ["today", NOON - 12 * HOUR, NOON],
    ["2026-11-01..2026-11-02", Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 3)],
    ["since 2026-11-27", Date.UTC(2026, 10, 27), NOON],
    ["this month", Date.UTC(2026, 10, 1), NOON],
    ["last month", Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)],
    ["2025-12", Date.UTC(2025, 11, 1), Date.UTC(2026, 0, 1)],
  ])("%s", (text, fromMs, toMs) => {
    expect(parseTimeRange(text, NOON)).toEqual({ fromMs, toMs });
  });

  test.each(["", "yesterdayish", "2026-11-28..2026-11-01", "last", "2026-13"])("%s is none", (text) => {
    expect(parseTimeRange(text, NOON)).toBeUndefined();
  });
});

test("cells that a spreadsheet would run are quoted, figures are not", () => {
  expect(csvOf([["=cmd()", "-5", "a,b", 'say "x"']])).toBe('\'=cmd(),-5,"a,b","say ""x"""\r\n');
});

test("names with quotes and expressions stay text in the shell and in Terraform", () => {
  const curl = curlOf({ method: "POST", path: "/cloud/x", body: { name: "it's" } }, "https://c.example");
  expect(curl).toContain(`'{\n  "name": "it'\\''s"\n}'`);
  expect(terraformOf("r", "a b", { name: "${evil}", list: ["x"], nested: { "k y": 1 } })).toBe(
    'resource "r" "a_b" {\n  name   = "$${evil}"\n  list   = ["x"]\n  nested = {\n    "k y" = 1\n  }\n}',
  );
});
