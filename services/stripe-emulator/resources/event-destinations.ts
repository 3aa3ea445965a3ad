// /v2/core/event_destinations: where thin events are delivered. The signing secret is shown when it is asked for.
import type { Route, RouteCall } from "../http/route.ts";
import type { WebhookEndpoint } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

const PATH = "/v2/core/event_destinations";
const SECRET_BYTES = 24;
const SECRET_FIELD = "webhook_endpoint.signing_secret";

export const eventDestinationRoutes: Route[] = [
  { method: "POST", path: PATH, run: create },
  {
    method: "GET",
    path: `${PATH}/:id`,
    run: ({ emulator, params, id }) =>
      showDestination(findObject(emulator, "webhook_endpoints", id()), params.strings("include")),
  },
];

function create({ emulator, params }: RouteCall): unknown {
  if (params.oneOf("type", ["webhook_endpoint"]) === undefined) {
    throw invalidRequest("Missing required param: type.", { param: "type" });
  }
  const endpoint: WebhookEndpoint = {
    id: emulator.newId("ed"),
    object: "webhook_endpoint",
    created: emulator.now(),
    description: params.string("description") ?? null,
    enabled_events: params.strings("enabled_events") ?? [],
    event_payload: params.oneOf("event_payload", ["thin", "snapshot"]) ?? "thin",
    livemode: false,
    metadata: params.metadata(),
    name: params.required("name"),
    secret: `whsec_${emulator.ids.secret(SECRET_BYTES)}`,
    status: "enabled",
    url: params.object("webhook_endpoint").required("url"),
  };
  params.accept("events_from", "snapshot_api_version");
  emulator.store.put("webhook_endpoints", endpoint);
  return showDestination(endpoint, params.strings("include"));
}

function showDestination(endpoint: WebhookEndpoint, include: readonly string[] = []): unknown {
  const { secret, url, enabled_events: enabledEvents, event_payload: payload, ...shown } = endpoint;
  return {
    ...shown,
    object: "v2.core.event_destination",
    created: new Date((endpoint.created ?? 0) * 1000).toISOString(),
    enabled_events: enabledEvents,
    event_payload: payload,
    events_from: ["self"],
    livemode: false,
    type: "webhook_endpoint",
    webhook_endpoint: { signing_secret: include.includes(SECRET_FIELD) ? secret : null, url },
  };
}
