// /v1/billing/meters: what is counted, how it is added up, and summaries of it.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Meter } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { aggregate, readingsOf } from "./read-meters.ts";

const PATH = "/v1/billing/meters";
const MINUTE_SECONDS = 60;
const GROUPINGS = { hour: 3_600, day: 86_400 } as const;

function showMeter(meter: Meter): unknown {
  return { ...meter, livemode: false };
}

export const meterRoutes: Route[] = [
  { method: "POST", path: PATH, run: create },
  {
    method: "GET",
    path: PATH,
    run: ({ emulator, params }) => {
      const status = params.oneOf("status", ["active", "inactive"]);
      const matching = emulator.store
        .all("meters")
        .filter((meter) => status === undefined || meter.status === status);
      return listPage(matching, params, { url: PATH, show: showMeter });
    },
  },
  {
    method: "GET",
    path: `${PATH}/:id`,
    run: ({ emulator, id }) => showMeter(findObject(emulator, "meters", id())),
  },
  {
    method: "POST",
    path: `${PATH}/:id`,
    run: (call) => change(call, { display_name: call.params.required("display_name") }),
  },
  { method: "POST", path: `${PATH}/:id/deactivate`, run: (call) => change(call, { status: "inactive" }) },
  { method: "POST", path: `${PATH}/:id/reactivate`, run: (call) => change(call, { status: "active" }) },
  { method: "GET", path: `${PATH}/:id/event_summaries`, run: summaries },
];

function create({ emulator, params }: RouteCall): unknown {
  const eventName = params.required("event_name");
  const isTaken = emulator.store
    .all("meters")
    .some((meter) => meter.event_name === eventName && meter.status === "active");
  if (isTaken) {
    throw invalidRequest(`There is already an active meter with event name ${eventName}.`, {
      param: "event_name",
    });
  }
  const formula = params.object("default_aggregation").oneOf("formula", ["sum", "count", "last"]);
  if (formula === undefined) {
    throw invalidRequest("Missing required param: default_aggregation[formula].", {
      param: "default_aggregation",
    });
  }
  const window = params.oneOf<"day" | "hour">("event_time_window", ["day", "hour"]);
  const mapping = params.object("customer_mapping");
  mapping.oneOf("type", ["by_id"]);
  const now = emulator.now();
  const meter: Meter = {
    id: emulator.newId("mtr"),
    object: "billing.meter",
    created: now,
    customer_mapping: {
      event_payload_key: mapping.string("event_payload_key") ?? "stripe_customer_id",
      type: "by_id",
    },
    default_aggregation: { formula },
    display_name: params.required("display_name"),
    event_name: eventName,
    event_time_window: window ?? null,
    status: "active",
    status_transitions: { deactivated_at: null },
    updated: now,
    value_settings: {
      event_payload_key: params.object("value_settings").string("event_payload_key") ?? "value",
    },
  };
  emulator.store.put("meters", meter);
  emulator.emit("billing.meter.created", showMeter(meter));
  return showMeter(meter);
}

function change({ emulator, id }: RouteCall, changes: Partial<Meter>): unknown {
  const meter: Meter = { ...findObject(emulator, "meters", id()), ...changes, updated: emulator.now() };
  emulator.store.put("meters", meter);
  emulator.emit("billing.meter.updated", showMeter(meter));
  return showMeter(meter);
}

/** One summary of the whole range, or one for each hour or day that has any. */
function summaries({ emulator, params, id }: RouteCall): unknown {
  const meter = findObject(emulator, "meters", id());
  const customer = params.required("customer");
  const [start, end] = [params.integer("start_time") ?? 0, params.integer("end_time") ?? 0];
  const grouping = params.oneOf("value_grouping_window", ["hour", "day"]);
  const seconds = grouping === undefined ? MINUTE_SECONDS : GROUPINGS[grouping];
  for (const [name, value] of [["start_time", start] as const, ["end_time", end] as const]) {
    if (value % seconds !== 0) {
      throw invalidRequest(`${name} must be aligned with ${seconds} seconds.`, { param: name });
    }
  }
  const step = grouping === undefined ? Math.max(end - start, 1) : seconds;
  const found = [];
  for (let from = start; from < end; from += step) {
    const to = Math.min(from + step, end);
    const readings = readingsOf(emulator, meter, { customer, start: from, end: to });
    if (readings.length === 0) continue;
    found.push({
      id: `mtrusg_${meter.id}_${from}`,
      object: "billing.meter_event_summary",
      aggregated_value: Number(aggregate(meter, readings)),
      end_time: to,
      livemode: false,
      meter: meter.id,
      start_time: from,
    });
  }
  return listPage(found, params, { url: `${PATH}/${meter.id}/event_summaries`, show: (each) => each });
}
