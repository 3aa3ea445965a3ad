// Pages of SCIM lists (RFC 7644, section 3.4.2.4) and the choice of attributes (3.9). Pure.
import { keyOf, readAttributePath } from "./attribute-path.ts";
import { parseFilter, type Filter } from "./parse-filter.ts";
import { ScimRefusal, type ScimObject } from "./scim-refusal.ts";

export const LIST_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
export const RESULTS_MAX = 200;
const RESULTS_DEFAULT = 100;
const ATTRIBUTES_MAX = 50;

export interface ListQuery {
  filter: Filter | undefined;
  /** From 1. */
  startIndex: number;
  count: number;
  project: (resource: ScimObject) => ScimObject;
}

export type QueryText = Readonly<Record<string, string | undefined>>;

/** Errors: ScimRefusal. */
export function readListQuery(query: QueryText): ListQuery {
  const { filter } = query;
  return {
    filter: filter === undefined || filter.trim() === "" ? undefined : parseFilter(filter),
    // Less than 1 is 1, a negative count is none, and more than there may be is as many as there may be.
    startIndex: Math.max(1, readNumber(query["startIndex"], "startIndex", 1)),
    count: Math.min(RESULTS_MAX, Math.max(0, readNumber(query["count"], "count", RESULTS_DEFAULT))),
    project: projectionOf(query),
  };
}

function readNumber(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined || text === "") return otherwise;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new ScimRefusal("invalidValue", `${name} must be a whole number.`);
}

/** Keeps what `attributes` names, or drops what `excludedAttributes` does; id and schemas always stay. */
export function projectionOf(query: QueryText): (resource: ScimObject) => ScimObject {
  const wanted = namesIn(query["attributes"]);
  const unwanted = namesIn(query["excludedAttributes"]);
  if (wanted.length > 0) {
    const names = ["id", "schemas", ...wanted];
    return (resource) => pick(resource, new Set(names.map((name) => keyOf(resource, name))));
  }
  if (unwanted.length === 0) return (resource) => resource;
  return (resource) => {
    const dropped = new Set(unwanted.map((name) => keyOf(resource, name)));
    dropped.delete("id");
    dropped.delete("schemas");
    return pick(resource, new Set(Object.keys(resource).filter((key) => !dropped.has(key))));
  };
}

function pick(resource: ScimObject, keys: ReadonlySet<string>): ScimObject {
  return Object.fromEntries(Object.entries(resource).filter(([key]) => keys.has(key)));
}

function namesIn(text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  const names = text.split(",").map((name) => name.trim());
  if (names.length > ATTRIBUTES_MAX)
    throw new ScimRefusal("tooMany", `At most ${ATTRIBUTES_MAX} attributes can be named.`);
  return names.map((name) => readAttributePath(name)?.attribute ?? name);
}

export function listResponse(page: ListQuery, total: number, resources: ScimObject[]): ScimObject {
  return {
    schemas: [LIST_SCHEMA],
    totalResults: total,
    startIndex: page.startIndex,
    itemsPerPage: resources.length,
    Resources: resources.map(page.project),
  };
}
