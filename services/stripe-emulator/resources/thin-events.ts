// /v2/core/events: thin events, which say what happened to which object and nothing more.
import type { Route } from "../http/route.ts";
import type { ThinEvent } from "../state/objects.ts";
import { findObject } from "./find.ts";

const PAGE_MAX = 100;

/** As it is fetched; a notification of it has no data. */
export function showThinEvent(event: ThinEvent): Record<string, unknown> {
  const { happened_at: seconds, ...shown } = event;
  return {
    ...shown,
    context: null,
    created: new Date(seconds * 1000).toISOString(),
    livemode: false,
    reason: null,
  };
}

export const thinEventRoutes: Route[] = [
  {
    method: "GET",
    path: "/v2/core/events/:id",
    run: ({ emulator, id }) => showThinEvent(findObject(emulator, "thin_events", id())),
  },
  {
    method: "GET",
    path: "/v2/core/events",
    run: ({ emulator, params }) => {
      const limit = Math.min(Number(params.string("limit") ?? PAGE_MAX), PAGE_MAX);
      const objectId = params.string("object_id");
      const events = emulator.store
        .all("thin_events")
        .filter((event) => objectId === undefined || event.related_object?.id === objectId);
      return {
        data: events.reverse().slice(0, limit).map(showThinEvent),
        next_page_url: null,
        previous_page_url: null,
      };
    },
  },
];
