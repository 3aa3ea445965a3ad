// A usage report of any length in constant memory: one period after the other, each read through a cursor, and only as
// fast as the reader takes it.
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { groupingOf } from "./grouping.ts";
import { statementOf, type UsageQuery } from "./report-statement.ts";
import { DAY_MS, type TimeRange } from "./segments.ts";
import { toUsageRow, type ReportRow, type UsageRow } from "./usage-report.ts";

const ROWS_PER_FETCH = 1_000;
/** Each holds a connection of the pool while it reads; other reports need some as well. */
const STREAMS_MAX = 3;

let streams = 0;

/**
 * Batches of rows in the order of a report. Ends its transaction when the reader stops.
 * Errors: RESOURCE_EXHAUSTED while STREAMS_MAX are being read, before the first batch.
 */
export async function* streamUsageReport(pool: Pool, query: UsageQuery): AsyncGenerator<UsageRow[]> {
  if (streams >= STREAMS_MAX) {
    throw new CloudError(
      "RESOURCE_EXHAUSTED",
      "Too many reports are being downloaded at the moment. Try again in a minute.",
    );
  }
  streams += 1;
  try {
    for (const range of slicesOf(query)) yield* readThroughCursor(pool, { ...query, range });
  } finally {
    streams -= 1;
  }
}

/** Rows of a report by hour or day come in the order of their days, so each day is read by itself. */
function slicesOf({ range, groupBy }: UsageQuery): TimeRange[] {
  const { period } = groupingOf(groupBy);
  if (period !== "hour" && period !== "day") return [range];
  const slices: TimeRange[] = [];
  for (let { fromMs } = range; fromMs < range.toMs;) {
    const toMs = Math.min((Math.floor(fromMs / DAY_MS) + 1) * DAY_MS, range.toMs);
    slices.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return slices;
}

async function* readThroughCursor(pool: Pool, query: UsageQuery): AsyncGenerator<UsageRow[]> {
  const { text, values } = statementOf(query);
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("begin read only");
    await client.query(`declare report no scroll cursor for ${text}`, values);
    for (;;) {
      const { rows } = await client.query<ReportRow>(`fetch ${ROWS_PER_FETCH} from report`);
      if (rows.length > 0) yield rows.map(toUsageRow);
      if (rows.length < ROWS_PER_FETCH) return;
    }
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that failed is thrown away rather than given back in the middle of a transaction.
    if (failure === undefined) await client.query("rollback").catch((error: Error) => (failure = error));
    client.release(failure);
  }
}
