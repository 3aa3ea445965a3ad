// /v1/webhook_endpoints: where events are delivered. The secret is shown once, when the endpoint is made.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { WebhookEndpoint } from "../state/objects.ts";
import { findObject } from "./find.ts";

const SECRET_BYTES = 24;

function showEndpoint(endpoint: WebhookEndpoint): unknown {
  const { secret: _hidden, event_payload: _payload, ...shown } = endpoint;
  return shown;
}

export const webhookEndpointRoutes: Route[] = [
  { method: "POST", path: "/v1/webhook_endpoints", run: create },
  { method: "GET", path: "/v1/webhook_endpoints", run: list },
  {
    method: "GET",
    path: "/v1/webhook_endpoints/:id",
    run: ({ emulator, id }) => showEndpoint(findObject(emulator, "webhook_endpoints", id())),
  },
  { method: "POST", path: "/v1/webhook_endpoints/:id", run: update },
  { method: "DELETE", path: "/v1/webhook_endpoints/:id", run: remove },
];

function create({ emulator, params }: RouteCall): unknown {
  const endpoint: WebhookEndpoint = {
    id: emulator.newId("we"),
    object: "webhook_endpoint",
    api_version: params.string("api_version") ?? null,
    created: emulator.now(),
    description: params.string("description") ?? null,
    enabled_events: params.strings("enabled_events") ?? ["*"],
    event_payload: "snapshot",
    livemode: false,
    metadata: params.metadata(),
    secret: `whsec_${emulator.ids.secret(SECRET_BYTES)}`,
    status: "enabled",
    url: params.required("url"),
  };
  emulator.store.put("webhook_endpoints", endpoint);
  return { ...(showEndpoint(endpoint) as object), secret: endpoint.secret };
}

function list({ emulator, params }: RouteCall): unknown {
  return listPage(emulator.store.all("webhook_endpoints"), params, {
    url: "/v1/webhook_endpoints",
    show: showEndpoint,
  });
}

function update({ emulator, params, id }: RouteCall): unknown {
  const before = findObject(emulator, "webhook_endpoints", id());
  const isDisabled = params.boolean("disabled");
  const changed: WebhookEndpoint = {
    ...before,
    url: params.string("url") ?? before.url,
    enabled_events: params.strings("enabled_events") ?? before.enabled_events,
    status: isDisabled === undefined ? before.status : isDisabled ? "disabled" : "enabled",
  };
  emulator.store.put("webhook_endpoints", changed);
  return showEndpoint(changed);
}

function remove({ emulator, id }: RouteCall): unknown {
  const endpoint = findObject(emulator, "webhook_endpoints", id());
  emulator.store.remove("webhook_endpoints", endpoint.id);
  return { id: endpoint.id, object: "webhook_endpoint", deleted: true };
}
