// Invoices and their lines. Every query names the account. States follow what Stripe says and never leave PAID or VOID.
import type { Queryable } from "#shared/postgres";
import type { DrawnInvoice, InvoiceLine } from "./draw-up-invoice.ts";

export type InvoiceState = "DRAFT" | "OPEN" | "PAID" | "VOID" | "UNCOLLECTIBLE";

export interface Invoice {
  invoiceId: string;
  accountId: string;
  periodStartMs: number;
  periodEndMs: number;
  state: InvoiceState;
  currency: string;
  priceBook: string;
  totalMicros: bigint;
  /** Owed: what credits paid is taken off. */
  totalCents: bigint;
  creditCents: bigint;
  /** The plan included only a part of a month: metered prices of Stripe's would make another amount of it. */
  isAllowancePartial: boolean;
  stripeInvoiceId: string | undefined;
  stripeTotalCents: bigint | undefined;
  createdAtMs: number;
  paidAtMs: number | undefined;
}

interface InvoiceRow {
  invoice_id: string;
  account_id: string;
  period_start: Date;
  period_end: Date;
  state: InvoiceState;
  currency: string;
  price_book: string;
  total_micros: string;
  total_cents: string;
  credit_cents: string;
  is_allowance_partial: boolean;
  stripe_invoice_id: string | null;
  stripe_total_cents: string | null;
  created_at: Date;
  paid_at: Date | null;
}

/** One invoice per account and period, by unique constraint. */
export async function insertInvoice(
  client: Queryable,
  invoice: { invoiceId: string; accountId: string; startMs: number; endMs: number; drawn: DrawnInvoice },
): Promise<void> {
  const { drawn } = invoice;
  await client.query(
    `insert into invoices (invoice_id, account_id, period_start, period_end, state, currency, price_book,
       total_micros, total_cents, credit_cents, is_allowance_partial)
     values ($1, $2, to_timestamp($3::float8 / 1000), to_timestamp($4::float8 / 1000), 'DRAFT', $5, $6, $7, $8, $9, $10)`,
    [
      invoice.invoiceId,
      invoice.accountId,
      invoice.startMs,
      invoice.endMs,
      drawn.currency,
      drawn.priceBook,
      drawn.totalMicros,
      drawn.totalCents,
      drawn.creditCents,
      drawn.isAllowancePartial,
    ],
  );
  await client.query(
    `insert into invoice_lines (invoice_id, line, namespace, meter, description, quantity, amount_micros,
       amount_cents, is_late)
     select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::numeric[], $7::bigint[],
       $8::bigint[], $9::bool[])`,
    [
      invoice.invoiceId,
      drawn.lines.map((_, line) => line),
      drawn.lines.map((line) => line.namespace),
      drawn.lines.map((line) => line.meter),
      drawn.lines.map((line) => line.description),
      drawn.lines.map((line) => line.quantity),
      drawn.lines.map((line) => line.amountMicros),
      drawn.lines.map((line) => line.amountCents),
      drawn.lines.map((line) => line.isLate),
    ],
  );
}

export async function findInvoice(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<Invoice | undefined> {
  const { rows } = await client.query<InvoiceRow>(
    "select * from invoices where account_id = $1 and invoice_id = $2",
    [accountId, invoiceId],
  );
  return rows[0] === undefined ? undefined : toInvoice(rows[0]);
}

export async function findInvoiceOfPeriod(
  client: Queryable,
  accountId: string,
  periodStartMs: number,
): Promise<Invoice | undefined> {
  const { rows } = await client.query<InvoiceRow>(
    "select * from invoices where account_id = $1 and period_start = to_timestamp($2::float8 / 1000)",
    [accountId, periodStartMs],
  );
  return rows[0] === undefined ? undefined : toInvoice(rows[0]);
}

/** Newest period first, after the period that begins at `beforeMs`. */
export async function listInvoices(
  client: Queryable,
  page: { accountId: string; beforeMs: number | undefined; limit: number },
): Promise<Invoice[]> {
  const { rows } = await client.query<InvoiceRow>(
    `select * from invoices
     where account_id = $1 and ($2::float8 is null or period_start < to_timestamp($2::float8 / 1000))
     order by period_start desc limit $3`,
    [page.accountId, page.beforeMs ?? null, page.limit],
  );
  return rows.map(toInvoice);
}

const RECENT_INVOICES_MAX = 100_000;

/** Of all accounts, or of one, those made since then that are at Stripe; oldest first. */
export async function listRecentInvoices(
  client: Queryable,
  sinceMs: number,
  accountId?: string,
): Promise<Invoice[]> {
  const { rows } = await client.query<InvoiceRow>(
    `select * from invoices where created_at >= to_timestamp($1::float8 / 1000) and stripe_invoice_id is not null
       and ($2::text is null or account_id = $2)
     order by created_at, invoice_id limit ${RECENT_INVOICES_MAX}`,
    [sinceMs, accountId ?? null],
  );
  return rows.map(toInvoice);
}

interface LineRow {
  namespace: string;
  meter: InvoiceLine["meter"];
  description: string;
  quantity: string;
  amount_micros: string;
  amount_cents: string;
  is_late: boolean;
}

export async function listLines(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<InvoiceLine[]> {
  const { rows } = await client.query<LineRow>(
    `select l.* from invoice_lines l join invoices i using (invoice_id)
     where i.account_id = $1 and invoice_id = $2 order by l.line`,
    [accountId, invoiceId],
  );
  return rows.map((row) => ({
    namespace: row.namespace,
    meter: row.meter,
    description: row.description,
    quantity: BigInt(row.quantity),
    amountMicros: BigInt(row.amount_micros),
    amountCents: BigInt(row.amount_cents),
    isLate: row.is_late,
  }));
}

function toInvoice(row: InvoiceRow): Invoice {
  return {
    invoiceId: row.invoice_id,
    accountId: row.account_id,
    periodStartMs: row.period_start.getTime(),
    periodEndMs: row.period_end.getTime(),
    state: row.state,
    currency: row.currency,
    priceBook: row.price_book,
    totalMicros: BigInt(row.total_micros),
    totalCents: BigInt(row.total_cents),
    creditCents: BigInt(row.credit_cents),
    isAllowancePartial: row.is_allowance_partial,
    stripeInvoiceId: row.stripe_invoice_id ?? undefined,
    stripeTotalCents: row.stripe_total_cents === null ? undefined : BigInt(row.stripe_total_cents),
    createdAtMs: row.created_at.getTime(),
    paidAtMs: row.paid_at?.getTime(),
  };
}
