// Impossible groupings and times are refused with the field and the rule.
import { describe, expect, it } from "vitest";
import { timestampOfMs } from "#contracts";
import { parseGrouping } from "./grouping.ts";
import { rangeOf } from "./report-range.ts";

const NOW = Date.UTC(2026, 10, 15, 12, 34, 56);
const at = (...moment: [number, number, number, number?]) => timestampOfMs(Date.UTC(...moment));

describe("group_by", () => {
  it.each([
    [["namespace", "color"], /group_by "color" is not known: group_by must be of: account, namespace/],
    [["tag:"], /"tag:" is not known/],
    [["tag:Team"], /"tag:Team" is not known/],
    [["hour", "day"], /one of hour, day and month/],
    [["tag", "tag:team"], /not both/],
    [["kind", "kind"], /names "kind" twice/],
    [["x".repeat(500)], /is not known/],
    [Array.from({ length: 11 }, (_, index) => `tag:${index}`), /at most 10 tags/],
  ])("refuses %j", (names, rule) => {
    expect(() => parseGrouping(names)).toThrow(rule);
    expect(() => parseGrouping(names)).toThrow(expect.objectContaining({ field: "groupBy" }) as Error);
  });

  it("takes names with commas between them", () => {
    expect(parseGrouping(["namespace,tag"]).names).toEqual(["namespace", "tag"]);
  });
});

describe("the time of a report", () => {
  it.each([
    [{ month: "2026-13" }, "month", /must look like 2026-11/],
    [{ month: "november" }, "month", /must look like/],
    [{ month: "2026-12" }, "month", /must not be in the future/],
    [{ month: "2026-11", endTimeExclusive: at(2026, 10, 2) }, "month", /instead of/],
    [
      { startTimeInclusive: at(2026, 10, 2), endTimeExclusive: at(2026, 10, 1) },
      "startTimeInclusive",
      /before/,
    ],
    [
      { startTimeInclusive: at(2024, 0, 1), endTimeExclusive: at(2026, 10, 1) },
      "startTimeInclusive",
      /at most 400/,
    ],
    [{ startTimeInclusive: timestampOfMs(NOW) }, "startTimeInclusive", /whole minute/],
    [{ endTimeExclusive: timestampOfMs(NOW) }, "endTimeExclusive", /whole minute/],
  ])("refuses %j", (request, field, rule) => {
    expect(() => rangeOf(request, NOW)).toThrow(rule);
    expect(() => rangeOf(request, NOW)).toThrow(expect.objectContaining({ field }) as Error);
  });

  it("is a calendar month in UTC, or this month so far", () => {
    expect(rangeOf({ month: "2026-02" }, NOW)).toEqual({
      fromMs: Date.UTC(2026, 1, 1),
      toMs: Date.UTC(2026, 2, 1),
    });
    expect(rangeOf({}, NOW)).toEqual({ fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 10, 15, 12, 35) });
  });
});
