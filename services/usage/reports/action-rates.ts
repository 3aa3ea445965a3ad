// How many actions a second a namespace used in the last week: mean and high percentiles of its hours. It only reads.
import type { Queryable } from "#shared/postgres";
import { DAY_MS, HOUR_MS } from "./segments.ts";

export interface ActionRates {
  mean: number;
  p90: number;
  p99: number;
}

const DAYS = 7;
const HOURS = (DAYS * DAY_MS) / HOUR_MS;
const HOUR_SECONDS = HOUR_MS / 1_000;

/** Of the whole hours before `now`; an hour without actions counts as one with none. */
export async function readActionRates(
  client: Queryable,
  query: { accountId: string; namespace: string; now: number },
): Promise<ActionRates> {
  const toMs = Math.floor(query.now / HOUR_MS) * HOUR_MS;
  const { rows } = await client.query<{ actions: string }>(
    `select sum(count)::text as actions from current_action_hours
     where account = $1 and namespace = $2
       and hour >= to_timestamp($3::float8 / 1000) and hour < to_timestamp($4::float8 / 1000)
     group by hour`,
    [query.accountId, query.namespace, toMs - DAYS * DAY_MS, toMs],
  );
  return ratesOf(rows.map((row) => Number(row.actions)));
}

/** `hours` are the sums of those hours that had actions, in any order. */
export function ratesOf(hours: readonly number[]): ActionRates {
  const silent = Array.from({ length: Math.max(0, HOURS - hours.length) }, () => 0);
  const rates = [...silent, ...hours.map((actions) => actions / HOUR_SECONDS)].sort((a, b) => a - b);
  const at = (share: number): number => rates[Math.ceil(rates.length * share) - 1] ?? 0;
  return { mean: rates.reduce((sum, rate) => sum + rate, 0) / rates.length, p90: at(0.9), p99: at(0.99) };
}
