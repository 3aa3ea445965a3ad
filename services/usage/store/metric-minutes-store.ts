// The newest minutes of metrics, as their sources measured them. The same minute of a source again replaces itself.
import type { cellV1 } from "#contracts";
import type { Queryable } from "#shared/postgres";

/** A minute is shown once, some minutes after its end. */
const KEPT_MS = 15 * 60_000;
const ROWS_PER_INSERT = 1_000;

export interface StoredSeries {
  metric: string;
  labels: Record<string, string>;
  value: number;
  /** Of a latency: buckets of shared/latency-buckets and how many were in each. */
  buckets: number[];
  counts: number[];
}

interface MinuteRow {
  namespace: string;
  minuteMs: number;
  series: StoredSeries[];
}

/** Idempotent by namespace, minute and source. */
export async function storeMetricMinutes(
  client: Queryable,
  source: string,
  minutes: readonly cellV1.IMetricMinute[],
): Promise<void> {
  const rows = minutes.flatMap(rowsOf);
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    await client.query(
      `insert into metric_minutes (namespace, minute, source, series)
       select namespace, to_timestamp(minute_ms / 1000), $1, series
       from unnest($2::text[], $3::float8[], $4::jsonb[]) as given(namespace, minute_ms, series)
       on conflict (namespace, minute, source) do update set series = excluded.series`,
      [
        source,
        part.map(({ namespace }) => namespace),
        part.map(({ minuteMs }) => minuteMs),
        part.map(({ series }) => JSON.stringify(series)),
      ],
    );
  }
}

/** Answers how many rows were too old. */
export async function forgetOldMetrics(client: Queryable, nowMs: number): Promise<number> {
  const { rowCount } = await client.query(
    "delete from metric_minutes where minute < to_timestamp($1::float8 / 1000)",
    [nowMs - KEPT_MS],
  );
  return rowCount ?? 0;
}

/** What all sources have of one minute of these namespaces. */
export async function readMetricMinute(
  client: Queryable,
  query: { accountId: string; minuteMs: number; namespaces: readonly string[] },
): Promise<{ namespace: string; series: StoredSeries[] }[]> {
  const { rows } = await client.query<{ namespace: string; series: StoredSeries[] }>(
    `select namespace, series from metric_minutes
     where account = $1 and minute = to_timestamp($2::float8 / 1000) and namespace = any($3::text[])
     order by namespace, source`,
    [query.accountId, query.minuteMs, query.namespaces],
  );
  return rows;
}

function rowsOf({ minuteMs, series }: cellV1.IMetricMinute): MinuteRow[] {
  const byNamespace = new Map<string, StoredSeries[]>();
  for (const one of series ?? []) {
    const namespace = one.namespace ?? "";
    const known = byNamespace.get(namespace) ?? [];
    known.push({
      metric: one.metric ?? "",
      labels: one.labels ?? {},
      value: one.value ?? 0,
      buckets: one.buckets ?? [],
      counts: one.counts ?? [],
    });
    byNamespace.set(namespace, known);
  }
  return [...byNamespace].map(([namespace, own]) => ({ namespace, minuteMs: minuteMs ?? 0, series: own }));
}
