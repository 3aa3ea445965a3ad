// What all resources share: the state, time (a test clock's or the real one), ids and events.
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";
import type { StripeEvent } from "./state/objects.ts";
import type { Store } from "./state/store.ts";

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
}

export class Emulator {
  readonly store: Store;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly #onEvent: () => void;
  /** Set by the server around each request. */
  source: RequestSource = { id: null, idempotency_key: null };

  constructor(ports: EmulatorPorts) {
    this.store = ports.store;
    this.ids = ports.ids;
    this.clock = ports.clock;
    this.#onEvent = ports.onEvent;
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
    const endpoints = this.store
      .all("webhook_endpoints")
      .filter(({ status, enabled_events: wanted }) => status === "enabled" && isWanted(wanted, type));
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
    for (const endpoint of endpoints) {
      this.store.put("deliveries", {
        id: `${event.id}/${endpoint.id}`,
        object: "delivery",
        event: event.id,
        endpoint: endpoint.id,
        attempts: 0,
        next_attempt_ms: 0,
      });
    }
    this.#onEvent();
  }
}

function isWanted(enabled: readonly string[], type: string): boolean {
  return enabled.includes("*") || enabled.includes(type);
}
