// Times in words and figures: relative for a glance, absolute in the chosen zone to be sure, ISO to copy.

export type Zone = "local" | "utc";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS = [
  { unitMs: 365 * DAY_MS, word: "year" },
  { unitMs: 30 * DAY_MS, word: "month" },
  { unitMs: DAY_MS, word: "day" },
  { unitMs: HOUR_MS, word: "hour" },
  { unitMs: MINUTE_MS, word: "minute" },
  { unitMs: SECOND_MS, word: "second" },
] as const;

/** "3 hours ago", "in 12 days", "now" within five seconds. */
export function relativeTime(atMs: number, nowMs: number): string {
  const distanceMs = Math.abs(atMs - nowMs);
  if (distanceMs < 5 * SECOND_MS) return "now";
  const step = STEPS.find(({ unitMs }) => distanceMs >= unitMs) ?? { unitMs: SECOND_MS, word: "second" };
  const count = Math.floor(distanceMs / step.unitMs);
  const words = `${count} ${step.word}${count === 1 ? "" : "s"}`;
  return atMs > nowMs ? `in ${words}` : `${words} ago`;
}

/** "2026-11-28 08:15:03 UTC", in the chosen zone. */
export function absoluteTime(atMs: number, zone: Zone): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  }).formatToParts(new Date(atMs));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  const day = `${part("year")}-${part("month")}-${part("day")}`;
  return `${day} ${part("hour")}:${part("minute")}:${part("second")} ${part("timeZoneName")}`;
}

/** "2026-11-28", in the chosen zone. */
export function calendarDay(atMs: number, zone: Zone): string {
  return absoluteTime(atMs, zone).slice(0, 10);
}

/** "250 ms", "1.5 s", "2 min 5 s", "3 h 20 min", "4 d 2 h": two units at most. */
export function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`;
  if (ms < 10 * SECOND_MS) return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return pair(ms, { unitMs: MINUTE_MS, word: "min" }, { unitMs: SECOND_MS, word: "s" });
  if (ms < DAY_MS) return pair(ms, { unitMs: HOUR_MS, word: "h" }, { unitMs: MINUTE_MS, word: "min" });
  return pair(ms, { unitMs: DAY_MS, word: "d" }, { unitMs: HOUR_MS, word: "h" });
}

interface Unit {
  unitMs: number;
  word: string;
}

function pair(ms: number, large: Unit, small: Unit): string {
  const rest = Math.floor((ms % large.unitMs) / small.unitMs);
  return `${Math.floor(ms / large.unitMs)} ${large.word}${rest === 0 ? "" : ` ${rest} ${small.word}`}`;
}

/** The API's timestamps as milliseconds; undefined for none. */
export function msOf(timestamp: string | undefined): number | undefined {
  if (timestamp === undefined || timestamp === "") return undefined;
  const ms = Date.parse(timestamp);
  return Number.isNaN(ms) ? undefined : ms;
}
