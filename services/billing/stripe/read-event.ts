// Checks the signature of what Stripe sent and says which event it is: a snapshot of an object, or a thin notification
// with its id only. Nothing else of the body is used.
import Stripe from "stripe";
import { CloudError } from "#shared/errors";
import type { StripeClient } from "./stripe-client.ts";

/** A signature older than this is refused, so that a recorded request cannot be replayed later. */
const TOLERANCE_SECONDS = 300;

export interface ReceivedEvent {
  eventId: string;
  /** As snapshots name it: "invoice.paid". */
  type: string;
  /** Empty when the event is about no object. */
  objectId: string;
  isThin: boolean;
}

/** Errors: INVALID_ARGUMENT for a missing, wrong or old signature. */
export function readEvent(
  stripe: StripeClient,
  secrets: readonly string[],
  request: { body: Buffer; signature: string | undefined },
): ReceivedEvent {
  let refusal: unknown;
  for (const secret of secrets) {
    try {
      return isThin(request.body) ? thinEvent(stripe, secret, request) : snapshot(stripe, secret, request);
    } catch (error) {
      if (
        !(error instanceof Stripe.errors.StripeSignatureVerificationError) &&
        !(error instanceof SyntaxError)
      ) {
        throw error;
      }
      refusal = error;
    }
  }
  throw new CloudError(
    "INVALID_ARGUMENT",
    "The Stripe-Signature header does not match the body, or is too old.",
    { cause: refusal, field: "Stripe-Signature" },
  );
}

/** Only decides how to read it; the signature is checked by either. */
function isThin(body: Buffer): boolean {
  return body.includes('"v2.core.event"');
}

type Request = { body: Buffer; signature: string | undefined };

function snapshot(stripe: StripeClient, secret: string, { body, signature = "" }: Request): ReceivedEvent {
  return snapshotEvent(stripe.webhooks.constructEvent(body, signature, secret, TOLERANCE_SECONDS));
}

/** Also of the events that a list answers with. */
export function snapshotEvent(event: Stripe.Event): ReceivedEvent {
  const { object } = event.data;
  const objectId = "id" in object && typeof object.id === "string" ? object.id : "";
  return { eventId: event.id, type: event.type, objectId, isThin: false };
}

function thinEvent(stripe: StripeClient, secret: string, { body, signature = "" }: Request): ReceivedEvent {
  const notification = stripe.parseEventNotification(body, signature, secret, TOLERANCE_SECONDS);
  const related = "related_object" in notification ? notification.related_object : undefined;
  return {
    eventId: notification.id,
    type: notification.type.replace(/^v1\./, ""),
    objectId: related != null && "id" in related ? String(related.id) : "",
    isThin: true,
  };
}
