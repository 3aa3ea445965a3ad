// Shows a credit grant of ours at Stripe, so that finance sees it there. Our ledger stays the record: invoices carry
// credits as lines of their own, and what is left of one stands in the metadata of its grant, whose amount is fixed.
import type Stripe from "stripe";
import type { CreditGrant } from "#billing/credits";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

const GRANT_KEY = "cellplane_grant";
const BALANCE_KEY = "cellplane_balance";
const PAGE = 100;

/** Makes the grant, tells what is left of it, and ends it when that is nothing. Answers its id at Stripe. */
export function mirrorCredit(
  stripe: StripeClient,
  stripeCustomerId: string,
  grant: CreditGrant,
): Promise<string> {
  return collecting(async () => {
    const known = await findGrant(stripe, stripeCustomerId, grant);
    const mirrored = known ?? (await createGrant(stripe, stripeCustomerId, grant));
    const balance = String(grant.balanceCents);
    if (mirrored.metadata[BALANCE_KEY] !== balance) {
      await stripe.billing.creditGrants.update(mirrored.id, { metadata: { [BALANCE_KEY]: balance } });
    }
    await endGrant(stripe, mirrored, grant);
    return mirrored.id;
  });
}

async function findGrant(stripe: StripeClient, customer: string, grant: CreditGrant) {
  if (grant.stripeGrantId !== undefined) return stripe.billing.creditGrants.retrieve(grant.stripeGrantId);
  // It may have been made by an attempt whose answer was lost.
  for await (const known of stripe.billing.creditGrants.list({ customer, limit: PAGE })) {
    if (known.metadata[GRANT_KEY] === grant.grantId) return known;
  }
  return undefined;
}

function createGrant(
  stripe: StripeClient,
  customer: string,
  grant: CreditGrant,
): Promise<Stripe.Billing.CreditGrant> {
  return stripe.billing.creditGrants.create(
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
      metadata: { [GRANT_KEY]: grant.grantId, [BALANCE_KEY]: String(grant.balanceCents) },
    },
    { idempotencyKey: `grant-${grant.grantId}` },
  );
}

/** One that was taken back is void; one that was used up expires. */
async function endGrant(
  stripe: StripeClient,
  mirrored: Stripe.Billing.CreditGrant,
  { voidedAtMs, balanceCents }: CreditGrant,
): Promise<void> {
  if (mirrored.voided_at !== null) return;
  if (voidedAtMs !== undefined) await stripe.billing.creditGrants.voidGrant(mirrored.id);
  else if (balanceCents === 0n) await stripe.billing.creditGrants.expire(mirrored.id);
}
