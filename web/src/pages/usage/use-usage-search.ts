// What the address of a usage page says: the range, the period of a bar, the group, the namespace.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { parseTimeRange, type TimeRange } from "#format/time-range";
import { useNow } from "#hooks/use-now";
import type { UsageSearch } from "./routes.ts";

export type Period = "hour" | "day" | "month";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const RANGE_DEFAULT = "last 30d";
const HOURS_SHOWN_MAX_MS = 3 * DAY_MS;
const DAYS_SHOWN_MAX_MS = 100 * DAY_MS;

export interface UsageView {
  /** As it was chosen or typed. */
  rangeText: string;
  range: TimeRange;
  period: Period;
  group: string;
  namespace: string;
  change: (search: UsageSearch) => void;
}

export function useUsageSearch(): UsageView {
  const search: UsageSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  // Whole minutes, so that what is asked for changes once a minute and not with every tick.
  const minute = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS;
  const rangeText = search.range ?? RANGE_DEFAULT;
  const typed = parseTimeRange(rangeText, minute) ?? parseTimeRange(RANGE_DEFAULT, minute);
  const range = typed ?? { fromMs: minute - DAY_MS, toMs: minute };
  const period = search.period ?? periodFor(range);
  return {
    rangeText,
    range: wholePeriods(range, period),
    period,
    group: search.group ?? "kind",
    namespace: search.namespace ?? "",
    change: (next) => void navigate({ to: ".", search: (before: UsageSearch) => ({ ...before, ...next }) }),
  };
}

/** A bar is an hour, a day or a month, so that there are neither few bars nor very many. */
function periodFor({ fromMs, toMs }: TimeRange): Period {
  if (toMs - fromMs <= HOURS_SHOWN_MAX_MS) return "hour";
  return toMs - fromMs <= DAYS_SHOWN_MAX_MS ? "day" : "month";
}

/** From the beginning of the first period, to the minute: the last bar may be one that is going on. */
function wholePeriods({ fromMs, toMs }: TimeRange, period: Period): TimeRange {
  const from = new Date(fromMs);
  const firstMs =
    period === "month"
      ? Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), 1)
      : Math.floor(fromMs / (period === "day" ? DAY_MS : HOUR_MS)) * (period === "day" ? DAY_MS : HOUR_MS);
  return { fromMs: firstMs, toMs: Math.ceil(toMs / MINUTE_MS) * MINUTE_MS };
}

/** The beginnings of all periods of a range. */
export function periodsOf({ fromMs, toMs }: TimeRange, period: Period): number[] {
  const starts: number[] = [];
  for (let ms = fromMs; ms < toMs; ms = periodEnd(ms, period)) starts.push(ms);
  return starts;
}

/** Where the range's last period ends, which may be in the future. */
export function lastPeriodEnd({ range, period }: Pick<UsageView, "range" | "period">): number {
  const last = periodsOf(range, period).at(-1);
  return last === undefined ? range.toMs : periodEnd(last, period);
}

export function periodEnd(startMs: number, period: Period): number {
  if (period !== "month") return startMs + (period === "day" ? DAY_MS : HOUR_MS);
  const start = new Date(startMs);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
}

/** The time of a bar, in UTC as usage is counted. */
export function periodName(startMs: number, period: Period): string {
  const iso = new Date(startMs).toISOString();
  if (period === "month") return iso.slice(0, 7);
  return period === "day" ? iso.slice(0, 10) : `${iso.slice(5, 10)} ${iso.slice(11, 16)}`;
}
