// Ranges of time as people type them: "last 3h", "7d", "today", "2026-11-01..2026-11-15", "since 2026-11-01".

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

function instant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d([ t]\d\d:\d\d(:\d\d)?z?)?$/.test(text)) return undefined;
  const ms = Date.parse(
    `${text.replace(" ", "T").toUpperCase().replace(/Z$/, "")}${text.length > 10 ? "Z" : ""}`,
  );
  return Number.isNaN(ms) ? undefined : ms;
}
