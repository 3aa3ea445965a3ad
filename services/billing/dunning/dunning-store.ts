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
  /** Until then no step after the first is taken. */
  heldUntilMs: number | undefined;
  /** Of all unpaid invoices, less what credit notes took off. */
  owedCents: bigint;
  retriedAtMs: number;
  /** At Stripe, oldest first. */
  unpaidInvoices: string[];
}

const DEBTORS_MAX = 1_000;

interface DebtorRow {
  account_id: string;
  email: string;
  step: DunningStep | null;
  unpaid_since: Date | null;
  retried_at: Date | null;
  held_until: Date | null;
  owed_cents: string | null;
  unpaid: string[] | null;
}

const SELECT_DEBTORS = `select c.account_id, c.email, d.step, d.retried_at, h.held_until, u.* from customers c
   left join dunning d using (account_id)
   left join dunning_holds h using (account_id)
   left join (
     select account_id as debtor_id, min(open_since) as unpaid_since,
       array_agg(stripe_invoice_id order by open_since) as unpaid,
       sum(total_cents + coalesce((select sum(a.amount_cents) from invoice_adjustments a
         where a.invoice_id = i.invoice_id and a.settlement = 'credit_note'), 0))::text as owed_cents
     from invoices i where state in ('OPEN', 'UNCOLLECTIBLE') and open_since is not null group by 1
   ) u on u.debtor_id = c.account_id`;

/** Accounts with an unpaid invoice, and those whose last step is still to be lifted. */
export async function listDebtors(client: Queryable): Promise<Debtor[]> {
  const { rows } = await client.query<DebtorRow>(
    `${SELECT_DEBTORS} where d.step is not null or u.unpaid_since is not null
     order by u.unpaid_since nulls first, c.account_id limit ${DEBTORS_MAX}`,
  );
  return rows.map(toDebtor);
}

/** Undefined for an account that is not billed; one that owes nothing has nothing unpaid. */
export async function findDebtor(client: Queryable, accountId: string): Promise<Debtor | undefined> {
  const { rows } = await client.query<DebtorRow>(`${SELECT_DEBTORS} where c.account_id = $1`, [accountId]);
  return rows[0] && toDebtor(rows[0]);
}

function toDebtor(row: DebtorRow): Debtor {
  return {
    accountId: row.account_id,
    email: row.email,
    step: row.step ?? undefined,
    unpaidSinceMs: row.unpaid_since?.getTime(),
    heldUntilMs: row.held_until?.getTime(),
    owedCents: BigInt(row.owed_cents ?? 0),
    retriedAtMs: row.retried_at?.getTime() ?? 0,
    unpaidInvoices: row.unpaid ?? [],
  };
}

/** Until then the account is only told. A moment that is past ends it. Idempotent: the newest hold counts. */
export async function holdDunning(
  client: Queryable,
  hold: { accountId: string; untilMs: number; reason: string },
): Promise<void> {
  await client.query(
    `insert into dunning_holds (account_id, held_until, reason) values ($1, to_timestamp($2::float8 / 1000), $3)
     on conflict (account_id) do update set held_until = excluded.held_until, reason = excluded.reason,
       created_at = now()`,
    [hold.accountId, hold.untilMs, hold.reason],
  );
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

/** After a new way to pay: the charge is tried with the next round, not the next day. */
export async function retrySoon(client: Queryable, accountId: string): Promise<void> {
  await client.query("update dunning set retried_at = 'epoch' where account_id = $1", [accountId]);
}
