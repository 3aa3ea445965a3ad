// A canonical spec as something that tells times: the next time after a given one, before and after jitter. Pure.
import { createHash } from "node:crypto";
import { msOfDuration, msOfTimestamp, type temporal } from "#contracts";
import { CalendarMatcher } from "./calendar-matcher.ts";
import { YEAR_MAX } from "./parse-calendar.ts";
import { timeZoneOf } from "./time-zone.ts";

type Spec = temporal.api.schedule.v1.IScheduleSpec;

const SECOND_MS = 1_000;
/** Excluded times looked at in a row; a spec that excludes more has no next time. */
const EXCLUDED_IN_A_ROW_MAX = 200_000;
const HASH_RANGE = 2 ** 32;

export interface NextTime {
  /** The time that matches. */
  nominalAt: number;
  /** The same with jitter. */
  actualAt: number;
}

export class CompiledSpec {
  readonly #calendars: CalendarMatcher[];
  readonly #excludes: CalendarMatcher[];
  readonly #intervals: { seconds: number; phase: number }[];
  readonly #startAt: number | undefined;
  readonly #endAt: number;
  readonly #jitterMs: number;
  readonly #seed: string;

  /** `seed` makes the jitter of one schedule differ from that of others. */
  constructor(spec: Spec, seed: string) {
    const zone = timeZoneOf(spec.timezoneName ?? "");
    this.#calendars = (spec.structuredCalendar ?? []).map((calendar) => new CalendarMatcher(calendar, zone));
    this.#excludes = (spec.excludeStructuredCalendar ?? []).map((each) => new CalendarMatcher(each, zone));
    this.#intervals = (spec.interval ?? []).map(({ interval, phase }) => ({
      seconds: Math.max(1, Math.floor((msOfDuration(interval) ?? 0) / SECOND_MS)),
      phase: Math.floor((msOfDuration(phase) ?? 0) / SECOND_MS),
    }));
    this.#startAt = msOfTimestamp(spec.startTime);
    this.#endAt = Math.min(msOfTimestamp(spec.endTime) ?? Infinity, Date.UTC(YEAR_MAX + 1, 0, 1) - 1);
    this.#jitterMs = msOfDuration(spec.jitter) ?? 0;
    this.#seed = seed;
  }

  /** The earliest time that matches after the given one; undefined when there is none. */
  next(given: number): NextTime | undefined {
    let after = this.#startAt === undefined ? given : Math.max(given, this.#startAt - SECOND_MS);
    for (let tried = 0; tried < EXCLUDED_IN_A_ROW_MAX; tried += 1) {
      const nominalAt = this.#rawNext(after);
      if (nominalAt === undefined || nominalAt > this.#endAt) return undefined;
      after = nominalAt;
      if (this.#excludes.some((calendar) => calendar.matches(nominalAt))) continue;
      return { nominalAt, actualAt: this.#withJitter(nominalAt) };
    }
    return undefined;
  }

  /** Jittered times in [from, to], at most `max`. */
  between(from: number, to: number, max: number): number[] {
    const times: number[] = [];
    for (
      let next = this.next(from);
      next !== undefined && times.length < max;
      next = this.next(next.actualAt)
    ) {
      if (next.actualAt > to) break;
      times.push(next.actualAt);
    }
    return times;
  }

  #rawNext(after: number): number | undefined {
    let first = Infinity;
    for (const calendar of this.#calendars) first = Math.min(first, calendar.next(after) ?? Infinity);
    const second = Math.floor(after / SECOND_MS);
    for (const { seconds, phase } of this.#intervals) {
      const next = (Math.floor((second - phase) / seconds) + 1) * seconds + phase;
      first = Math.min(first, next * SECOND_MS);
    }
    return first === Infinity ? undefined : first;
  }

  /** Told by a hash of the time, so it is the same whenever it is asked; never past the following time. */
  #withJitter(nominalAt: number): number {
    if (this.#jitterMs <= 0) return nominalAt;
    const range = Math.min(this.#jitterMs, (this.#rawNext(nominalAt) ?? Infinity) - nominalAt);
    const hash = createHash("sha256").update(`${nominalAt}/${this.#seed}`).digest().readUInt32BE(0);
    return nominalAt + Math.floor((hash / HASH_RANGE) * range);
  }
}
