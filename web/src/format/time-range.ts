// Ranges of time as people type them: "last 3h", "7d", "today", "this month", "2026-11-01..2026-11-15", "since 2026-11-01".

export interface TimeRange {
  fromMs: number;
  /** Exclusive. */
  toMs: number;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const DAY_MS = 86_400_000;
const LAST = /^(?:last\s+)?(\d{1,4})\s*(m|h|d|w)(?:in(?:ute)?s?|ours?|ays?|eeks?)?$/;
const BETWEEN = /^(\S+(?:\s\d\d:\d\d)?)\s*(?:\.\.|to|until)\s*(\S+(?:\s\d\d:\d\d)?)$/;

/** Days without a clock time are UTC days, because usage and invoices are. Undefined for what is no range. */
export function parseTimeRange(text: string, nowMs: number): TimeRange | undefined {
  const words = text.trim().toLowerCase();
  const startOfDay = Math.floor(nowMs / DAY_MS) * DAY_MS;
  if (words === "today") return { fromMs: startOfDay, toMs: nowMs };
  if (words === "yesterday") return { fromMs: startOfDay - DAY_MS, toMs: startOfDay };
  const month = monthOf(words, nowMs);
  if (month !== undefined) return month;
  const last = LAST.exec(words);
  if (last !== null) return { fromMs: nowMs - Number(last[1]) * (UNIT_MS[last[2] ?? ""] ?? 0), toMs: nowMs };
  const between = BETWEEN.exec(words);
  const fromMs = instant(between?.[1] ?? words.replace(/^since\s+/, ""));
  const isWholeDay = /^\d{4}-\d\d-\d\d$/.test(between?.[2] ?? "");
  const endMs = between === null ? nowMs : instant(between[2] ?? "");
  if (fromMs === undefined || endMs === undefined) return undefined;
  const toMs = isWholeDay ? endMs + DAY_MS : endMs;
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** Calendar months in UTC: "this month" so far, "last month" whole, "2026-10" by name. */
function monthOf(words: string, nowMs: number): TimeRange | undefined {
  const now = new Date(nowMs);
  const named = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words);
  const [year, month] =
    named === null ? [now.getUTCFullYear(), now.getUTCMonth()] : [Number(named[1]), Number(named[2]) - 1];
  if (words === "this month") return { fromMs: Date.UTC(year, month, 1), toMs: nowMs };
  if (words === "last month") return { fromMs: Date.UTC(year, month - 1, 1), toMs: Date.UTC(year, month, 1) };
  return named === null
    ? undefined
    : { fromMs: Date.UTC(year, month, 1), toMs: Date.UTC(year, month + 1, 1) };
}

function instant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d([ t]\d\d:\d\d(:\d\d)?z?)?$/.test(text)) return undefined;
  const ms = Date.parse(
    `${text.replace(" ", "T").toUpperCase().replace(/Z$/, "")}${text.length > 10 ? "Z" : ""}`,
  );
  return Number.isNaN(ms) ? undefined : ms;
}
