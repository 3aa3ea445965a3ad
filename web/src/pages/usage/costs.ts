// Costs by group as figures: exact in micros, compared with the time before. Pure.
import type { Schemas } from "#api/client";
import type { TimeRange } from "#format/time-range";
import { keyOf } from "./usage-groups.ts";

export type CostReport = Schemas["cellplane.cloud.v1.GetCostReportResponse"];

const DAY_MS = 86_400_000;

/** Costs are of whole UTC days; today is in it. */
export function costRange({ fromMs, toMs }: TimeRange): TimeRange {
  return { fromMs: Math.floor(fromMs / DAY_MS) * DAY_MS, toMs: Math.ceil(toMs / DAY_MS) * DAY_MS };
}

export interface CostOfGroup {
  key: string;
  micros: bigint;
  /** Of the same length of time before; undefined when it is not compared. */
  beforeMicros: bigint | undefined;
}

/** The most expensive first; groups that cost something only before are there too. */
export function costsByGroup(
  report: CostReport,
  before: CostReport | undefined,
  group: string,
): CostOfGroup[] {
  const now = sums(report, group);
  const then = before === undefined ? undefined : sums(before, group);
  const keys = new Set([...now.keys(), ...(then?.keys() ?? [])]);
  return [...keys]
    .map((key) => ({
      key,
      micros: now.get(key) ?? 0n,
      beforeMicros: then === undefined ? undefined : (then.get(key) ?? 0n),
    }))
    .sort((one, other) => (other.micros > one.micros ? 1 : other.micros < one.micros ? -1 : 0));
}

function sums(report: CostReport, group: string): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const row of report.rows ?? []) {
    const key = keyOf(row, group);
    found.set(key, (found.get(key) ?? 0n) + BigInt(row.costMicros ?? 0));
  }
  return found;
}

/** "+12.5 %", "−3.0 %", "new"; undefined where there is nothing to compare. */
export function changeWords(micros: bigint, beforeMicros: bigint | undefined): string | undefined {
  if (beforeMicros === undefined || micros === beforeMicros) return undefined;
  if (beforeMicros === 0n) return "new";
  const percent = (Number(micros - beforeMicros) / Number(beforeMicros)) * 100;
  return `${percent > 0 ? "+" : "−"}${Math.abs(percent).toFixed(1)} %`;
}
