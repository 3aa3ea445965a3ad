// Delivers events to webhook endpoints: signed, tried again until a 2xx comes back, kept over restarts. Like Stripe it
// promises no order and may deliver twice.
import type { Logger } from "#shared/log";
import type { Emulator } from "../emulator.ts";
import { showEvent } from "../resources/events.ts";
import { showThinEvent } from "../resources/thin-events.ts";
import type { Delivery } from "../state/objects.ts";
import { signatureOf } from "./sign.ts";

const ATTEMPTS_MAX = 30;
const FIRST_RETRY_MS = 250;
const RETRY_MAX_MS = 30_000;
const DELIVERY_TIMEOUT_MS = 10_000;
const IN_FLIGHT_MAX = 8;

export class Deliverer {
  readonly #emulator: Emulator;
  readonly #log: Logger;
  readonly #inFlight = new Set<string>();
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(emulator: Emulator, log: Logger) {
    this.#emulator = emulator;
    this.#log = log;
  }

  /** Looks for due deliveries soon; calling it often is free. */
  wake(delayMs = 0): void {
    if (this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#deliverDue(), delayMs);
  }

  stop(): void {
    this.#stopping.abort();
    clearTimeout(this.#timer);
  }

  #deliverDue(): void {
    const now = this.#emulator.nowMs();
    let nextMs = Infinity;
    for (const delivery of this.#emulator.store.all("deliveries")) {
      if (this.#inFlight.has(delivery.id)) continue;
      if (delivery.next_attempt_ms > now) nextMs = Math.min(nextMs, delivery.next_attempt_ms);
      else if (this.#inFlight.size < IN_FLIGHT_MAX) void this.#deliver(delivery);
    }
    if (nextMs !== Infinity) this.wake(Math.max(nextMs - now, 1));
  }

  async #deliver(delivery: Delivery): Promise<void> {
    this.#inFlight.add(delivery.id);
    const isDelivered = await this.#post(delivery);
    this.#inFlight.delete(delivery.id);
    if (this.#stopping.signal.aborted && !isDelivered) return;
    this.#record(delivery, isDelivered);
    this.wake();
  }

  async #post(delivery: Delivery): Promise<boolean> {
    const endpoint = this.#emulator.store.find("webhook_endpoints", delivery.endpoint);
    const shown = this.#bodyOf(delivery.event);
    if (shown === undefined || endpoint === undefined) return true;
    const body = JSON.stringify(shown);
    try {
      const response = await fetch(endpoint.url, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
          "stripe-signature": signatureOf(body, endpoint.secret, Math.floor(this.#emulator.nowMs() / 1000)),
        },
        body,
        redirect: "manual",
        signal: AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(DELIVERY_TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.status >= 200 && response.status < 300;
    } catch (error) {
      this.#log.debug({ err: error, event: delivery.event, endpoint: endpoint.url }, "webhook not delivered");
      return false;
    }
  }

  /** A notification of a thin event leaves out what must be fetched. */
  #bodyOf(eventId: string): unknown {
    const { store } = this.#emulator;
    const event = store.find("events", eventId);
    if (event !== undefined) return showEvent(event);
    const thin = store.find("thin_events", eventId);
    if (thin === undefined) return undefined;
    const { data: _data, ...notification } = showThinEvent(thin);
    return notification;
  }

  #record(delivery: Delivery, isDelivered: boolean): void {
    const { store } = this.#emulator;
    const attempts = delivery.attempts + 1;
    const event = store.find("events", delivery.event);
    if (!isDelivered && attempts < ATTEMPTS_MAX) {
      const waitMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 16), RETRY_MAX_MS);
      store.put("deliveries", { ...delivery, attempts, next_attempt_ms: this.#emulator.nowMs() + waitMs });
      return;
    }
    store.transaction(() => {
      store.remove("deliveries", delivery.id);
      // An event that could not be delivered keeps its pending count: List Events shows it as not delivered.
      if (isDelivered && event !== undefined) {
        store.put("events", { ...event, pending_webhooks: Math.max(event.pending_webhooks - 1, 0) });
      }
    });
  }
}
