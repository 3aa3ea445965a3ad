// Brings a schedule's spec into the one form that is stored: structured calendars and intervals only, checked.
import { msOfDuration, type temporal } from "#contracts";
import { parseCalendar, parseCron, YEAR_MAX, YEAR_MIN } from "./parse-calendar.ts";
import { SpecError } from "./parse-range.ts";
import { timeZoneOf } from "./time-zone.ts";

type Spec = temporal.api.schedule.v1.IScheduleSpec;
type Structured = temporal.api.schedule.v1.IStructuredCalendarSpec;
type Interval = temporal.api.schedule.v1.IIntervalSpec;

const COMMENT_LENGTH_MAX = 200;
const INTERVAL_MS_MIN = 1_000;
const ENTRIES_MAX = 10_000;
const CONFLICTING_ZONES = "conflicting timezone names";

/** Errors: SpecError. The given message is not changed. */
export function canonicalSpec(spec: Spec): Spec {
  const crons = (spec.cronString ?? []).map(parseCron);
  const structuredCalendar = [
    ...(spec.structuredCalendar ?? []),
    ...(spec.calendar ?? []).map(parseCalendar),
    ...crons.flatMap(({ calendar }) => calendar ?? []),
  ];
  const excludeStructuredCalendar = [
    ...(spec.excludeStructuredCalendar ?? []),
    ...(spec.excludeCalendar ?? []).map(parseCalendar),
  ];
  const interval = [...(spec.interval ?? []), ...crons.flatMap((cron) => cron.interval ?? [])];
  const entries = structuredCalendar.length + excludeStructuredCalendar.length + interval.length;
  if (entries > ENTRIES_MAX) throw new SpecError(`more than ${ENTRIES_MAX} calendars and intervals`);
  for (const calendar of [...structuredCalendar, ...excludeStructuredCalendar]) checkCalendar(calendar);
  for (const one of interval) checkInterval(one);
  const timezoneName = zoneOf(
    spec,
    crons.map((cron) => cron.timezoneName),
  );
  timeZoneOf(timezoneName);
  return {
    structuredCalendar,
    excludeStructuredCalendar,
    interval,
    startTime: spec.startTime ?? null,
    endTime: spec.endTime ?? null,
    jitter: spec.jitter ?? null,
    timezoneName,
  };
}

/** All cron strings agree on a zone, and with the spec's own. */
function zoneOf(spec: Spec, cronZones: readonly string[]): string {
  const own = spec.timezoneName ?? "";
  if ((spec.timezoneData ?? []).length > 0) {
    throw new SpecError("time zone data is not supported: give the name of a time zone");
  }
  const [zone = ""] = cronZones;
  if (cronZones.some((other) => other !== zone)) throw new SpecError(CONFLICTING_ZONES);
  if (zone !== "" && own !== "" && own !== zone) throw new SpecError(CONFLICTING_ZONES);
  return zone === "" ? own : zone;
}

const FIELDS = [
  ["second", "Second", 0, 59],
  ["minute", "Minute", 0, 59],
  ["hour", "Hour", 0, 23],
  ["dayOfMonth", "DayOfMonth", 1, 31],
  ["month", "Month", 1, 12],
  ["year", "Year", YEAR_MIN, YEAR_MAX],
  ["dayOfWeek", "DayOfWeek", 0, 6],
] as const;

function checkCalendar(calendar: Structured): void {
  const errors: string[] = [];
  for (const [field, name, min, max] of FIELDS) {
    for (const range of calendar[field] ?? []) {
      const start = range.start ?? 0;
      const end = range.end ?? 0;
      if (start < min || start > max) errors.push(`${name} Start is not in range [${min}-${max}]`);
      if (end !== 0 && (end < start || end > max)) {
        errors.push(`${name} End is before Start or not in range [${min}-${max}]`);
      }
      if ((range.step ?? 0) < 0) errors.push(`${name} has invalid Step`);
    }
  }
  if (Buffer.byteLength(calendar.comment ?? "") > COMMENT_LENGTH_MAX) errors.push("comment is too long");
  if (errors.length > 0) throw new SpecError(`invalid calendar spec: ${errors.join(", ")}`);
}

function checkInterval(interval: Interval): void {
  const intervalMs = msOfDuration(interval.interval) ?? 0;
  const phaseMs = msOfDuration(interval.phase) ?? 0;
  if (intervalMs < INTERVAL_MS_MIN) throw new SpecError("interval is too small");
  if (phaseMs < 0) throw new SpecError("phase is negative");
  if (phaseMs >= intervalMs) throw new SpecError("phase cannot be greater than Interval");
}
