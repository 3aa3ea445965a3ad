// Asks Stripe which events it could not deliver, and lets them take effect: what was missed while we were away is not
// lost when Stripe gives up delivering. Repeating it changes nothing.
import { applyEvent, type EventPorts } from "./apply-event.ts";
import { snapshotEvent } from "./read-event.ts";
import { collecting } from "./stripe-failure.ts";

const PAGE = 100;
const EVENTS_PER_ROUND_MAX = 10_000;
/** Stripe keeps events for 30 days. */
export const EVENTS_KEPT_MS = 30 * 86_400_000;

/** Answers how many had an effect. Oldest first, although no order is needed. */
export async function catchUpEvents(
  ports: EventPorts,
  since: { fromMs: number; signal?: AbortSignal },
): Promise<number> {
  const missed = await collecting(() =>
    ports.stripe.events
      .list({
        delivery_success: false,
        created: { gte: Math.floor(since.fromMs / 1000) },
        limit: PAGE,
      })
      .autoPagingToArray({ limit: EVENTS_PER_ROUND_MAX }),
  );
  let applied = 0;
  for (const event of missed.reverse()) {
    since.signal?.throwIfAborted();
    if ((await applyEvent(ports, snapshotEvent(event))) === "applied") applied += 1;
  }
  return applied;
}
