// Billing periods: calendar months in UTC, at most one open per account. Closing one opens the next, in one transaction.
import type { Queryable } from "#shared/postgres";

export interface Period {
  accountId: string;
  startMs: number;
  endMs: number;
  state: "OPEN" | "CLOSED";
  /** Usage from this moment on is new in this period; what is older and was not billed is late. */
  usageFromMs: number;
  usageUntilMs: number | undefined;
}

interface PeriodRow {
  account_id: string;
  period_start: Date;
  period_end: Date;
  state: "OPEN" | "CLOSED";
  usage_from: Date;
  usage_until: Date | null;
}

/** The UTC month that holds the moment. */
export function monthOf(momentMs: number): { startMs: number; endMs: number } {
  const moment = new Date(momentMs);
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()];
  return { startMs: Date.UTC(year, month, 1), endMs: Date.UTC(year, month + 1, 1) };
}

/** Opens the account's first period; does nothing when it has any. Idempotent by that check and the primary key. */
export async function openFirstPeriod(client: Queryable, accountId: string, nowMs: number): Promise<void> {
  const { startMs, endMs } = monthOf(nowMs);
  await client.query(
    `insert into periods (account_id, period_start, period_end, usage_from)
     select $1, to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000), to_timestamp($2::float8 / 1000)
     where not exists (select 1 from periods where account_id = $1)
     on conflict do nothing`,
    [accountId, startMs, endMs],
  );
}

export async function findOpenPeriod(client: Queryable, accountId: string): Promise<Period | undefined> {
  const { rows } = await client.query<PeriodRow>(
    "select * from periods where account_id = $1 and state = 'OPEN'",
    [accountId],
  );
  return rows[0] === undefined ? undefined : toPeriod(rows[0]);
}

/** Locks the period for this transaction: closing it twice at once is closing it once. */
export async function lockPeriod(
  client: Queryable,
  accountId: string,
  startMs: number,
): Promise<Period | undefined> {
  const { rows } = await client.query<PeriodRow>(
    `select * from periods where account_id = $1 and period_start = to_timestamp($2::float8 / 1000) for update`,
    [accountId, startMs],
  );
  return rows[0] === undefined ? undefined : toPeriod(rows[0]);
}

/** Compare-and-set on OPEN; the next period begins where this ends. */
export async function closePeriod(client: Queryable, period: Period, usageUntilMs: number): Promise<void> {
  await client.query(
    `update periods set state = 'CLOSED', usage_until = to_timestamp($3::float8 / 1000)
     where account_id = $1 and period_start = to_timestamp($2::float8 / 1000) and state = 'OPEN'`,
    [period.accountId, period.startMs, usageUntilMs],
  );
  await client.query(
    `insert into periods (account_id, period_start, period_end, usage_from)
     values ($1, to_timestamp($2::float8 / 1000), to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000))
     on conflict do nothing`,
    [period.accountId, period.endMs, monthOf(period.endMs).endMs, usageUntilMs],
  );
}

/** Undoes `closePeriod` while the next period has no invoice. */
export async function reopenPeriod(client: Queryable, period: Period): Promise<void> {
  await client.query(
    `delete from periods where account_id = $1 and period_start = to_timestamp($2::float8 / 1000) and state = 'OPEN'`,
    [period.accountId, period.endMs],
  );
  await client.query(
    `update periods set state = 'OPEN', usage_until = null
     where account_id = $1 and period_start = to_timestamp($2::float8 / 1000) and state = 'CLOSED'`,
    [period.accountId, period.startMs],
  );
}

const DUE_PAGE_MAX = 1_000;

/** Open periods that have ended, of accounts that no test clock governs. */
export async function listDuePeriods(client: Queryable, nowMs: number): Promise<Period[]> {
  const { rows } = await client.query<PeriodRow>(
    `select p.* from periods p join customers c using (account_id)
     where p.state = 'OPEN' and p.period_end <= to_timestamp($1::float8 / 1000) and c.stripe_test_clock_id is null
     order by p.period_end, p.account_id limit ${DUE_PAGE_MAX}`,
    [nowMs],
  );
  return rows.map(toPeriod);
}

function toPeriod(row: PeriodRow): Period {
  return {
    accountId: row.account_id,
    startMs: row.period_start.getTime(),
    endMs: row.period_end.getTime(),
    state: row.state,
    usageFromMs: row.usage_from.getTime(),
    usageUntilMs: row.usage_until?.getTime(),
  };
}
