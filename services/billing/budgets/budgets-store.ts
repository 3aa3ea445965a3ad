// Budgets of accounts and what was told of them.
import type { Queryable } from "#shared/postgres";

export interface Budget {
  accountId: string;
  /** Of a month, in micros of the account's currency. */
  amountMicros: bigint;
  /** Percent of the amount, rising. */
  thresholds: number[];
  emails: string[];
  /** Empty for none. */
  webhookUrl: string;
  isHardCap: boolean;
  tellsUnusualDays: boolean;
  resourceVersion: number;
}

interface BudgetRow {
  account_id: string;
  amount_micros: string;
  thresholds: number[];
  emails: string[];
  webhook_url: string;
  is_hard_cap: boolean;
  tells_unusual_days: boolean;
  resource_version: number;
}

const BUDGETS_MAX = 100_000;
const NOTICES_PER_ROUND_MAX = 500;
const ATTEMPTS_MAX = 1_000;

export async function findBudget(client: Queryable, accountId: string): Promise<Budget | undefined> {
  const { rows } = await client.query<BudgetRow>("select * from budgets where account_id = $1", [accountId]);
  return rows[0] === undefined ? undefined : toBudget(rows[0]);
}

export async function listBudgets(client: Queryable): Promise<Budget[]> {
  const { rows } = await client.query<BudgetRow>(
    `select * from budgets order by account_id limit ${BUDGETS_MAX}`,
  );
  return rows.map(toBudget);
}

/** Compare-and-set on the version, 0 for a budget that is not there yet. Answers whether it was written. */
export async function writeBudget(client: Queryable, budget: Budget): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into budgets as b (account_id, amount_micros, thresholds, emails, webhook_url, is_hard_cap,
       tells_unusual_days)
     select $1, $2, $3, $4, $5, $6, $7 where $8 = 0 or exists (select 1 from budgets where account_id = $1)
     on conflict (account_id) do update set amount_micros = $2, thresholds = $3, emails = $4, webhook_url = $5,
       is_hard_cap = $6, tells_unusual_days = $7, resource_version = b.resource_version + 1, updated_at = now()
     where b.resource_version = $8`,
    [
      budget.accountId,
      budget.amountMicros,
      budget.thresholds,
      budget.emails,
      budget.webhookUrl,
      budget.isHardCap,
      budget.tellsUnusualDays,
      budget.resourceVersion,
    ],
  );
  return rowCount === 1;
}

export interface Notice {
  accountId: string;
  periodStartMs: number;
  subject: string;
  webhookUrl: string;
  body: Record<string, unknown>;
}

/** Once per account, month and subject, by primary key. Answers whether it is new. */
export async function addNotice(
  client: Queryable,
  notice: { accountId: string; periodStartMs: number; subject: string; body: Record<string, unknown> },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into budget_notices (account_id, period_start, subject, body)
     values ($1, to_timestamp($2::float8 / 1000), $3, $4) on conflict do nothing`,
    [notice.accountId, notice.periodStartMs, notice.subject, JSON.stringify(notice.body)],
  );
  return rowCount === 1;
}

/** Of accounts that have a webhook; oldest first. */
export async function listUndelivered(client: Queryable): Promise<Notice[]> {
  const { rows } = await client.query<{
    account_id: string;
    period_start: Date;
    subject: string;
    webhook_url: string;
    body: Record<string, unknown>;
  }>(
    `select n.account_id, n.period_start, n.subject, b.webhook_url, n.body
     from budget_notices n join budgets b using (account_id)
     where n.delivered_at is null and b.webhook_url <> '' and n.attempts < ${ATTEMPTS_MAX}
     order by n.created_at limit ${NOTICES_PER_ROUND_MAX}`,
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    periodStartMs: row.period_start.getTime(),
    subject: row.subject,
    webhookUrl: row.webhook_url,
    body: row.body,
  }));
}

export async function recordDelivery(client: Queryable, notice: Notice, isDelivered: boolean): Promise<void> {
  await client.query(
    `update budget_notices set attempts = attempts + 1,
       delivered_at = case when $4 then coalesce(delivered_at, now()) else delivered_at end
     where account_id = $1 and period_start = to_timestamp($2::float8 / 1000) and subject = $3`,
    [notice.accountId, notice.periodStartMs, notice.subject, isDelivered],
  );
}

function toBudget(row: BudgetRow): Budget {
  return {
    accountId: row.account_id,
    amountMicros: BigInt(row.amount_micros),
    thresholds: row.thresholds,
    emails: row.emails,
    webhookUrl: row.webhook_url,
    isHardCap: row.is_hard_cap,
    tellsUnusualDays: row.tells_unusual_days,
    resourceVersion: row.resource_version,
  };
}
