// /v1/billing/meter_events: takes in usage. What can be seen at once is refused at once; the rest fails later, and only a
// thin event tells. An identifier is remembered for a day and no longer.
import type { Emulator } from "../emulator.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Meter } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { readMeters } from "./read-meters.ts";

const IDENTIFIER_SECONDS = 86_400;
const PAST_SECONDS_MAX = 35 * 86_400;
const FUTURE_SECONDS_MAX = 300;
const NAME_LENGTH_MAX = 100;
const WINDOWS = { hour: 3_600, day: 86_400 } as const;

export const meterEventRoutes: Route[] = [
  { method: "POST", path: "/v1/billing/meter_events", run: create },
  { method: "POST", path: "/v1/billing/meter_event_adjustments", run: adjust },
];

function create({ emulator, params }: RouteCall): unknown {
  const eventName = nameFrom(params.required("event_name"), "event_name");
  const payload = params.map("payload");
  const identifier = nameFrom(params.string("identifier") ?? emulator.newId("me"), "identifier");
  const customer = payload["stripe_customer_id"] ?? "";
  const now = nowOf(emulator, customer);
  const timestamp = params.integer("timestamp") ?? now;
  const value = payload["value"] ?? "1";
  checkValue(value);
  if (timestamp < now - PAST_SECONDS_MAX) throw refused("timestamp_too_far_in_past", "timestamp");
  if (timestamp > now + FUTURE_SECONDS_MAX) throw refused("timestamp_in_future", "timestamp");
  const known = emulator.store.find("meter_identifiers", identifier);
  if (known !== undefined && known.forgotten_at > now) {
    throw invalidRequest(`An event already exists with identifier ${identifier}.`, { param: "identifier" });
  }
  emulator.store.put("meter_identifiers", {
    id: identifier,
    object: "meter_identifier",
    forgotten_at: now + IDENTIFIER_SECONDS,
  });
  const meter = emulator.store.all("meters").find((each) => each.event_name === eventName);
  if (meter?.status !== "active")
    report(emulator, undefined, meter === undefined ? "no_meter" : "archived_meter");
  else take(emulator, meter, { customer, identifier, timestamp, value });
  return {
    object: "billing.meter_event",
    created: now,
    event_name: eventName,
    identifier,
    livemode: false,
    payload,
    timestamp,
  };
}

/** A newer value of a window replaces the older one; without windows every event counts. */
function take(
  emulator: Emulator,
  meter: Meter,
  event: { customer: string; identifier: string; timestamp: number; value: string },
): void {
  if (emulator.store.find("customers", event.customer) === undefined) {
    report(emulator, meter, "meter_event_customer_not_found");
    return;
  }
  const window = meter.event_time_window === null ? undefined : WINDOWS[meter.event_time_window];
  const key = window === undefined ? event.identifier : String(Math.floor(event.timestamp / window));
  emulator.store.put("meter_readings", {
    id: `${meter.id}/${event.customer}/${key}`,
    object: "meter_reading",
    meter: meter.id,
    ...event,
  });
  for (const invoice of emulator.store.all("invoices")) {
    if (invoice.customer === event.customer) readMeters(emulator, invoice);
  }
}

function report(emulator: Emulator, meter: Meter | undefined, code: string): void {
  const type =
    meter === undefined ? "v1.billing.meter.no_meter_found" : "v1.billing.meter.error_report_triggered";
  emulator.emitThin(
    type,
    meter === undefined
      ? undefined
      : { id: meter.id, type: "billing.meter", url: `/v1/billing/meters/${meter.id}` },
    {
      developer_message_summary: `There is 1 invalid event: ${code}`,
      reason: { error_count: 1, error_types: [{ code, error_count: 1, sample_errors: [] }] },
    },
  );
}

/** Takes an event back within a day of its receipt. */
function adjust({ emulator, params }: RouteCall): unknown {
  const eventName = params.required("event_name");
  params.oneOf("type", ["cancel"]);
  const identifier = params.object("cancel").required("identifier");
  const reading = emulator.store.all("meter_readings").find((each) => each.identifier === identifier);
  const known = emulator.store.find("meter_identifiers", identifier);
  if (
    reading === undefined ||
    known === undefined ||
    known.forgotten_at <= nowOf(emulator, reading.customer)
  ) {
    throw invalidRequest(`No event was received with identifier ${identifier} in the last 24 hours.`, {
      param: "cancel[identifier]",
    });
  }
  emulator.store.remove("meter_readings", reading.id);
  return {
    object: "billing.meter_event_adjustment",
    cancel: { identifier },
    event_name: eventName,
    livemode: false,
    status: "pending",
    type: "cancel",
  };
}

function nowOf(emulator: Emulator, customer: string): number {
  return emulator.now(emulator.store.find("customers", customer)?.test_clock ?? null);
}

function checkValue(value: string): void {
  if (!/^-?\d+$/.test(value)) throw refused("meter_event_invalid_value", "payload[value]");
  if (value.replace(/^-?0*/, "").length > 15)
    throw refused("meter_event_value_too_many_digits", "payload[value]");
}

function nameFrom(text: string, param: string): string {
  if (text.length <= NAME_LENGTH_MAX) return text;
  throw invalidRequest(`Invalid string: must be at most ${NAME_LENGTH_MAX} characters`, { param });
}

function refused(code: string, param: string) {
  return invalidRequest(`Invalid meter event: ${code}.`, { code, param });
}
