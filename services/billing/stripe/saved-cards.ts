// Makes a card that a setup saved the one that is charged from now on, when no newer choice is in force. A webhook, its
// repeat and the page that waited may all say so, in any order: it happens once (B3).
import type Stripe from "stripe";
import { lockCardChoice, recordCardChoice } from "#billing/customers";
import { retrySoon } from "#billing/dunning";
import { CloudError } from "#shared/errors";
import { inTransaction } from "#shared/postgres";
import { ACCOUNT_KEY, CHOICE_KEY, type SetupPorts } from "./payment-setup.ts";
import { collecting, isNoSuchObject } from "./stripe-failure.ts";

export const CARD_EVENTS = ["setup_intent.succeeded", "checkout.session.completed"];

/**
 * Errors: FAILED_PRECONDITION for a setup that is not finished, NOT_FOUND for one of another customer.
 * Repeating it changes nothing.
 */
export async function useSavedCard(
  ports: SetupPorts,
  stripeCustomerId: string,
  setupIntentId: string,
): Promise<{ paymentMethodId: string }> {
  const intent = await fetchIntent(ports, setupIntentId);
  if (intent?.customer !== stripeCustomerId || choiceOf(intent) === undefined) {
    throw new CloudError("NOT_FOUND", "There is no card setup with this id.");
  }
  if (intent.status !== "succeeded" || typeof intent.payment_method !== "string") {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "The card is not saved yet. Finish the form, then try again.",
    );
  }
  await applySetup(ports, intent);
  return { paymentMethodId: intent.payment_method };
}

/** Answers whether it was a setup of ours. What the event says is not believed: the setup is fetched. */
export async function applyCardEvent(
  ports: SetupPorts,
  event: { type: string; objectId: string },
): Promise<boolean> {
  const intentId =
    event.type === "checkout.session.completed"
      ? await intentOfSession(ports, event.objectId)
      : event.objectId;
  const intent = intentId === undefined ? undefined : await fetchIntent(ports, intentId);
  return intent?.status === "succeeded" && (await applySetup(ports, intent));
}

async function applySetup(ports: SetupPorts, intent: Stripe.SetupIntent): Promise<boolean> {
  const choice = choiceOf(intent);
  const { customer, payment_method: method } = intent;
  if (choice === undefined || typeof customer !== "string" || typeof method !== "string") return false;
  return inTransaction(ports.billing, async (client) => {
    const known = await lockCardChoice(client, choice);
    if (known === undefined) return false;
    if (known.isNewest && !known.isApplied) {
      await collecting(() =>
        ports.stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } }),
      );
      await retrySoon(client, choice.accountId);
    }
    await recordCardChoice(client, { ...choice, paymentMethodId: method });
    return true;
  });
}

function choiceOf({ metadata }: Stripe.SetupIntent): { choiceId: string; accountId: string } | undefined {
  const choiceId = metadata?.[CHOICE_KEY];
  const accountId = metadata?.[ACCOUNT_KEY];
  return choiceId === undefined || accountId === undefined ? undefined : { choiceId, accountId };
}

function fetchIntent({ stripe }: SetupPorts, id: string): Promise<Stripe.SetupIntent | undefined> {
  return collecting(() => orNothing(stripe.setupIntents.retrieve(id)));
}

async function intentOfSession({ stripe }: SetupPorts, id: string): Promise<string | undefined> {
  const session = await collecting(() => orNothing(stripe.checkout.sessions.retrieve(id)));
  const intent = session?.setup_intent;
  return typeof intent === "string" ? intent : intent?.id;
}

async function orNothing<Found>(asked: Promise<Found>): Promise<Found | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isNoSuchObject(error)) return undefined;
    throw error;
  }
}
