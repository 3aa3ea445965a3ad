// Cron schedules of workflows: five fields, @hourly and its kin, @every, and a time zone in front.
import { CloudError } from "#shared/errors";
import type { EpochMs } from "#shared/clock";

/** Longest search for a matching minute: the 29th of February comes at least every eight years. */
const SEARCH_DAYS_MAX = 8 * 366 + 1;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const MACROS: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const UNITS_MS: Record<string, number> = { h: 3_600_000, m: MINUTE_MS, s: 1_000, ms: 1 };

interface Fields {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  isAnyDay: boolean;
  isAnyWeekday: boolean;
}

type Schedule = { everyMs: number } | { fields: Fields; timeZone: string };

const parsed = new Map<string, Schedule | undefined>();
/** Schedules remembered; many workflows share few. */
const PARSED_MAX = 1_000;

/** Throws INVALID_ARGUMENT for a schedule that cannot be read or never comes. */
export function checkCronSchedule(schedule: string, now: EpochMs): void {
  if (schedule === "") return;
  const known = scheduleOf(schedule);
  if (known === undefined) throw new CloudError("INVALID_ARGUMENT", "invalid CronSchedule.");
  if (nextAfter(known, now) === undefined) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "invalid CronSchedule, no time can be found to satisfy the schedule",
    );
  }
}

/** Milliseconds from `now` to the next run after the one of `scheduledAt`, in whole seconds; undefined for no cron. */
export function cronBackoffMs(schedule: string, scheduledAt: EpochMs, now: EpochMs): number | undefined {
  const known = schedule === "" ? undefined : scheduleOf(schedule);
  if (known === undefined) return undefined;
  if (now < scheduledAt) return wholeSeconds(scheduledAt - now);
  if ("everyMs" in known) {
    const periods = Math.max(1, Math.ceil((now - scheduledAt) / known.everyMs));
    return wholeSeconds(Math.floor(scheduledAt / 1000) * 1000 + periods * known.everyMs - now);
  }
  let next = nextAfter(known, scheduledAt);
  if (next !== undefined && next < now) next = nextAfter(known, now - 1);
  return next === undefined ? undefined : wholeSeconds(next - now);
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.ceil(ms / 1000)) * 1000;
}

function scheduleOf(text: string): Schedule | undefined {
  if (!parsed.has(text)) {
    if (parsed.size >= PARSED_MAX) parsed.clear();
    parsed.set(text, parse(text));
  }
  return parsed.get(text);
}

function parse(text: string): Schedule | undefined {
  const zone = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(text.trim());
  const timeZone = zone?.[1] ?? "UTC";
  const rest = (zone?.[2] ?? text).trim();
  if (!isTimeZone(timeZone)) return undefined;
  const every = /^@every\s+(\S+)$/.exec(rest)?.[1];
  if (every !== undefined) {
    const everyMs = durationMs(every);
    return everyMs === undefined ? undefined : { everyMs: Math.max(1000, Math.floor(everyMs / 1000) * 1000) };
  }
  const parts = (MACROS[rest] ?? rest).split(/\s+/);
  if (parts.length !== 5) return undefined;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = parts;
  const minutes = parseField(minute, 0, 59);
  const hours = parseField(hour, 0, 23);
  const days = parseField(day, 1, 31);
  const months = parseField(month, 1, 12, MONTHS, 1);
  const weekdays = parseField(weekday, 0, 6, DAYS, 0);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const isAny = (field: string): boolean => /^[*?](\/1)?$/.test(field);
  const fields = {
    minutes,
    hours,
    days,
    months,
    weekdays,
    isAnyDay: isAny(day),
    isAnyWeekday: isAny(weekday),
  };
  return { fields, timeZone };
}

function durationMs(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount = "0", unit = "s"] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)) {
    total += Number(amount) * (UNITS_MS[unit] ?? 0);
  }
  return total > 0 ? total : undefined;
}

function parseField(
  text: string,
  min: number,
  max: number,
  names: string[] = [],
  first = 0,
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^(?:([*?])|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part);
    if (match === null) return undefined;
    const [, star, from, to, stepText] = match;
    const number = (word: string): number => {
      const index = names.indexOf(word.toLowerCase());
      if (index >= 0) return index + first;
      return /^\d+$/.test(word) ? Number(word) : Number.NaN;
    };
    const step = stepText === undefined ? 1 : Number(stepText);
    const start = star === undefined ? number(from ?? "") : min;
    const openEnd = stepText === undefined ? start : max;
    const end = star === undefined ? (to === undefined ? openEnd : number(to)) : max;
    if (!(step > 0 && start >= min && end <= max && start <= end)) return undefined;
    for (let value = start; value <= end; value += step) values.add(value);
  }
  return values;
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return true;
  } catch {
    // The constructor is the only way to ask whether a zone is known.
    return false;
  }
}

/** The first matching time strictly after `after`. */
function nextAfter(schedule: Schedule, after: EpochMs): EpochMs | undefined {
  if ("everyMs" in schedule) return Math.floor(after / 1000) * 1000 + schedule.everyMs;
  const { fields, timeZone } = schedule;
  let at = Math.floor(after / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const end = at + SEARCH_DAYS_MAX * DAY_MS;
  while (at < end) {
    const local = localTime(at, timeZone);
    if (!fields.months.has(local.getUTCMonth() + 1) || !matchesDay(fields, local)) {
      at += DAY_MS - (local.getTime() % DAY_MS);
    } else if (!fields.hours.has(local.getUTCHours())) {
      at += 3_600_000 - (local.getTime() % 3_600_000);
    } else if (!fields.minutes.has(local.getUTCMinutes())) {
      at += MINUTE_MS;
    } else return at;
  }
  return undefined;
}

/** Both day fields restricted: either may match, as in every cron. */
function matchesDay(fields: Fields, local: Date): boolean {
  const day = fields.days.has(local.getUTCDate());
  const weekday = fields.weekdays.has(local.getUTCDay());
  return fields.isAnyDay || fields.isAnyWeekday ? day && weekday : day || weekday;
}

/** A Date whose UTC parts are the wall clock of the zone. */
function localTime(at: EpochMs, timeZone: string): Date {
  if (timeZone === "UTC") return new Date(at);
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return new Date(Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")));
}
