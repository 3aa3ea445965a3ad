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

/**
 * The same attributes with a type in each payload's metadata.
 * Errors: INVALID_ARGUMENT for undefined names, system names, wrong types and sizes.
 */
export function validateSearchAttributes(
  attributes: temporal.api.common.v1.ISearchAttributes | null | undefined,
  namespace: { name: string; attributes: AttributeDefinitions },
): temporal.api.common.v1.ISearchAttributes | undefined {
  const fields = attributes?.indexedFields ?? {};
  const names = Object.keys(fields);
  if (names.length === 0) return undefined;
  if (names.length > LIMITS.searchAttributesMax) {
    throw refused(`number of search attributes ${names.length} exceeds limit ${LIMITS.searchAttributesMax}`);
  }
  const typed: Fields = {};
  let totalBytes = 0;
  for (const [name, payload] of Object.entries(fields)) {
    const type = settableType(name, namespace);
    checkValue(name, payload, type);
    totalBytes += name.length + (payload.data?.length ?? 0);
    typed[name] = { ...payload, metadata: { ...payload.metadata, type: Buffer.from(type) } };
  }
  if (totalBytes > LIMITS.searchAttributesTotalBytesMax) {
    throw refused(
      `total size of search attributes ${totalBytes} exceeds size limit ${LIMITS.searchAttributesTotalBytesMax}`,
    );
  }
  return { indexedFields: typed };
}

function settableType(
  name: string,
  namespace: { name: string; attributes: AttributeDefinitions },
): AttributeType {
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
  const bytes = payload.data?.length ?? 0;
  if (bytes > LIMITS.searchAttributeBytesMax) {
    throw refused(
      `search attribute ${name} value size ${bytes} exceeds size limit ${LIMITS.searchAttributeBytesMax}`,
    );
  }
  if (storedJson(payload, type) === undefined) {
    const value = Buffer.from(payload.data ?? []).toString("utf8");
    throw refused(`invalid value for search attribute ${name} of type ${type}: ${value}`);
  }
}

function refused(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
