// Takes in Stripe's webhooks: the signature is checked, the event's body is not believed (the invoice is fetched again),
// and each event takes effect once, however often and in whatever order it comes (B3).
import { applyCollected, type CollectedInvoice } from "#billing/invoices";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import { inTransaction, type Pool } from "#shared/postgres";
import Stripe from "stripe";
import { toCollected } from "./collected-invoice.ts";
import type { StripeClient } from "./stripe-client.ts";
import { collecting, isNoSuchObject } from "./stripe-failure.ts";

/** A signature older than this is refused, so that a recorded request cannot be replayed later. */
const TOLERANCE_SECONDS = 300;
export const WEBHOOK_BODY_BYTES_MAX = 1024 * 1024;

export interface WebhookPorts {
  stripe: StripeClient;
  billing: Pool;
  secret: string;
  log: Logger;
}

export interface WebhookOutcome {
  eventId: string;
  type: string;
  /** "repeated": this event had its effect before. "ignored": it concerns nothing of ours. */
  outcome: "applied" | "repeated" | "ignored";
}

/**
 * `body` is the request as it came, byte for byte.
 * Errors: INVALID_ARGUMENT for a missing, wrong or old signature; UNAVAILABLE when Stripe must deliver it again.
 */
export async function receiveWebhook(
  ports: WebhookPorts,
  request: { body: Buffer; signature: string | undefined },
): Promise<WebhookOutcome> {
  const event = verify(ports, request);
  const { id: eventId, type } = event;
  const objectId = objectIdOf(event);
  if (await isKnown(ports.billing, eventId)) return { eventId, type, outcome: "repeated" };
  const collected = type.startsWith("invoice.") ? await fetchInvoice(ports.stripe, objectId) : undefined;
  const outcome = await inTransaction(ports.billing, async (client) => {
    const inserted = await client.query(
      "insert into stripe_events (event_id, type, object_id) values ($1, $2, $3) on conflict do nothing",
      [eventId, type, objectId],
    );
    if (inserted.rowCount === 0) return "repeated";
    const isOurs = collected !== undefined && (await applyCollected(client, collected));
    return isOurs ? "applied" : "ignored";
  });
  ports.log.info({ eventId, type, objectId, outcome }, "stripe event");
  return { eventId, type, outcome };
}

function verify(ports: WebhookPorts, request: { body: Buffer; signature: string | undefined }): Stripe.Event {
  try {
    return ports.stripe.webhooks.constructEvent(
      request.body,
      request.signature ?? "",
      ports.secret,
      TOLERANCE_SECONDS,
    );
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeSignatureVerificationError) && !(error instanceof SyntaxError))
      throw error;
    throw new CloudError(
      "INVALID_ARGUMENT",
      "The Stripe-Signature header does not match the body, or is too old.",
      { cause: error, field: "Stripe-Signature" },
    );
  }
}

/** A look before the fetch: repeats cost no call to Stripe. The insert decides. */
async function isKnown(billing: Pool, eventId: string): Promise<boolean> {
  const { rowCount } = await billing.query("select 1 from stripe_events where event_id = $1", [eventId]);
  return (rowCount ?? 0) > 0;
}

function objectIdOf(event: Stripe.Event): string {
  const { object } = event.data;
  return "id" in object && typeof object.id === "string" ? object.id : "";
}

/** The invoice as it is now; undefined when it was deleted, or never had an id (a preview). */
async function fetchInvoice(
  stripe: StripeClient,
  stripeInvoiceId: string,
): Promise<CollectedInvoice | undefined> {
  if (stripeInvoiceId === "") return undefined;
  return collecting(async () => {
    try {
      return toCollected(await stripe.invoices.retrieve(stripeInvoiceId));
    } catch (error) {
      if (isNoSuchObject(error)) return undefined;
      throw error;
    }
  });
}
