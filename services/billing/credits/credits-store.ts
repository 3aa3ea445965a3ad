// Credit grants and what used them up. Every query names the account; a balance is the grant less its entries.
import type { Credit, CreditCategory, CreditUse } from "#billing/rating";
import type { Queryable } from "#shared/postgres";

export interface CreditGrant extends Credit {
  accountId: string;
  name: string;
  currency: string;
  amountCents: bigint;
  voidedAtMs: number | undefined;
  stripeGrantId: string | undefined;
}

export interface GrantRow {
  grant_id: string;
  account_id: string;
  name: string;
  category: CreditCategory;
  currency: string;
  amount_cents: string;
  balance_cents: string;
  priority: number;
  effective_at: Date;
  expires_at: Date | null;
  voided_at: Date | null;
  stripe_grant_id: string | null;
}

const GRANTS_MAX = 1_000;

export const SELECT_GRANTS = `select g.*, (g.amount_cents + coalesce(
    (select sum(e.amount_cents) from credit_entries e where e.grant_id = g.grant_id), 0))::text as balance_cents
  from credit_grants g`;

export async function listGrants(client: Queryable, accountId: string): Promise<CreditGrant[]> {
  const { rows } = await client.query<GrantRow>(
    `${SELECT_GRANTS} where g.account_id = $1 order by g.effective_at, g.grant_id limit ${GRANTS_MAX}`,
    [accountId],
  );
  return rows.map(toGrant);
}

/** Locks the grant for this transaction. */
export async function lockGrant(
  client: Queryable,
  accountId: string,
  grantId: string,
): Promise<CreditGrant | undefined> {
  await client.query("select 1 from credit_grants where account_id = $1 and grant_id = $2 for update", [
    accountId,
    grantId,
  ]);
  const { rows } = await client.query<GrantRow>(
    `${SELECT_GRANTS} where g.account_id = $1 and g.grant_id = $2`,
    [accountId, grantId],
  );
  return rows[0] === undefined ? undefined : toGrant(rows[0]);
}

/** Locks all grants of the account, so that two invoices never use the same balance. */
export async function lockGrants(client: Queryable, accountId: string): Promise<CreditGrant[]> {
  await client.query("select 1 from credit_grants where account_id = $1 order by grant_id for update", [
    accountId,
  ]);
  const grants = await listGrants(client, accountId);
  return grants.filter(({ voidedAtMs }) => voidedAtMs === undefined);
}

export type NewGrant = Omit<CreditGrant, "balanceCents" | "voidedAtMs" | "stripeGrantId">;

/** Idempotent by grant id. Answers whether it was new. */
export async function insertGrant(client: Queryable, grant: NewGrant): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into credit_grants (grant_id, account_id, name, category, currency, amount_cents, priority, effective_at,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000), to_timestamp($9::float8 / 1000))
     on conflict (grant_id) do nothing`,
    [
      grant.grantId,
      grant.accountId,
      grant.name,
      grant.category,
      grant.currency,
      grant.amountCents,
      grant.priority,
      grant.effectiveAtMs,
      grant.expiresAtMs ?? null,
    ],
  );
  return rowCount === 1;
}

/** Once per grant and invoice, by unique constraint. */
export async function useCredits(
  client: Queryable,
  invoiceId: string,
  uses: readonly CreditUse[],
): Promise<void> {
  for (const { grantId, cents } of uses) {
    await client.query(
      `insert into credit_entries (entry_id, grant_id, amount_cents, invoice_id, reason)
       values ($1, $2, $3, $4, 'invoice')`,
      [`${invoiceId}/${grantId}`, grantId, -cents, invoiceId],
    );
  }
}

/** Idempotent by entry id. */
export async function insertEntry(
  client: Queryable,
  entry: { entryId: string; grantId: string; amountCents: bigint; reason: string },
): Promise<void> {
  await client.query(
    `insert into credit_entries (entry_id, grant_id, amount_cents, reason) values ($1, $2, $3, $4)
     on conflict (entry_id) do nothing`,
    [entry.entryId, entry.grantId, entry.amountCents, entry.reason],
  );
}

export async function setVoided(
  client: Queryable,
  accountId: string,
  grantId: string,
  atMs: number,
): Promise<void> {
  await client.query(
    `update credit_grants set voided_at = coalesce(voided_at, to_timestamp($3::float8 / 1000))
     where account_id = $1 and grant_id = $2`,
    [accountId, grantId, atMs],
  );
}

export function toGrant(row: GrantRow): CreditGrant {
  return {
    grantId: row.grant_id,
    accountId: row.account_id,
    name: row.name,
    category: row.category,
    currency: row.currency,
    amountCents: BigInt(row.amount_cents),
    balanceCents: BigInt(row.balance_cents),
    priority: row.priority,
    effectiveAtMs: row.effective_at.getTime(),
    expiresAtMs: row.expires_at?.getTime(),
    voidedAtMs: row.voided_at?.getTime(),
    stripeGrantId: row.stripe_grant_id ?? undefined,
  };
}
