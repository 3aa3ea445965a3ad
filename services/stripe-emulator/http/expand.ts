// expand[]: replaces the id of a related object by the object, along a path such as data.latest_invoice.
import { invalidRequest } from "../stripe-error.ts";

const EXPANSIONS_MAX = 20;

/** `lookUp` shows the object of an id, or answers undefined. Changes `shown` in place. */
export function expand(shown: unknown, paths: readonly string[], lookUp: (id: string) => unknown): void {
  if (paths.length > EXPANSIONS_MAX) throw invalidRequest("Too many expansions.", { param: "expand" });
  for (const path of paths) expandPath(shown, path.split("."), lookUp);
}

function expandPath(shown: unknown, path: readonly string[], lookUp: (id: string) => unknown): void {
  const [name, ...rest] = path;
  if (name === undefined || shown === null || typeof shown !== "object") return;
  if (Array.isArray(shown)) {
    for (const item of shown) expandPath(item, path, lookUp);
    return;
  }
  const fields = shown as Record<string, unknown>;
  const value = fields[name];
  if (typeof value === "string") {
    const object = lookUp(value);
    if (object === undefined) {
      throw invalidRequest(`This property cannot be expanded (${name}).`, { param: "expand" });
    }
    fields[name] = object;
  }
  expandPath(fields[name], rest, lookUp);
}
