// A structured calendar as something that finds times: first on the wall clock, then on the real one. A wall time that
// a clock change skips never comes; one that it repeats comes twice.
import type { temporal } from "#contracts";
import { YEAR_MAX } from "./parse-calendar.ts";
import type { Range } from "./parse-range.ts";
import type { TimeZone } from "./time-zone.ts";

type Structured = temporal.api.schedule.v1.IStructuredCalendarSpec;

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
/** Two changes of a clock are further apart than this. */
const PROBE_MS = 5 * DAY_MS;
/** No wall time is further from its moment than this. */
const OFFSET_MS_MAX = 2 * DAY_MS;
/** Clock changes looked at for one time. */
const STEPS_MAX = 10_000;

export class CalendarMatcher {
  readonly #zone: TimeZone;
  readonly #seconds: boolean[];
  readonly #minutes: boolean[];
  readonly #hours: boolean[];
  readonly #daysOfMonth: boolean[];
  readonly #months: boolean[];
  readonly #daysOfWeek: boolean[];
  readonly #years: Set<number> | undefined;

  constructor(calendar: Structured, zone: TimeZone) {
    this.#zone = zone;
    this.#seconds = table(calendar.second, 60);
    this.#minutes = table(calendar.minute, 60);
    this.#hours = table(calendar.hour, 24);
    this.#daysOfMonth = table(calendar.dayOfMonth, 32);
    this.#months = table(calendar.month, 13);
    this.#daysOfWeek = table(calendar.dayOfWeek, 7);
    const years = calendar.year ?? [];
    this.#years = years.length === 0 ? undefined : new Set(years.flatMap(valuesOf));
  }

  matches(at: number): boolean {
    const wall = new Date(at + this.#zone.offsetMs(at));
    return (
      this.#isYear(wall.getUTCFullYear()) &&
      this.#isDay(wall) &&
      this.#hours[wall.getUTCHours()] === true &&
      this.#minutes[wall.getUTCMinutes()] === true &&
      this.#seconds[wall.getUTCSeconds()] === true
    );
  }

  /** The first match later than `after`, in whole seconds. */
  next(after: number): number | undefined {
    let from = (Math.floor(after / SECOND_MS) + 1) * SECOND_MS;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const offset = this.#zone.offsetMs(from);
      const wall = this.#nextWall(from + offset);
      if (wall === undefined) return undefined;
      const candidate = wall - offset;
      const change = this.#changeBetween(from, Math.min(candidate, from + PROBE_MS));
      if (change !== undefined) from = change;
      else if (candidate <= from + PROBE_MS) return candidate;
      // Until shortly before the candidate no wall time matches, whatever clocks do meanwhile.
      else from = Math.max(from + PROBE_MS, candidate - OFFSET_MS_MAX);
    }
    return undefined;
  }

  /** The first second with another offset. */
  #changeBetween(from: number, to: number): number | undefined {
    const offset = this.#zone.offsetMs(from);
    if (this.#zone.offsetMs(to) === offset) return undefined;
    let low = from;
    let high = to;
    while (high - low > SECOND_MS) {
      const middle = low + Math.floor((high - low) / SECOND_MS / 2) * SECOND_MS;
      if (this.#zone.offsetMs(middle) === offset) low = middle;
      else high = middle;
    }
    return high;
  }

  /** The first wall time that matches, not before `from`; both as if the wall clock were UTC. */
  #nextWall(from: number): number | undefined {
    let wall = new Date(from);
    while (wall.getUTCFullYear() <= YEAR_MAX) {
      const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
      if (!this.#isYear(year)) wall = new Date(Date.UTC(year + 1, 0, 1));
      else if (this.#months[month + 1] !== true) wall = new Date(Date.UTC(year, month + 1, 1));
      else if (!this.#isDay(wall)) wall = new Date(Date.UTC(year, month, day + 1));
      else {
        const time = this.#timeOfDay(wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds());
        if (time !== undefined) return Date.UTC(year, month, day) + time * SECOND_MS;
        wall = new Date(Date.UTC(year, month, day + 1));
      }
    }
    return undefined;
  }

  #timeOfDay(fromHour: number, fromMinute: number, fromSecond: number): number | undefined {
    for (let hour = fromHour; hour < 24; hour += 1) {
      if (this.#hours[hour] !== true) continue;
      for (let minute = hour === fromHour ? fromMinute : 0; minute < 60; minute += 1) {
        if (this.#minutes[minute] !== true) continue;
        const isFirst = hour === fromHour && minute === fromMinute;
        const second = this.#seconds.indexOf(true, isFirst ? fromSecond : 0);
        if (second >= 0) return hour * 3600 + minute * 60 + second;
      }
    }
    return undefined;
  }

  #isYear(year: number): boolean {
    return this.#years === undefined || this.#years.has(year);
  }

  #isDay(wall: Date): boolean {
    return (
      this.#months[wall.getUTCMonth() + 1] === true &&
      this.#daysOfMonth[wall.getUTCDate()] === true &&
      this.#daysOfWeek[wall.getUTCDay()] === true
    );
  }
}

function table(ranges: readonly Range[] | null | undefined, size: number): boolean[] {
  const values = Array.from({ length: size }, () => false);
  for (const value of (ranges ?? []).flatMap(valuesOf)) if (value < size) values[value] = true;
  return values;
}

/** Ranges are checked before: they are short. */
function valuesOf(range: Range): number[] {
  const start = range.start ?? 0;
  const end = Math.max(start, range.end ?? 0);
  const step = range.step || 1;
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, place) => start + place * step);
}
