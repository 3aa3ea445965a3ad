// GetCostReport: what usage of any range costs by any group. Every month is rated whole, in the order in which it was
// used, as the FOCUS file does it; what lies before the range is rated and not reported.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { monthOf } from "#billing/customers";
import { allowanceOf } from "#billing/invoices";
import { CumulativeRating } from "#billing/rating";
import { findTerms } from "#billing/terms";
import { CloudError } from "#shared/errors";
import {
  DAY_MS,
  readFinalUntil,
  readRequest,
  readUsageReport,
  REPORT_ROWS_MAX,
  type Grouping,
  type TimeRange,
  type UsageQuery,
  type UsageRow,
} from "#usage/reports";
import type { FocusReader } from "./focus/download-focus-report.ts";

type CostReader = Omit<FocusReader, "accountName">;

/**
 * Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for a namespace of another account; OUT_OF_RANGE for more rows
 * than a message holds.
 */
export async function getCostReport(
  reader: CostReader,
  request: cloudV1.IGetCostReportRequest,
): Promise<cloudV1.IGetCostReportResponse> {
  const { query, grouping } = await readRequest(reader, request);
  if (grouping.period === "hour") {
    throw new CloudError("INVALID_ARGUMENT", "group_by takes day or month here: costs are of whole days.", {
      field: "groupBy",
    });
  }
  const range = wholeDays(query.range);
  const costs = new Costs(grouping);
  for (const month of monthsOf(range)) await addMonth(costs, { reader, query, range, month });
  const terms = await findTerms(reader.billing, { ...reader, beforeMs: range.toMs });
  const finalUntil = await readFinalUntil(reader.usage);
  return {
    rows: costs.rows(),
    totalMicros: String(costs.totalMicros),
    currency: terms.book.currency,
    startTime: timestampOfMs(range.fromMs),
    endTime: timestampOfMs(range.toMs),
    ...(finalUntil === undefined ? {} : { finalUntil: timestampOfMs(finalUntil) }),
  };
}

interface Month {
  reader: CostReader;
  query: UsageQuery;
  range: TimeRange;
  month: { startMs: number; endMs: number };
}

async function addMonth(costs: Costs, { reader, query, range, month }: Month): Promise<void> {
  const terms = await findTerms(reader.billing, { ...reader, beforeMs: month.endMs });
  const rating = new CumulativeRating(terms.book, allowanceOf(terms, month));
  // Of all namespaces, because tiers and what a plan includes are the account's.
  const rated = { ...query, namespace: undefined, groupBy: costs.ratedGroups() };
  for (let dayMs = month.startMs; dayMs < Math.min(month.endMs, range.toMs); dayMs += DAY_MS) {
    const day = { fromMs: dayMs, toMs: dayMs + DAY_MS };
    for (const row of await readUsageReport(reader.usage, { ...rated, range: day })) {
      const parts = [
        ...rating.rate("actions", row.actions),
        ...rating.rate("active_storage", row.activeByteMilliseconds),
        ...rating.rate("retained_storage", row.retainedByteMilliseconds),
      ];
      const isAsked = query.namespace === undefined || row.namespace === query.namespace;
      if (dayMs < range.fromMs || !isAsked) continue;
      costs.add(
        row,
        month.startMs,
        parts.reduce((sum, { costMicros }) => sum + costMicros, 0n),
      );
    }
  }
}

/** The costs of the groups that were asked for. */
class Costs {
  totalMicros = 0n;
  readonly #grouping: Grouping;
  readonly #rows = new Map<string, { row: cloudV1.ICostRow; micros: bigint }>();

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
  }

  /** Always by day, to know the range; and by namespace, which the filter needs. */
  ratedGroups(): UsageQuery["groupBy"] {
    const asked = this.#grouping.names.filter((name) => !["namespace", "day", "month"].includes(name));
    return ["namespace", ...asked, "day"];
  }

  add(row: UsageRow, monthMs: number, micros: bigint): void {
    const group = this.#groupOf(row, monthMs);
    const key = JSON.stringify(group);
    const known = this.#rows.get(key);
    this.totalMicros += micros;
    if (known !== undefined) {
      known.micros += micros;
      return;
    }
    if (this.#rows.size === REPORT_ROWS_MAX) {
      throw new CloudError(
        "OUT_OF_RANGE",
        `The report has more than ${REPORT_ROWS_MAX} rows. Ask for a shorter time or fewer groups.`,
      );
    }
    this.#rows.set(key, { row: group, micros });
  }

  /** The most expensive first. */
  rows(): cloudV1.ICostRow[] {
    return [...this.#rows.values()]
      .sort((one, other) => (other.micros > one.micros ? 1 : other.micros < one.micros ? -1 : 0))
      .map(({ row, micros }) => ({ ...row, costMicros: String(micros) }));
  }

  #groupOf(row: UsageRow, monthMs: number): cloudV1.ICostRow {
    const { names, period } = this.#grouping;
    const startMs = period === "month" ? monthMs : row.periodStartMs;
    return {
      namespace: names.includes("namespace") ? row.namespace : "",
      kind: row.kind,
      workflowType: row.workflowType,
      taskQueue: row.taskQueue,
      project: row.project,
      tags: { ...row.tags },
      ...(period === undefined || startMs === undefined ? {} : { periodStart: timestampOfMs(startMs) }),
    };
  }
}

function wholeDays({ fromMs, toMs }: TimeRange): TimeRange {
  return { fromMs: Math.floor(fromMs / DAY_MS) * DAY_MS, toMs: Math.ceil(toMs / DAY_MS) * DAY_MS };
}

function monthsOf({ fromMs, toMs }: TimeRange): { startMs: number; endMs: number }[] {
  const months: { startMs: number; endMs: number }[] = [];
  for (let month = monthOf(fromMs); month.startMs < toMs; month = monthOf(month.endMs)) months.push(month);
  return months;
}
