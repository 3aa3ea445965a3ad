// RFC 3339 timestamps and "1.5s" durations as proto3 JSON writes them, with nanoseconds and the allowed ranges.
import Long from "long";
import { refuse } from "./refuse.ts";

const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;
const TIMESTAMP_SECONDS_MIN = -62_135_596_800;
const TIMESTAMP_SECONDS_MAX = 253_402_300_799;
const DURATION_SECONDS_MAX = 315_576_000_000;

export interface SecondsAndNanos {
  seconds: Long;
  nanos: number;
}

export function parseTimestamp(text: string, path: string): SecondsAndNanos {
  const rule = 'must be a timestamp like "2026-01-31T12:00:00Z"';
  const parts = TIMESTAMP.exec(text) ?? refuse(path, rule);
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  const offsetHours = Number(parts[9] ?? 0);
  const offsetMinutes = Number(parts[10] ?? 0);
  if (!isReal || offsetHours > 23 || offsetMinutes > 59) return refuse(path, rule);
  const offset = (offsetHours * 3600 + offsetMinutes * 60) * (parts[8] === "-" ? -1 : 1);
  const seconds = date.getTime() / 1000 - offset;
  if (seconds < TIMESTAMP_SECONDS_MIN || seconds > TIMESTAMP_SECONDS_MAX)
    return refuse(path, "must lie between the years 0001 and 9999");
  return { seconds: Long.fromNumber(seconds), nanos: Number((parts[7] ?? "").padEnd(9, "0")) };
}

export function formatTimestamp(seconds: number, nanos: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction(nanos)}Z`;
}

export function parseDuration(text: string, path: string): SecondsAndNanos {
  const parts = DURATION.exec(text) ?? refuse(path, 'must be a duration in seconds like "90s" or "0.5s"');
  const sign = parts[1] === "-" ? -1 : 1;
  const seconds = Number(parts[2]);
  if (seconds > DURATION_SECONDS_MAX)
    return refuse(path, `must not exceed ${DURATION_SECONDS_MAX} seconds either way`);
  const nanos = Number((parts[3] ?? "").padEnd(9, "0"));
  return { seconds: Long.fromNumber(sign * seconds), nanos: nanos === 0 ? 0 : sign * nanos };
}

export function formatDuration(seconds: number, nanos: number): string {
  const sign = seconds < 0 || nanos < 0 ? "-" : "";
  return `${sign}${Math.abs(seconds)}${fraction(Math.abs(nanos))}s`;
}

/** 0, 3, 6 or 9 digits. */
function fraction(nanos: number): string {
  if (nanos === 0) return "";
  const digits = nanos.toString().padStart(9, "0");
  if (digits.endsWith("000000")) return `.${digits.slice(0, 3)}`;
  if (digits.endsWith("000")) return `.${digits.slice(0, 6)}`;
  return `.${digits}`;
}
