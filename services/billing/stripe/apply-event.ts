// Lets an event of Stripe take effect, once. What it says of its object is not believed: the object is fetched again, so
// that events in any order, late or repeated, end in the same state (B3).
import { applyCollected } from "#billing/invoices";
import type { Logger } from "#shared/log";
import { inTransaction, type Pool } from "#shared/postgres";
import { toCollected } from "./collected-invoice.ts";
import type { ReceivedEvent } from "./read-event.ts";
import { applyCardEvent, CARD_EVENTS } from "./saved-cards.ts";
import type { StripeClient } from "./stripe-client.ts";
import { collecting, isNoSuchObject } from "./stripe-failure.ts";

export interface EventPorts {
  stripe: StripeClient;
  billing: Pool;
  log: Logger;
}

/** "repeated": this event had its effect before. "ignored": it concerns nothing of ours. */
export type EventOutcome = "applied" | "repeated" | "ignored";

/** Meter events that Stripe could not use are told by these alone; without looking, a bill would be too low. */
const METER_FAILURES = ["billing.meter.error_report_triggered", "billing.meter.no_meter_found"];

/** Errors: UNAVAILABLE when Stripe must deliver it again. */
export async function applyEvent(ports: EventPorts, event: ReceivedEvent): Promise<EventOutcome> {
  const { eventId, type, objectId } = event;
  if (await isKnown(ports.billing, eventId)) return "repeated";
  if (METER_FAILURES.includes(type)) await raiseMeterFailure(ports, event);
  const isCardOfOurs = CARD_EVENTS.includes(type) && (await applyCardEvent(ports, event));
  const collected = type.startsWith("invoice.") ? await fetchInvoice(ports.stripe, objectId) : undefined;
  const outcome = await inTransaction(ports.billing, async (client) => {
    const inserted = await client.query(
      "insert into stripe_events (event_id, type, object_id) values ($1, $2, $3) on conflict do nothing",
      [eventId, type, objectId],
    );
    if (inserted.rowCount === 0) return "repeated";
    if (METER_FAILURES.includes(type) || isCardOfOurs) return "applied";
    const isOurs = collected !== undefined && (await applyCollected(client, collected));
    return isOurs ? "applied" : "ignored";
  });
  ports.log.info({ eventId, type, objectId, outcome }, "stripe event");
  return outcome;
}

/** A look before the fetch: repeats cost no call to Stripe. The insert decides. */
async function isKnown(billing: Pool, eventId: string): Promise<boolean> {
  const { rowCount } = await billing.query("select 1 from stripe_events where event_id = $1", [eventId]);
  return (rowCount ?? 0) > 0;
}

/** The invoice as it is now; undefined when it was deleted, or never had an id (a preview). */
async function fetchInvoice(stripe: StripeClient, stripeInvoiceId: string) {
  if (stripeInvoiceId === "") return undefined;
  return collecting(async () => {
    try {
      const invoice = await stripe.invoices.retrieve(stripeInvoiceId);
      // Usage may still be on its way: a draft of ours is made final by us, after the totals were compared.
      const isHeld = invoice.status !== "draft" || invoice.auto_advance !== true;
      return toCollected(
        isHeld ? invoice : await stripe.invoices.update(invoice.id, { auto_advance: false }),
      );
    } catch (error) {
      if (isNoSuchObject(error)) return undefined;
      throw error;
    }
  });
}

/** An alert with Stripe's own words: somebody must look before the period is billed. */
async function raiseMeterFailure(ports: EventPorts, event: ReceivedEvent): Promise<void> {
  const detail: unknown = await collecting(async () =>
    event.isThin ? await ports.stripe.v2.core.events.retrieve(event.eventId) : undefined,
  );
  ports.log.error({ alert: "meter-events-failed", ...event, detail }, "Stripe could not use meter events");
}
