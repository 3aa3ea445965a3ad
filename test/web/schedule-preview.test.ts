// The preview of a schedule's form is made in the browser: it says what a cell will do, whatever the spec and the zone.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codecOf, messageFromJsonText, type temporal } from "#contracts";
import { canonicalSpec, CompiledSpec } from "../../services/cell/schedules/spec/index.ts";
import { nextTimes } from "../../web/src/pages/schedules/next-times.ts";
import { canonical, type TimesRow } from "../../web/src/pages/schedules/times-row.ts";

const TIMES = 6;
const { type } = codecOf<temporal.api.schedule.v1.IScheduleSpec>("temporal.api.schedule.v1.ScheduleSpec");

/** As the cell reads and runs it. */
function timesOfCell(spec: object, from: number): number[] {
  const message = messageFromJsonText(type, JSON.stringify(spec)) as temporal.api.schedule.v1.IScheduleSpec;
  const compiled = new CompiledSpec(canonicalSpec(message), "seed");
  const times: number[] = [];
  let next = compiled.next(from);
  while (next !== undefined && times.length < TIMES) {
    times.push(next.nominalAt);
    next = compiled.next(next.nominalAt);
  }
  return times;
}

const value = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
const field = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant("*") },
    value(min, max),
    fc.tuple(value(min, max), value(min, max)).map(([one, other]) => `${one},${other}`),
    fc
      .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
      .map(([one, other]) => `${String(Math.min(one, other))}-${String(Math.max(one, other))}`),
    fc.integer({ min: 2, max: 20 }).map((step) => `*/${String(step)}`),
  );
const cron = fc
  .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 7))
  .map((fields): TimesRow => ({ kind: "cron", text: fields.join(" ") }));
const interval = fc
  .integer({ min: 60, max: 100_000 })
  .map((seconds): TimesRow => ({ kind: "interval", every: `${String(seconds)}s`, offset: "7s" }));
const zone = fc.constantFrom("", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");

test("the browser's next times are the cell's", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(cron, interval), { minLength: 1, maxLength: 3 }),
      zone,
      fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) }),
      (rows, timezoneName, from) => {
        const spec = { ...canonical(rows), timezoneName };
        expect(nextTimes(spec, from, TIMES)).toEqual(timesOfCell(spec, from));
      },
    ),
    { numRuns: 300 },
  );
});
