// Whether a resource fits a filter, and what a filter pins down beforehand. Pure.
import { valueOf, valuesAt } from "./attribute-path.ts";
import type { Filter, Literal, Operator } from "./parse-filter.ts";
import { isObject, type ScimObject } from "./scim-refusal.ts";

/** Attributes whose letters count; all others compare without case. */
const CASE_EXACT = new Set(["id", "externalid"]);

export function matches(filter: Filter, resource: ScimObject): boolean {
  switch (filter.kind) {
    case "and":
      return matches(filter.left, resource) && matches(filter.right, resource);
    case "or":
      return matches(filter.left, resource) || matches(filter.right, resource);
    case "not":
      return !matches(filter.inner, resource);
    case "present":
      return valuesAt(resource, filter.path).some((value) => value !== "");
    case "element": {
      const value = valueOf(resource, filter.path.attribute);
      const elements = Array.isArray(value) ? (value as unknown[]) : [value];
      return elements.some((element) => matchesElement(filter.inner, element));
    }
    case "compare": {
      const values = valuesAt(resource, filter.path);
      const isExact = CASE_EXACT.has((filter.path.sub ?? filter.path.attribute).toLowerCase());
      if (filter.value === null) return (values.length === 0) === (filter.operator === "eq");
      if (filter.operator === "ne")
        return !values.some((value) => compare(value, "eq", filter.value, isExact));
      return values.some((value) => compare(value, filter.operator, filter.value, isExact));
    }
  }
}

/** An element that is no object is its own `value`. */
export function matchesElement(filter: Filter, element: unknown): boolean {
  return matches(filter, isObject(element) ? element : { value: element });
}

function compare(found: unknown, operator: Operator, wanted: Literal, isExact: boolean): boolean {
  if (typeof found === "boolean" || typeof wanted === "boolean") {
    return operator === "eq" && String(found).toLowerCase() === String(wanted).toLowerCase();
  }
  if (typeof found === "number" && typeof wanted === "number") return ordered(operator, found - wanted);
  if (typeof found !== "string" || typeof wanted !== "string") return false;
  const [left, right] = isExact ? [found, wanted] : [found.toLowerCase(), wanted.toLowerCase()];
  if (operator === "co") return left.includes(right);
  if (operator === "sw") return left.startsWith(right);
  if (operator === "ew") return left.endsWith(right);
  return ordered(operator, left < right ? -1 : Number(left > right));
}

function ordered(operator: Operator, difference: number): boolean {
  if (operator === "eq") return difference === 0;
  if (operator === "gt") return difference > 0;
  if (operator === "ge") return difference >= 0;
  if (operator === "lt") return difference < 0;
  return operator === "le" && difference <= 0;
}

/** The text that every fitting resource has at the attribute, where the filter says so: then an index can be asked. */
export function pinnedText(filter: Filter | undefined, attribute: string): string | undefined {
  if (filter?.kind === "and")
    return pinnedText(filter.left, attribute) ?? pinnedText(filter.right, attribute);
  if (filter?.kind !== "compare" || filter.operator !== "eq" || filter.path.sub !== undefined)
    return undefined;
  const isIt = filter.path.attribute.toLowerCase() === attribute.toLowerCase();
  return isIt && typeof filter.value === "string" ? filter.value : undefined;
}
