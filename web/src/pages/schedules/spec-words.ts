// A spec in words: "At 09:00, Monday to Friday", "Every 30m". Pure.
import { DAYS, FIELD_RULES, fieldText, valuesOf } from "./calendar-field.ts";
import type { Calendar, Interval, Spec } from "./schedule-facts.ts";
import { secondsOf, secondsText } from "./spec-duration.ts";

const DAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTH_NAMES = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];
const TIMES_SHOWN = 4;

/** A line for each calendar and interval; empty for a schedule that acts only when it is triggered. */
export function specWords({ structuredCalendar = [], interval = [] }: Spec): string[] {
  return [...structuredCalendar.map(calendarWords), ...interval.map(intervalWords)];
}

function intervalWords({ interval, phase }: Interval): string {
  const offset = secondsOf(phase);
  return `Every ${secondsText(secondsOf(interval))}${offset === 0 ? "" : `, ${secondsText(offset)} after`}`;
}

export function calendarWords(calendar: Calendar): string {
  return [timeWords(calendar), dayWords(calendar), monthWords(calendar), yearWords(calendar)]
    .filter((words) => words !== "")
    .join(", ");
}

function timeWords(calendar: Calendar): string {
  const [hours, minutes, seconds] = (["hour", "minute", "second"] as const).map((name) =>
    valuesOf(name, calendar[name] ?? []),
  ) as [number[], number[], number[]];
  const isWholeMinute = seconds.length === 1 && seconds[0] === 0;
  if (isWholeMinute && hours.length === 24 && minutes.length === 1)
    return `Every hour at minute ${minutes[0] ?? 0}`;
  if (isWholeMinute && hours.length === 24 && minutes.length === 60) return "Every minute";
  const step = 60 / minutes.length;
  if (isWholeMinute && hours.length === 24 && minutes.every((minute, index) => minute === index * step))
    return `Every ${String(step)} minutes`;
  if (isWholeMinute && hours.length * minutes.length <= TIMES_SHOWN) {
    const two = (value: number): string => String(value).padStart(2, "0");
    const times = hours.flatMap((hour) => minutes.map((minute) => `${two(hour)}:${two(minute)}`));
    return `At ${listed(times)}`;
  }
  const texts = (["hour", "minute", ...(isWholeMinute ? [] : (["second"] as const))] as const).map(
    (name) => `${name} ${fieldText(name, calendar[name] ?? [])}`,
  );
  return `At ${texts.join(", ")}`;
}

function dayWords(calendar: Calendar): string {
  const ofMonth = valuesOf("dayOfMonth", calendar.dayOfMonth ?? []);
  const ofWeek = valuesOf("dayOfWeek", calendar.dayOfWeek ?? []);
  const isEveryDay = ofMonth.length === 31 && ofWeek.length === 7;
  if (isEveryDay) return "every day";
  const words: string[] = [];
  if (ofWeek.length < 7) words.push(weekWords(ofWeek));
  if (ofMonth.length < 31)
    words.push(
      `on day ${fieldText("dayOfMonth", calendar.dayOfMonth ?? []).replaceAll(",", ", ")} of the month`,
    );
  return words.join(" ");
}

function weekWords(days: readonly number[]): string {
  if (days.join() === "1,2,3,4,5") return "Monday to Friday";
  if (days.join() === "0,6") return "Saturday and Sunday";
  return listed(days.map((day) => DAY_NAMES[day] ?? DAYS[day] ?? ""));
}

function monthWords({ month = [] }: Calendar): string {
  const months = valuesOf("month", month);
  return months.length === 12
    ? ""
    : `in ${listed(months.map((each) => MONTH_NAMES[each - FIELD_RULES.month.min] ?? ""))}`;
}

function yearWords({ year = [] }: Calendar): string {
  return year.length === 0 ? "" : `in ${fieldText("year", year)}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
