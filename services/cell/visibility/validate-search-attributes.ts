// Checks the search attributes of a start, an upsert or a continue-as-new against the namespace's definitions,
// and gives them back with their types in the payloads' metadata. It never stores.
import { Buffer } from "node:buffer";
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { LIMITS } from "./limits.ts";
import { storedJson } from "./search-attribute-values.ts";
import {
  isSystemAttribute,
  predefinedAttribute,
  type AttributeDefinitions,
  type AttributeType,
} from "./search-attributes.ts";

type Fields = Record<string, temporal.api.common.v1.IPayload>;

interface Definer {
  name: string;
  attributes: AttributeDefinitions;
}

/**
 * The same attributes with a type in each payload's metadata.
 * Errors: INVALID_ARGUMENT for undefined names, system names, wrong types and sizes.
 */
export function validateSearchAttributes(
  attributes: temporal.api.common.v1.ISearchAttributes | null | undefined,
  namespace: Definer,
): temporal.api.common.v1.ISearchAttributes | undefined {
  const fields = attributes?.indexedFields ?? {};
  const names = Object.keys(fields);
  if (names.length === 0) return undefined;
  if (names.length > LIMITS.searchAttributesMax) {
    throw refused(`number of search attributes ${names.length} exceeds limit ${LIMITS.searchAttributesMax}`);
  }
  let totalBytes = 0;
  for (const [name, payload] of Object.entries(fields)) {
    settableType(name, namespace);
    const bytes = payload.data?.length ?? 0;
    if (bytes > LIMITS.searchAttributeBytesMax) {
      throw refused(
        `search attribute ${name} value size ${bytes} exceeds size limit ${LIMITS.searchAttributeBytesMax}`,
      );
    }
    totalBytes += name.length + bytes;
  }
  const typed = typeSearchAttributes(fields, namespace);
  if (totalBytes > LIMITS.searchAttributesTotalBytesMax) {
    throw refused(
      `total size of search attributes ${totalBytes} exceeds size limit ${LIMITS.searchAttributesTotalBytesMax}`,
    );
  }
  return { indexedFields: typed };
}

/** As above without the sizes. Errors: INVALID_ARGUMENT for undefined names, system names and wrong types. */
export function typeSearchAttributes(fields: Fields, namespace: Definer): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, payload]) => {
      const type = settableType(name, namespace);
      checkValue(name, payload, type);
      return [name, { ...payload, metadata: { ...payload.metadata, type: Buffer.from(type) } }];
    }),
  );
}

function settableType(name: string, namespace: Definer): AttributeType {
  if (isSystemAttribute(name)) throw refused(`${name} attribute can't be set in SearchAttributes`);
  const predefined = predefinedAttribute(name);
  if (predefined !== undefined) {
    if (!predefined.settable) throw refused(`${name} attribute can't be set in SearchAttributes`);
    return predefined.type;
  }
  const type = namespace.attributes.get(name);
  if (type === undefined) {
    throw refused(`Namespace ${namespace.name} has no mapping defined for search attribute ${name}`);
  }
  return type;
}

function checkValue(name: string, payload: temporal.api.common.v1.IPayload, type: AttributeType): void {
  if (storedJson(payload, type) !== undefined) return;
  const source = Buffer.from(payload.data ?? []).toString("utf8");
  throw refused(`invalid value for search attribute ${name} of type ${type}: ${shown(source)}`);
}

/** As Temporal's server writes a value of any type. */
function shown(source: string): string {
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value === "string") return value;
    return Array.isArray(value) ? `[${value.join(" ")}]` : source;
  } catch {
    // Not JSON.
    return `value from <${source}>`;
  }
}

function refused(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
