// Which usage is on which invoice line, so that every line can be followed down and nothing is billed twice (B4).
import type { Meter } from "#billing/prices";
import type { Queryable } from "#shared/postgres";
import type { BillableUsage } from "./draw-up-invoice.ts";
import type { UsageEntry } from "./unbilled-usage.ts";
import { toUsageEntry, type UsageEntryRow } from "./usage-entry-row.ts";

const ROWS_PER_INSERT = 5_000;

/** Sums over all invoices of the account, for days from `fromMs` on. */
export async function readBilledUsage(
  client: Queryable,
  accountId: string,
  fromMs: number,
): Promise<UsageEntry[]> {
  const { rows } = await client.query<UsageEntryRow>(
    `select namespace, day, kind, workflow_type, sum(quantity)::text as quantity from billed_usage
     where account_id = $1 and day >= to_timestamp($2::float8 / 1000) group by 1, 2, 3, 4`,
    [accountId, fromMs],
  );
  return rows.map(toUsageEntry);
}

export async function insertBilledUsage(
  client: Queryable,
  invoice: { invoiceId: string; accountId: string },
  usage: readonly BillableUsage[],
  lineOfUsage: readonly number[],
): Promise<void> {
  for (let from = 0; from < usage.length; from += ROWS_PER_INSERT) {
    const rows = usage.slice(from, from + ROWS_PER_INSERT);
    await client.query(
      `insert into billed_usage (account_id, invoice_id, namespace, day, kind, workflow_type, quantity, line)
       select $1, $2, namespace, to_timestamp(day_ms / 1000), kind, workflow_type, quantity, line
       from unnest($3::text[], $4::float8[], $5::text[], $6::text[], $7::numeric[], $8::int[])
         as given(namespace, day_ms, kind, workflow_type, quantity, line)`,
      [
        invoice.accountId,
        invoice.invoiceId,
        rows.map((row) => row.namespace),
        rows.map((row) => row.dayMs),
        rows.map((row) => row.kind),
        rows.map((row) => row.workflowType),
        rows.map((row) => row.quantity),
        rows.map((_, index) => lineOfUsage[from + index] ?? 0),
      ],
    );
  }
}

/** What an invoice bills, by day and meter of the whole account, in order of the days. */
export async function readBilledDays(
  client: Queryable,
  accountId: string,
  invoiceId: string,
): Promise<BilledDay[]> {
  const { rows } = await client.query<{ day: Date; meter: Meter; quantity: string }>(
    `select u.day, l.meter, sum(u.quantity)::text as quantity
     from billed_usage u join invoice_lines l using (invoice_id, line)
     where u.account_id = $1 and u.invoice_id = $2 group by 1, 2 order by 1, 2`,
    [accountId, invoiceId],
  );
  return rows.map((row) => ({ dayMs: row.day.getTime(), meter: row.meter, quantity: BigInt(row.quantity) }));
}

export interface BilledDay {
  dayMs: number;
  meter: Meter;
  quantity: bigint;
}

/** In a fixed order, from `offset` on. */
export async function listUsageOfLine(
  client: Queryable,
  page: { accountId: string; invoiceId: string; line: number | undefined; offset: number; limit: number },
): Promise<UsageEntry[]> {
  const { rows } = await client.query<UsageEntryRow>(
    `select namespace, day, kind, workflow_type, quantity::text from billed_usage
     where account_id = $1 and invoice_id = $2 and ($3::int is null or line = $3)
     order by namespace, day, kind, workflow_type offset $4 limit $5`,
    [page.accountId, page.invoiceId, page.line ?? null, page.offset, page.limit],
  );
  return rows.map(toUsageEntry);
}
