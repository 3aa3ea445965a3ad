// /v1/events: what happened, newest first; how a receiver that was away catches up.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { StripeEvent } from "../state/objects.ts";
import { findObject } from "./find.ts";

export function showEvent(event: StripeEvent): unknown {
  return event;
}

export const eventRoutes: Route[] = [
  { method: "GET", path: "/v1/events", run: list },
  {
    method: "GET",
    path: "/v1/events/:id",
    run: ({ emulator, id }) => showEvent(findObject(emulator, "events", id())),
  },
];

function list({ emulator, params }: RouteCall): unknown {
  const type = params.string("type");
  const types = params.strings("types");
  const delivered = params.boolean("delivery_success");
  const created = params.object("created");
  const [from, to] = [created.integer("gte") ?? 0, created.integer("lte") ?? Infinity];
  const matching = emulator.store
    .all("events")
    .filter(
      (event) =>
        (type === undefined || event.type === type) &&
        (types === undefined || types.includes(event.type)) &&
        (delivered === undefined || (event.pending_webhooks === 0) === delivered) &&
        event.created >= from &&
        event.created <= to,
    );
  return listPage(matching, params, { url: "/v1/events", show: showEvent });
}
