// Calendars written as texts, and cron strings, as structured calendars or intervals.
import { durationOfMs, type temporal } from "#contracts";
import { parseDurationMs } from "./parse-duration.ts";
import { parseRanges, SpecError, type FieldRule, type Range } from "./parse-range.ts";

type Calendar = temporal.api.schedule.v1.ICalendarSpec;
type Structured = temporal.api.schedule.v1.IStructuredCalendarSpec;
type Interval = temporal.api.schedule.v1.IIntervalSpec;

export const YEAR_MIN = 2000;
export const YEAR_MAX = 2100;
const CRON_FIELDS_MAX = 7;

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const RULES = {
  second: { name: "Second", empty: "0", min: 0, max: 59 },
  minute: { name: "Minute", empty: "0", min: 0, max: 59 },
  hour: { name: "Hour", empty: "0", min: 0, max: 23 },
  dayOfWeek: {
    ...{ name: "DayOfWeek", empty: "*", min: 0, max: 7 },
    ...{ names: DAYS, nameLengthMin: 2, isDayOfWeek: true },
  },
  dayOfMonth: { name: "DayOfMonth", empty: "*", min: 1, max: 31 },
  month: { name: "Month", empty: "*", min: 1, max: 12, names: MONTHS, nameLengthMin: 3 },
  year: { name: "Year", empty: "*", min: YEAR_MIN, max: YEAR_MAX, isYear: true },
} as const satisfies Record<string, FieldRule>;

/** Errors: SpecError with everything that is wrong. */
export function parseCalendar(calendar: Calendar): Structured {
  const errors: string[] = [];
  const ranges = (field: keyof typeof RULES): Range[] => {
    try {
      return parseRanges(calendar[field] ?? "", RULES[field]);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      errors.push(error.message);
      return [];
    }
  };
  const structured: Structured = {
    second: ranges("second"),
    minute: ranges("minute"),
    hour: ranges("hour"),
    dayOfWeek: ranges("dayOfWeek"),
    dayOfMonth: ranges("dayOfMonth"),
    month: ranges("month"),
    year: ranges("year"),
    comment: calendar.comment ?? "",
  };
  if (errors.length > 0) throw new SpecError(errors.join(", "));
  return structured;
}

export interface ParsedCron {
  calendar?: Structured;
  interval?: Interval;
  /** Empty when the string names none. */
  timezoneName: string;
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

const ZONE = /^(?:CRON_)?TZ=(\S*)(?: (.*))?$/s;

export function parseCron(given: string): ParsedCron {
  let text = given.trim();
  let timezoneName = "";
  const zone = ZONE.exec(text);
  if (zone !== null) {
    if (zone[2] === undefined) throw new SpecError("CronString has time zone but missing fields");
    timezoneName = zone[1] ?? "";
    text = zone[2];
  }
  const hash = text.indexOf("#");
  const comment = hash < 0 ? "" : text.slice(hash + 1).trim();
  if (hash >= 0) text = text.slice(0, hash);
  text = text.trim();
  if (text.startsWith("@every")) return { interval: parseEvery(text), timezoneName: "" };
  const fields = (PREDEFINED[text] ?? text).split(/\s+/, CRON_FIELDS_MAX + 1).filter((field) => field !== "");
  return { calendar: parseCalendar({ ...cronFields(fields), comment }), timezoneName };
}

function cronFields(fields: readonly string[]): Calendar {
  if (fields.length < 5 || fields.length > CRON_FIELDS_MAX) {
    throw new SpecError("CronString does not have 5-7 fields");
  }
  const hasSeconds = fields.length === CRON_FIELDS_MAX;
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = hasSeconds
    ? fields.slice(1)
    : fields;
  return { second: hasSeconds ? (fields[0] ?? "") : "", minute, hour, dayOfMonth, month, dayOfWeek, year };
}

/** "@every 14h" or "@every 14h/3h": an interval and its phase. */
function parseEvery(text: string): Interval {
  const space = text.indexOf(" ");
  if (space < 0) throw new SpecError("CronString does not have interval after @every");
  const [interval = "", phase = ""] = text.slice(space + 1).split("/", 2);
  return {
    interval: durationOfMs(parseDurationMs(interval)),
    ...(phase === "" ? {} : { phase: durationOfMs(parseDurationMs(phase)) }),
  };
}
