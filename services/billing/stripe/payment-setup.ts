// How a customer gives a way to pay: a SetupIntent for a form of ours, Checkout for Stripe's page, and the portal for
// everything after. Card numbers never come near us.
import { CloudError } from "#shared/errors";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

/** The secret with which a page of ours lets Stripe's own form save a card. */
export function startCardSetup(
  stripe: StripeClient,
  stripeCustomerId: string,
): Promise<{ setupIntentId: string; clientSecret: string }> {
  return collecting(async () => {
    const intent = await stripe.setupIntents.create({
      customer: stripeCustomerId,
      usage: "off_session",
      automatic_payment_methods: { enabled: true },
    });
    if (intent.client_secret === null) throw new Error("a SetupIntent has no secret");
    return { setupIntentId: intent.id, clientSecret: intent.client_secret };
  });
}

/** Stripe's page that saves a card and comes back to `returnUrl`. */
export function startCheckout(
  stripe: StripeClient,
  stripeCustomerId: string,
  returnUrl: string,
): Promise<{ sessionId: string; url: string }> {
  return collecting(async () => {
    const session = await stripe.checkout.sessions.create({
      mode: "setup",
      customer: stripeCustomerId,
      currency: "usd",
      success_url: returnUrl,
      cancel_url: returnUrl,
    });
    if (session.url === null) throw new Error("a Checkout session has no address");
    return { sessionId: session.id, url: session.url };
  });
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

/**
 * Charges what comes next to the card that a finished SetupIntent saved. Repeating it changes nothing.
 * Errors: FAILED_PRECONDITION for one that is not finished, NOT_FOUND for another customer's.
 */
export function useSavedCard(
  stripe: StripeClient,
  stripeCustomerId: string,
  setupIntentId: string,
): Promise<void> {
  return collecting(async () => {
    const intent = await stripe.setupIntents.retrieve(setupIntentId);
    if (intent.customer !== stripeCustomerId) {
      throw new CloudError("NOT_FOUND", "There is no card setup with this id.");
    }
    if (intent.status !== "succeeded" || typeof intent.payment_method !== "string") {
      throw new CloudError(
        "FAILED_PRECONDITION",
        "The card is not saved yet. Finish the form, then try again.",
      );
    }
    await stripe.customers.update(stripeCustomerId, {
      invoice_settings: { default_payment_method: intent.payment_method },
    });
  });
}
