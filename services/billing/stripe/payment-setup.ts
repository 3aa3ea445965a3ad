// How a customer gives a way to pay: a SetupIntent for a form of ours, Checkout for Stripe's page, and the portal for
// everything after. Card numbers never come near us; a choice of ours in the metadata tells whose setup it is.
import { addCardChoice, type CardChoice } from "#billing/customers";
import type { Pool } from "#shared/postgres";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

export const CHOICE_KEY = "cellplane_card_choice";
export const ACCOUNT_KEY = "cellplane_account";

export interface SetupPorts {
  stripe: StripeClient;
  billing: Pool;
}

export interface CardSetup extends CardChoice {
  stripeCustomerId: string;
}

/** The secret with which a page of ours lets Stripe's own form save a card. Idempotent by choice id. */
export async function startCardSetup(
  { stripe, billing }: SetupPorts,
  setup: CardSetup,
): Promise<{ setupIntentId: string; clientSecret: string }> {
  await addCardChoice(billing, setup);
  return collecting(async () => {
    const intent = await stripe.setupIntents.create(
      {
        customer: setup.stripeCustomerId,
        usage: "off_session",
        automatic_payment_methods: { enabled: true },
        metadata: metadataOf(setup),
      },
      { idempotencyKey: `setup-${setup.choiceId}` },
    );
    if (intent.client_secret === null) throw new Error("a SetupIntent has no secret");
    return { setupIntentId: intent.id, clientSecret: intent.client_secret };
  });
}

/** Stripe's page that saves a card and comes back to `returnUrl`. Idempotent by choice id. */
export async function startCheckout(
  { stripe, billing }: SetupPorts,
  setup: CardSetup,
  returnUrl: string,
): Promise<{ sessionId: string; url: string }> {
  await addCardChoice(billing, setup);
  return collecting(async () => {
    const session = await stripe.checkout.sessions.create(
      {
        mode: "setup",
        customer: setup.stripeCustomerId,
        currency: "usd",
        setup_intent_data: { metadata: metadataOf(setup) },
        success_url: returnUrl,
        cancel_url: returnUrl,
      },
      { idempotencyKey: `checkout-${setup.choiceId}` },
    );
    if (session.url === null) throw new Error("a Checkout session has no address");
    return { sessionId: session.id, url: session.url };
  });
}

function metadataOf({ accountId, choiceId }: CardChoice): Record<string, string> {
  return { [ACCOUNT_KEY]: accountId, [CHOICE_KEY]: choiceId };
}

/** Stripe's page with the customer's invoices and cards, for a few minutes. */
export function openPortal(
  stripe: StripeClient,
  stripeCustomerId: string,
  returnUrl: string,
): Promise<{ url: string }> {
  return collecting(async () => {
    const { url } = await stripe.billingPortal.sessions.create({
      customer: stripeCustomerId,
      return_url: returnUrl,
    });
    return { url };
  });
}
