// What Stripe makes of an invoice of ours: its id there, its state, and the comparison of the two totals.
import type { Queryable } from "#shared/postgres";
import type { InvoiceState } from "./invoices-store.ts";

/** The invoice as Stripe has it. */
export interface CollectedInvoice {
  stripeInvoiceId: string;
  state: InvoiceState;
  totalCents: bigint;
  paidAtMs: number | undefined;
}

/** Links our invoice to Stripe's. Idempotent: the same link again changes nothing. */
export async function linkStripeInvoice(
  client: Queryable,
  link: { accountId: string; invoiceId: string; stripeInvoiceId: string },
): Promise<void> {
  await client.query(
    `update invoices set stripe_invoice_id = $3
     where account_id = $1 and invoice_id = $2 and (stripe_invoice_id is null or stripe_invoice_id = $3)`,
    [link.accountId, link.invoiceId, link.stripeInvoiceId],
  );
}

/**
 * Takes over what Stripe says now. Final states stay, so applying an older answer late changes nothing (B3).
 * Answers whether an invoice of ours was meant.
 */
export async function applyCollected(client: Queryable, collected: CollectedInvoice): Promise<boolean> {
  const { rowCount } = await client.query(
    `update invoices set
       state = case when state in ('PAID', 'VOID') then state else $2 end,
       open_since = case when $2 = 'OPEN' then coalesce(open_since, now()) else open_since end,
       stripe_total_cents = $3,
       paid_at = coalesce(paid_at, to_timestamp($4::float8 / 1000))
     where stripe_invoice_id = $1`,
    [collected.stripeInvoiceId, collected.state, collected.totalCents, collected.paidAtMs ?? null],
  );
  return (rowCount ?? 0) > 0;
}

/** An invoice over nothing has no counterpart at Stripe and is paid as it is. */
export async function settleEmptyInvoice(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<void> {
  await client.query(
    `update invoices set state = 'PAID', stripe_total_cents = 0, paid_at = coalesce(paid_at, now())
     where account_id = $1 and invoice_id = $2 and total_cents = 0 and stripe_invoice_id is null`,
    [accountId, invoiceId],
  );
}

/** Keeps the two totals side by side (B2). Answers their difference, Stripe's minus ours. */
export async function recordReconciliation(
  client: Queryable,
  comparison: { invoiceId: string; ourCents: bigint; stripeCents: bigint; stripeState: InvoiceState },
): Promise<bigint> {
  await client.query(
    `insert into reconciliations (invoice_id, our_cents, stripe_cents, stripe_state) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [comparison.invoiceId, comparison.ourCents, comparison.stripeCents, comparison.stripeState],
  );
  return comparison.stripeCents - comparison.ourCents;
}

/** Whether an invoice of the account waits for its payment. */
export async function hasUnpaidInvoice(client: Queryable, accountId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "select 1 from invoices where account_id = $1 and state in ('OPEN', 'UNCOLLECTIBLE') limit 1",
    [accountId],
  );
  return (rowCount ?? 0) > 0;
}
