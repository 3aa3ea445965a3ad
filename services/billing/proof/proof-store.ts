// What the proof reads of invoices: comparisons with Stripe, and lines beside the usage that stands on them.
import type { Queryable } from "#shared/postgres";

export interface Compared {
  checkedAtMs: number;
  ourCents: bigint;
  stripeCents: bigint;
}

/** Newest first. */
export async function readReconciliations(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<Compared[]> {
  const { rows } = await client.query<{ checked_at: Date; our_cents: string; stripe_cents: string }>(
    `select r.checked_at, r.our_cents, r.stripe_cents from reconciliations r join invoices i using (invoice_id)
     where i.account_id = $1 and r.invoice_id = $2 order by r.checked_at desc limit 1`,
    [accountId, invoiceId],
  );
  return rows.map((row) => ({
    checkedAtMs: row.checked_at.getTime(),
    ourCents: BigInt(row.our_cents),
    stripeCents: BigInt(row.stripe_cents),
  }));
}

/** Lines of usage only: fees, discounts and credits have none. */
export async function readLineSums(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<{ line: number; quantity: bigint; standing: bigint }[]> {
  const { rows } = await client.query<{ line: number; quantity: string; standing: string }>(
    `select l.line, l.quantity::text, coalesce(sum(u.quantity), 0)::text as standing
     from invoice_lines l join invoices i using (invoice_id)
     left join billed_usage u on u.invoice_id = l.invoice_id and u.line = l.line
     where i.account_id = $1 and l.invoice_id = $2
       and l.meter in ('actions', 'active_storage', 'retained_storage')
     group by 1, 2 order by 1`,
    [accountId, invoiceId],
  );
  return rows.map((row) => ({
    line: row.line,
    quantity: BigInt(row.quantity),
    standing: BigInt(row.standing),
  }));
}

/** What adjustments changed of invoiced quantities, by meter. */
export async function readCorrections(
  client: Queryable,
  accountId: string,
): Promise<{ meter: string; quantity: bigint }[]> {
  const { rows } = await client.query<{ meter: string; quantity: string }>(
    `select meter, sum(quantity)::text as quantity from invoice_adjustments
     where account_id = $1 and quantity is not null group by 1`,
    [accountId],
  );
  return rows.map(({ meter, quantity }) => ({ meter, quantity: BigInt(quantity) }));
}
