// Ranges are cut without gap or overlap, whatever their edges.
import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS, segmentsOf, type Level } from "./segments.ts";

const LENGTH: Record<Level, number> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

test("segments cover the range once, each aligned to its own level", () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 40 });
  fc.assert(
    fc.property(minutes, minutes, fc.constantFrom("hour" as const, "day" as const), (a, b, finest) => {
      const range = { fromMs: Math.min(a, b) * MINUTE_MS, toMs: Math.max(a, b) * MINUTE_MS };
      let reached = range.fromMs;
      for (const segment of segmentsOf(range, finest)) {
        expect(segment.fromMs).toBe(reached);
        expect(segment.toMs).toBeGreaterThan(segment.fromMs);
        expect(segment.fromMs % LENGTH[segment.level]).toBe(0);
        expect(segment.toMs % LENGTH[segment.level]).toBe(0);
        reached = segment.toMs;
      }
      expect(reached).toBe(range.toMs);
    }),
  );
});

test("a day in the middle is read as a day, and as hours when hours are shown", () => {
  const range = { fromMs: DAY_MS - HOUR_MS, toMs: 2 * DAY_MS + MINUTE_MS };

  expect(segmentsOf(range, "day").map((segment) => segment.level)).toEqual(["hour", "day", "minute"]);
  expect(segmentsOf(range, "hour").map((segment) => segment.level)).toEqual(["hour", "minute"]);
});
