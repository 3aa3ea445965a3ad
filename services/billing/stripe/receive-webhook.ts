// Takes in Stripe's webhooks, snapshot and thin: the signature is checked, the rest is `applyEvent`'s.
import { applyEvent, type EventOutcome, type EventPorts } from "./apply-event.ts";
import { readEvent } from "./read-event.ts";

export const WEBHOOK_BODY_BYTES_MAX = 1024 * 1024;

export interface WebhookPorts extends EventPorts {
  secret: string;
  /** Of the destination of thin events, which has a secret of its own. */
  thinSecret?: string | undefined;
}

export interface WebhookOutcome {
  eventId: string;
  type: string;
  outcome: EventOutcome;
}

/**
 * `body` is the request as it came, byte for byte.
 * Errors: INVALID_ARGUMENT for a missing, wrong or old signature; UNAVAILABLE when Stripe must deliver it again.
 */
export async function receiveWebhook(
  ports: WebhookPorts,
  request: { body: Buffer; signature: string | undefined },
): Promise<WebhookOutcome> {
  const secrets = ports.thinSecret === undefined ? [ports.secret] : [ports.secret, ports.thinSecret];
  const event = readEvent(ports.stripe, secrets, request);
  return { eventId: event.eventId, type: event.type, outcome: await applyEvent(ports, event) };
}
