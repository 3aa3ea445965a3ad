// Stripe's lists: newest first, a page after or before an object, and whether there is more.
import { invalidRequest } from "../stripe-error.ts";
import type { Params } from "./params.ts";

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

export interface ListPage {
  object: "list";
  url: string;
  has_more: boolean;
  data: unknown[];
}

/** `objects` in order of creation. */
export function listPage<Item extends { id: string }>(
  objects: readonly Item[],
  params: Params,
  options: { url: string; show: (item: Item) => unknown; oldestFirst?: boolean },
): ListPage {
  const limit = params.integer("limit") ?? LIMIT_DEFAULT;
  if (limit < 1 || limit > LIMIT_MAX) {
    throw invalidRequest(`Invalid limit: must be from 1 to ${LIMIT_MAX}`, { param: "limit" });
  }
  const ordered = options.oldestFirst === true ? [...objects] : [...objects].reverse();
  const after = positionOf(ordered, params, "starting_after");
  const before = positionOf(ordered, params, "ending_before");
  const rest = before === undefined ? ordered.slice((after ?? -1) + 1) : ordered.slice(0, before);
  const page = before === undefined ? rest.slice(0, limit) : rest.slice(-limit);
  return {
    object: "list",
    url: options.url,
    has_more: rest.length > page.length,
    data: page.map(options.show),
  };
}

function positionOf(
  ordered: readonly { id: string }[],
  params: Params,
  name: "starting_after" | "ending_before",
): number | undefined {
  const id = params.string(name);
  if (id === undefined) return undefined;
  const position = ordered.findIndex((item) => item.id === id);
  if (position === -1)
    throw invalidRequest(`No such object: '${id}'`, { code: "resource_missing", param: name });
  return position;
}
