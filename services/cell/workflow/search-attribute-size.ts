// How many and how large search attributes may be. Which names and types exist is known to the runtime, not here.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Limits } from "./limits.ts";

type SearchAttributes = temporal.api.common.v1.ISearchAttributes;

/** What is wrong, or undefined. */
export function problemOfSearchAttributes(
  attributes: SearchAttributes | null | undefined,
  limits: Limits,
): string | undefined {
  const fields = attributes?.indexedFields;
  if (fields == null) return undefined;
  const names = Object.keys(fields);
  if (names.length > limits.searchAttributesMax) {
    return `number of search attributes ${names.length} exceeds limit ${limits.searchAttributesMax}`;
  }
  let total = 0;
  for (const name of names) {
    const bytes = fields[name]?.data?.length ?? 0;
    if (bytes > limits.searchAttributeBytesMax) {
      return `search attribute ${name} value size ${bytes} exceeds size limit ${limits.searchAttributeBytesMax}`;
    }
    total += name.length + bytes;
  }
  return total > limits.searchAttributesBytesMax
    ? `total size of search attributes ${total} exceeds size limit ${limits.searchAttributesBytesMax}`
    : undefined;
}

export function checkSearchAttributeSizes(
  attributes: SearchAttributes | null | undefined,
  limits: Limits,
): void {
  const problem = problemOfSearchAttributes(attributes, limits);
  if (problem !== undefined) throw new CloudError("INVALID_ARGUMENT", problem);
}
