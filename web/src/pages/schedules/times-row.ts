// The rows of a form by which somebody says when a schedule acts: at intervals, by a calendar, or by a cron string; and
// what they are as a spec. Pure.
import { FIELD_RULES, fieldText, parseField, type FieldName } from "./calendar-field.ts";
import type { Calendar, Interval, Spec } from "./schedule-facts.ts";
import { parseSeconds, secondsOf, secondsText } from "./spec-duration.ts";
import { SpecMistake } from "./spec-mistake.ts";

export type CalendarTexts = Record<FieldName, string>;

export type TimesRow =
  | { kind: "interval"; every: string; offset: string }
  | { kind: "calendar"; fields: CalendarTexts }
  | { kind: "cron"; text: string };

export type RowKind = TimesRow["kind"];

export const EVERY_DAY: CalendarTexts = {
  ...{ second: "0", minute: "0", hour: "9", dayOfMonth: "*", month: "*", dayOfWeek: "*", year: "*" },
};

export function emptyRow(kind: RowKind): TimesRow {
  if (kind === "interval") return { kind, every: "1h", offset: "" };
  if (kind === "calendar") return { kind, fields: EVERY_DAY };
  return { kind, text: "0 9 * * MON-FRI" };
}

/** What the rows say: structured calendars and intervals. Errors: SpecMistake, of the first row that is wrong. */
export function canonical(rows: readonly TimesRow[]): Pick<Spec, "structuredCalendar" | "interval"> {
  const structuredCalendar: Calendar[] = [];
  const interval: Interval[] = [];
  for (const row of rows) {
    if (row.kind === "interval") interval.push(intervalOf(row.every, row.offset));
    else if (row.kind === "calendar") structuredCalendar.push(calendarOf(row.fields));
    else {
      const cron = parseCron(row.text);
      if (cron.interval !== undefined) interval.push(cron.interval);
      else structuredCalendar.push(cron.calendar);
    }
  }
  return { structuredCalendar, interval };
}

function intervalOf(every: string, offset: string): Interval {
  const seconds = parseSeconds(every, "Every");
  const phase = offset.trim() === "" ? 0 : parseSeconds(offset, "Offset");
  if (seconds < 1) throw new SpecMistake("Every: one second at least");
  if (phase >= seconds) throw new SpecMistake("Offset: it must be shorter than the interval");
  return { interval: `${seconds}s`, ...(phase === 0 ? {} : { phase: `${phase}s` }) };
}

function calendarOf(fields: Partial<CalendarTexts>): Calendar {
  const names = Object.keys(FIELD_RULES) as FieldName[];
  return Object.fromEntries(names.map((name) => [name, parseField(name, fields[name] ?? "")]));
}

const PREDEFINED: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

type ParsedCron = { calendar: Calendar; interval?: undefined } | { interval: Interval };

function parseCron(given: string): ParsedCron {
  const [plain = "", ...comment] = given.split("#");
  const text = plain.trim();
  if (/^(CRON_)?TZ=/.test(text)) throw new SpecMistake("Cron: name the time zone in its own field");
  const every = /^@every\s+([^/]+)(?:\/(.+))?$/.exec(text);
  if (every !== null) return { interval: intervalOf(every[1] ?? "", every[2] ?? "") };
  const fields = (PREDEFINED[text] ?? text).split(/\s+/).filter((field) => field !== "");
  if (fields.length < 5 || fields.length > 7) {
    throw new SpecMistake(
      "Cron: five fields (minute hour day month weekday), a year after them, seconds before",
    );
  }
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields.length === 7 ? fields.slice(1) : fields;
  const texts = {
    minute,
    hour,
    dayOfMonth,
    month,
    dayOfWeek,
    year,
    second: fields.length === 7 ? fields[0] : "0",
  };
  const texts5 = Object.entries(texts).filter(([, value]) => value !== undefined);
  const calendar = calendarOf(Object.fromEntries(texts5));
  const words = comment.join("#").trim();
  return { calendar: words === "" ? calendar : { ...calendar, comment: words } };
}

/** The rows of a schedule that exists: its calendars and intervals. */
export function rowsOf({ structuredCalendar = [], interval = [] }: Spec): TimesRow[] {
  return [
    ...structuredCalendar.map((calendar): TimesRow => ({ kind: "calendar", fields: textsOf(calendar) })),
    ...interval.map((each): TimesRow => ({
      kind: "interval",
      every: secondsText(secondsOf(each.interval)),
      offset: secondsOf(each.phase) === 0 ? "" : secondsText(secondsOf(each.phase)),
    })),
  ];
}

export function textsOf(calendar: Calendar): CalendarTexts {
  const names = Object.keys(FIELD_RULES) as FieldName[];
  return Object.fromEntries(
    names.map((name) => [name, fieldText(name, calendar[name] ?? [])]),
  ) as CalendarTexts;
}
