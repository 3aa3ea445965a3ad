// What all resources share: the state, time (a test clock's or the real one), ids and events.
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { StripeEvent, WebhookEndpoint } from "./state/objects.ts";
import type { Store } from "./state/store.ts";
import { NO_FAULT, type WebhookFault } from "./webhooks/faults.ts";

export const API_VERSION = "2026-10-28.endive";
const ID_LENGTH = 24;

/** Who caused a change: shown in its events. */
export interface RequestSource {
  id: string | null;
  idempotency_key: string | null;
}

export interface EmulatorPorts {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** Called after events were stored, outside their transaction. */
  onEvent: () => void;
  /** How each delivery goes wrong; not at all without it. */
  drawFault?: (() => WebhookFault) | undefined;
}

export class Emulator {
  readonly store: Store;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly #onEvent: () => void;
  readonly #drawFault: () => WebhookFault;
  /** Set by the server around each request. */
  source: RequestSource = { id: null, idempotency_key: null };
  /** Where its own pages are; Stripe's addresses, which nobody serves, before it listens. */
  pages: { checkout: string; portal: string } = {
    checkout: "https://checkout.stripe.com",
    portal: "https://billing.stripe.com",
  };

  constructor(ports: EmulatorPorts) {
    this.store = ports.store;
    this.ids = ports.ids;
    this.clock = ports.clock;
    this.#onEvent = ports.onEvent;
    this.#drawFault = ports.drawFault ?? (() => NO_FAULT);
  }

  /** Seconds: the frozen time of a test clock, or real time. */
  now(testClockId: string | null = null): number {
    const testClock = testClockId === null ? undefined : this.store.find("test_clocks", testClockId);
    return testClock?.frozen_time ?? Math.floor(this.clock.now() / 1000);
  }

  nowMs(): number {
    return this.clock.now();
  }

  /** "cus_...", as long as Stripe's. */
  newId(prefix: string): string {
    return `${prefix}_${this.ids.short(ID_LENGTH)}`;
  }

  /** Stores an event with the object as shown now, and a delivery for each endpoint that wants it. */
  emit(type: string, object: unknown): void {
    const endpoints = this.#endpointsOf("snapshot", type);
    const event: StripeEvent = {
      id: this.newId("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.now(),
      data: { object },
      livemode: false,
      pending_webhooks: endpoints.length,
      request: this.source,
      type,
    };
    this.store.put("events", event);
    this.#announce(event.id, endpoints);
    const related = relatedTo(object);
    if (related !== undefined) this.emitThin(`v1.${type}`, related, {});
  }

  /** Stores a thin event, and a delivery for each destination that wants it. */
  emitThin(type: string, related: RelatedObject | undefined, data: Record<string, unknown>): void {
    const endpoints = this.#endpointsOf("thin", type);
    // What nobody asked for and nobody could fetch is not worth keeping: snapshots are.
    if (endpoints.length === 0 && related !== undefined && Object.keys(data).length === 0) return;
    const id = this.newId("evt");
    this.store.put("thin_events", {
      id,
      object: "v2.core.event",
      happened_at: this.now(),
      related_object: related ?? null,
      data,
      type,
    });
    this.#announce(id, endpoints);
  }

  #endpointsOf(payload: WebhookEndpoint["event_payload"], type: string): WebhookEndpoint[] {
    return this.store
      .all("webhook_endpoints")
      .filter(
        (endpoint) =>
          endpoint.status === "enabled" &&
          endpoint.event_payload === payload &&
          isWanted(endpoint.enabled_events, type),
      );
  }

  #announce(event: string, endpoints: readonly WebhookEndpoint[]): void {
    for (const endpoint of endpoints) {
      const fault = this.#drawFault();
      for (let copy = 0; copy < fault.copies; copy += 1) {
        this.store.put("deliveries", {
          id: `${event}/${endpoint.id}/${copy}`,
          object: "delivery",
          event,
          endpoint: endpoint.id,
          attempts: 0,
          next_attempt_ms: fault.delayMs === 0 ? 0 : this.nowMs() + fault.delayMs * (copy + 1),
        });
      }
    }
    this.#onEvent();
  }
}

interface RelatedObject {
  id: string;
  type: string;
  url: string;
}

/** Of objects that can be fetched again. */
function relatedTo(object: unknown): RelatedObject | undefined {
  const { id, object: type } = object as { id?: string; object?: string };
  if (id === undefined || type === undefined) return undefined;
  return { id, type, url: `/v1/${type.replaceAll(".", "/")}s/${id}` };
}

function isWanted(enabled: readonly string[], type: string): boolean {
  return enabled.includes("*") || enabled.includes(type);
}
