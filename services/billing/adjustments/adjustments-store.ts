// Adjustments of invoices and the invoices they stand on. Every query names the account.
import type { Queryable } from "#shared/postgres";
import type { InvoiceAdjustment, KnownAdjustment } from "./invoice-adjustment.ts";
import type { AdjustmentUse } from "./settle-adjustments.ts";

interface AdjustmentRow {
  adjustment_id: string;
  account_id: string;
  invoice_id: string;
  line: number | null;
  namespace: string;
  meter: string;
  quantity: string | null;
  amount_cents: string;
  reason: string;
  settlement: InvoiceAdjustment["settlement"];
  created_at: Date;
  settled_on: string[];
  used_cents: string;
}

const KNOWN = `select a.*, coalesce(array_agg(u.invoice_id order by i.period_start) filter (where u.invoice_id is not null), '{}')
    as settled_on, coalesce(sum(u.amount_cents), 0)::text as used_cents
  from invoice_adjustments a
  left join invoice_adjustment_uses u using (account_id, adjustment_id)
  left join invoices i on i.invoice_id = u.invoice_id`;

/** Idempotent by account and id. */
export async function insertAdjustment(client: Queryable, adjustment: InvoiceAdjustment): Promise<void> {
  await client.query(
    `insert into invoice_adjustments (account_id, adjustment_id, invoice_id, line, namespace, meter, quantity,
       amount_cents, reason, settlement)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      adjustment.accountId,
      adjustment.adjustmentId,
      adjustment.invoiceId,
      adjustment.line ?? null,
      adjustment.namespace,
      adjustment.meter,
      adjustment.quantity ?? null,
      adjustment.amountCents,
      adjustment.reason,
      adjustment.settlement,
    ],
  );
}

/** Of one invoice, oldest first. */
export async function listAdjustmentsOf(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<KnownAdjustment[]> {
  const { rows } = await client.query<AdjustmentRow>(
    `${KNOWN} where a.account_id = $1 and a.invoice_id = $2
     group by a.account_id, a.adjustment_id order by a.created_at, a.adjustment_id`,
    [accountId, invoiceId],
  );
  return rows.map(toAdjustment);
}

/** Newest first, from `offset` on. */
export async function listAdjustments(
  client: Queryable,
  page: { accountId: string; offset: number; limit: number },
): Promise<KnownAdjustment[]> {
  const { rows } = await client.query<AdjustmentRow>(
    `${KNOWN} where a.account_id = $1
     group by a.account_id, a.adjustment_id order by a.created_at desc, a.adjustment_id offset $2 limit $3`,
    [page.accountId, page.offset, page.limit],
  );
  return rows.map(toAdjustment);
}

const OPEN_MAX = 1_000;

/** Those that no invoice has, or not all of, oldest first: who draws up an invoice has the account's period locked. */
export async function listOpenAdjustments(client: Queryable, accountId: string): Promise<KnownAdjustment[]> {
  const { rows } = await client.query<AdjustmentRow>(
    `${KNOWN} where a.account_id = $1 and a.settlement = 'next_invoice'
     group by a.account_id, a.adjustment_id
     having count(u.invoice_id) = 0 or coalesce(sum(u.amount_cents), 0) <> a.amount_cents
     order by a.created_at, a.adjustment_id limit ${OPEN_MAX}`,
    [accountId],
  );
  return rows.map(toAdjustment);
}

/** Once per adjustment and invoice, by primary key. */
export async function useAdjustments(
  client: Queryable,
  invoice: { accountId: string; invoiceId: string },
  uses: readonly AdjustmentUse[],
): Promise<void> {
  for (const { adjustmentId, cents } of uses) {
    await client.query(
      `insert into invoice_adjustment_uses (account_id, adjustment_id, invoice_id, amount_cents)
       values ($1, $2, $3, $4)`,
      [invoice.accountId, adjustmentId, invoice.invoiceId, cents],
    );
  }
}

function toAdjustment(row: AdjustmentRow): KnownAdjustment {
  const amountCents = BigInt(row.amount_cents);
  return {
    adjustmentId: row.adjustment_id,
    accountId: row.account_id,
    invoiceId: row.invoice_id,
    line: row.line ?? undefined,
    namespace: row.namespace,
    meter: row.meter,
    quantity: row.quantity === null ? undefined : BigInt(row.quantity),
    amountCents,
    reason: row.reason,
    settlement: row.settlement,
    createdAtMs: row.created_at.getTime(),
    settledOn: row.settled_on,
    openCents: row.settlement === "credit_note" ? 0n : amountCents - BigInt(row.used_cents),
  };
}
