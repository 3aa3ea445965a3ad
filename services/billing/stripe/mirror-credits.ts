// Shows our credit grants at Stripe, so that finance sees them there. Our ledger stays the record: invoices carry credits
// as lines of their own, and Stripe applies its grants to metered prices only, which that collector does not use.
import type { CreditGrant } from "#billing/credits";
import type { StripeClient } from "./stripe-client.ts";
import { collecting, isNoSuchObject } from "./stripe-failure.ts";

const GRANT_KEY = "cellplane_grant";
const PAGE = 100;

/** Makes the grant, and ends it when nothing is left of it. Answers its id at Stripe. */
export function mirrorCredit(
  stripe: StripeClient,
  stripeCustomerId: string,
  grant: CreditGrant,
): Promise<string> {
  return collecting(async () => {
    const id = grant.stripeGrantId ?? (await ensureGrant(stripe, stripeCustomerId, grant));
    if (grant.voidedAtMs !== undefined || grant.balanceCents === 0n) await endGrant(stripe, id);
    return id;
  });
}

async function ensureGrant(stripe: StripeClient, customer: string, grant: CreditGrant): Promise<string> {
  for await (const known of stripe.billing.creditGrants.list({ customer, limit: PAGE })) {
    if (known.metadata[GRANT_KEY] === grant.grantId) return known.id;
  }
  const made = await stripe.billing.creditGrants.create(
    {
      customer,
      name: grant.name,
      category: grant.category === "paid" ? "paid" : "promotional",
      priority: grant.priority,
      amount: {
        type: "monetary",
        monetary: { currency: grant.currency, value: Number(grant.amountCents) },
      },
      applicability_config: { scope: { price_type: "metered" } },
      effective_at: Math.floor(grant.effectiveAtMs / 1000),
      ...(grant.expiresAtMs === undefined ? {} : { expires_at: Math.floor(grant.expiresAtMs / 1000) }),
      metadata: { [GRANT_KEY]: grant.grantId },
    },
    { idempotencyKey: `grant-${grant.grantId}` },
  );
  return made.id;
}

async function endGrant(stripe: StripeClient, id: string): Promise<void> {
  try {
    const known = await stripe.billing.creditGrants.retrieve(id);
    if (known.voided_at === null) await stripe.billing.creditGrants.voidGrant(id);
  } catch (error) {
    if (!isNoSuchObject(error)) throw error;
  }
}
