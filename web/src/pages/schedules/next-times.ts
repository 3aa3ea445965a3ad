// When a schedule acts next, by its spec alone: for the preview of a form, before the server has seen it. Pure. What is
// shown of a schedule that exists is told by the server.
import { msOf } from "#format/time";
import { valuesOf } from "./calendar-field.ts";
import type { Calendar, Spec } from "./schedule-facts.ts";
import { secondsOf } from "./spec-duration.ts";
import { momentsOf, wallOf } from "./zone-clock.ts";

const DAY_MS = 86_400_000;
/** Leap days come every eight years at the latest. */
const DAYS_LOOKED_AT = 366 * 9;
const EXCLUDED_IN_A_ROW_MAX = 2_000;
const CLOCK_CHANGE_MS = 3 * 3_600_000;

/** The next moments after `afterMs`, at most `count`; jitter comes on top. Takes canonical specs (see canonical). */
export function nextTimes(spec: Spec, afterMs: number, count: number): number[] {
  const startMs = msOf(spec.startTime);
  const endMs = msOf(spec.endTime) ?? Number.POSITIVE_INFINITY;
  const excludes = spec.excludeStructuredCalendar ?? [];
  const zone = spec.timezoneName ?? "";
  const times: number[] = [];
  let after = startMs === undefined ? afterMs : Math.max(afterMs, startMs - 1_000);
  for (let excluded = 0; times.length < count && excluded < EXCLUDED_IN_A_ROW_MAX;) {
    const next = nextOf(spec, after);
    if (next === undefined || next > endMs) break;
    after = next;
    if (excludes.some((calendar) => matches(calendar, next, zone))) excluded += 1;
    else {
      times.push(next);
      excluded = 0;
    }
  }
  return times;
}

function nextOf(spec: Spec, afterMs: number): number | undefined {
  const candidates = [
    ...(spec.structuredCalendar ?? []).map((calendar) =>
      nextOfCalendar(calendar, afterMs, spec.timezoneName ?? ""),
    ),
    ...(spec.interval ?? []).map(({ interval, phase }) => {
      const every = Math.max(1, Math.floor(secondsOf(interval)));
      const offset = Math.floor(secondsOf(phase));
      return ((Math.floor((Math.floor(afterMs / 1_000) - offset) / every) + 1) * every + offset) * 1_000;
    }),
  ].filter((candidate) => candidate !== undefined);
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}

function nextOfCalendar(calendar: Calendar, afterMs: number, zone: string): number | undefined {
  const wallAfter = wallOf(afterMs, zone);
  const times = timesOfDay(calendar);
  // The day before, because a clock that is set back can show it again.
  const firstDay = Math.floor((wallAfter - CLOCK_CHANGE_MS) / DAY_MS) * DAY_MS;
  for (let day = 0; day < DAYS_LOOKED_AT; day += 1) {
    const dayMs = firstDay + day * DAY_MS;
    if (!isDay(calendar, new Date(dayMs))) continue;
    const found = firstOfDay({ dayMs, times, afterMs, wallAfter, zone });
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstOfDay(day: {
  dayMs: number;
  times: readonly number[];
  afterMs: number;
  wallAfter: number;
  zone: string;
}): number | undefined {
  const { dayMs, times, afterMs, wallAfter, zone } = day;
  const isPlain =
    wallOf(momentOf(dayMs, zone) + DAY_MS, zone) === wallOf(momentOf(dayMs, zone), zone) + DAY_MS;
  let first: number | undefined;
  for (const time of times) {
    const wallMs = dayMs + time;
    if (wallMs < wallAfter - CLOCK_CHANGE_MS) continue;
    for (const moment of momentsOf(wallMs, zone)) {
      if (moment > afterMs && (first === undefined || moment < first)) first = moment;
    }
    // Without a clock change the order of wall times is that of moments.
    if (first !== undefined && isPlain) return first;
  }
  return first;
}

function momentOf(wallMs: number, zone: string): number {
  return wallMs - (wallOf(wallMs, zone) - wallMs);
}

/** In milliseconds of the day, in order. */
function timesOfDay(calendar: Calendar): number[] {
  const hours = valuesOf("hour", calendar.hour ?? []);
  const minutes = valuesOf("minute", calendar.minute ?? []);
  const seconds = valuesOf("second", calendar.second ?? []);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => (hour * 3_600 + minute * 60 + second) * 1_000)),
  );
}

function isDay({ year = [], month = [], dayOfMonth = [], dayOfWeek = [] }: Calendar, wall: Date): boolean {
  return (
    (year.length === 0 || valuesOf("year", year).includes(wall.getUTCFullYear())) &&
    valuesOf("month", month).includes(wall.getUTCMonth() + 1) &&
    valuesOf("dayOfMonth", dayOfMonth).includes(wall.getUTCDate()) &&
    valuesOf("dayOfWeek", dayOfWeek).includes(wall.getUTCDay())
  );
}

function matches(calendar: Calendar, atMs: number, zone: string): boolean {
  const wall = wallOf(atMs, zone);
  return isDay(calendar, new Date(wall)) && timesOfDay(calendar).includes(wall % DAY_MS);
}
