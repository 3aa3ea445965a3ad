// Which accounts owe since when, and which step was taken about it.
import type { Queryable } from "#shared/postgres";
import type { DunningStep } from "./dunning-step.ts";

export interface Debtor {
  accountId: string;
  email: string;
  /** The step that was taken last; undefined before the first. */
  step: DunningStep | undefined;
  /** Undefined when everything is paid. */
  unpaidSinceMs: number | undefined;
  retriedAtMs: number;
  /** At Stripe, oldest first. */
  unpaidInvoices: string[];
}

const DEBTORS_MAX = 1_000;

/** Accounts with an unpaid invoice, and those whose last step is still to be lifted. */
export async function listDebtors(client: Queryable): Promise<Debtor[]> {
  const { rows } = await client.query<{
    account_id: string;
    email: string;
    step: DunningStep | null;
    unpaid_since: Date | null;
    retried_at: Date | null;
    unpaid: string[] | null;
  }>(
    `select c.account_id, c.email, d.step, d.retried_at, u.unpaid_since, u.unpaid from customers c
     left join dunning d using (account_id)
     left join (
       select account_id, min(open_since) as unpaid_since,
         array_agg(stripe_invoice_id order by open_since) as unpaid
       from invoices where state in ('OPEN', 'UNCOLLECTIBLE') and open_since is not null group by 1
     ) u using (account_id)
     where d.step is not null or u.unpaid_since is not null
     order by u.unpaid_since nulls first, c.account_id limit ${DEBTORS_MAX}`,
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    email: row.email,
    step: row.step ?? undefined,
    unpaidSinceMs: row.unpaid_since?.getTime(),
    retriedAtMs: row.retried_at?.getTime() ?? 0,
    unpaidInvoices: row.unpaid ?? [],
  }));
}

/** Undefined ends it. */
export async function recordStep(
  client: Queryable,
  taken: { accountId: string; step: DunningStep | undefined; unpaidSinceMs: number; atMs: number },
): Promise<void> {
  if (taken.step === undefined) {
    await client.query("delete from dunning where account_id = $1", [taken.accountId]);
    return;
  }
  await client.query(
    `insert into dunning (account_id, step, unpaid_since, changed_at, retried_at)
     values ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000))
     on conflict (account_id) do update
       set step = excluded.step, unpaid_since = excluded.unpaid_since, changed_at = excluded.changed_at`,
    [taken.accountId, taken.step, taken.unpaidSinceMs, taken.atMs],
  );
}

export async function recordRetry(client: Queryable, accountId: string, atMs: number): Promise<void> {
  await client.query(
    "update dunning set retried_at = to_timestamp($2::float8 / 1000) where account_id = $1",
    [accountId, atMs],
  );
}
