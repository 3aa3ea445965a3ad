// Which credit grants Stripe has to be told of: those it does not have, or has with another balance, or that ended.
// Across all accounts; what ended before Stripe ever had it is left alone.
import type { Queryable } from "#shared/postgres";
import { SELECT_GRANTS, toGrant, type CreditGrant, type GrantRow } from "./credits-store.ts";

const GRANTS_PER_ROUND_MAX = 500;

export interface GrantToMirror {
  grant: CreditGrant;
  stripeCustomerId: string;
}

export async function listGrantsToMirror(client: Queryable, nowMs: number): Promise<GrantToMirror[]> {
  const { rows } = await client.query<GrantRow & { stripe_customer_id: string }>(
    `select g.*, c.stripe_customer_id from (${SELECT_GRANTS}) g join customers c using (account_id)
     where c.stripe_customer_id is not null and not g.is_ended_at_stripe
       and case when g.stripe_grant_id is null
         then g.voided_at is null and g.balance_cents::bigint > 0
           and (g.expires_at is null or g.expires_at > to_timestamp($1::float8 / 1000))
         else g.voided_at is not null or g.mirrored_balance_cents is distinct from g.balance_cents::bigint end
     order by g.grant_id limit ${GRANTS_PER_ROUND_MAX}`,
    [nowMs],
  );
  return rows.map((row) => ({ grant: toGrant(row), stripeCustomerId: row.stripe_customer_id }));
}

/** What Stripe was told. An ended one is never told again. */
export async function recordMirrored(
  client: Queryable,
  { accountId, grantId, balanceCents, voidedAtMs }: CreditGrant,
  stripeGrantId: string,
): Promise<void> {
  await client.query(
    `update credit_grants set stripe_grant_id = $3, mirrored_balance_cents = $4, is_ended_at_stripe = $5
     where account_id = $1 and grant_id = $2`,
    [accountId, grantId, stripeGrantId, balanceCents, voidedAtMs !== undefined],
  );
}
