// What a field of a list filter reads: a column of the table or a key of search_attributes.
import { INVALID_ATTRIBUTE, queryError } from "./query-error.ts";
import type { Column, Schema } from "./schema.ts";
import {
  formerNamesOf,
  isSystemAttribute,
  predefinedAttribute,
  type AttributeDefinitions,
  type AttributeType,
} from "./search-attributes.ts";

const RESERVED_PREFIX = "Temporal";
export const NAMESPACE_DIVISION = "TemporalNamespaceDivision";

export type Field =
  | { readonly kind: "column"; readonly name: string; readonly type: AttributeType; readonly column: Column }
  | {
      readonly kind: "attribute";
      readonly name: string;
      readonly type: AttributeType;
      readonly key: string;
      /** Keys of before, under which an execution may have its value when it has none under `key`. */
      readonly formerKeys: readonly string[];
    };

export function isUuidColumn(field: Field): boolean {
  return field.kind === "column" && field.column.isUuid === true;
}

export function isStatus(field: Field): boolean {
  return field.kind === "column" && field.column.literal === "status";
}

export interface Names {
  readonly schema: Schema;
  readonly definitions: AttributeDefinitions;
}

/**
 * The field of a name: the namespace's own attributes first, then system and predefined ones, then the name with or
 * without the prefix `Temporal`. Errors: INVALID_ARGUMENT when there is none.
 */
export function resolveField(name: string, { schema, definitions }: Names): Field {
  const custom = definitions.get(name);
  if (custom !== undefined && !isSystemAttribute(name) && predefinedAttribute(name) === undefined) {
    return { kind: "attribute", name, type: custom, key: name, formerKeys: formerNamesOf(name, definitions) };
  }
  const otherName = name.startsWith(RESERVED_PREFIX)
    ? name.slice(RESERVED_PREFIX.length)
    : `${RESERVED_PREFIX}${name}`;
  const field = builtInField(name, name, schema) ?? builtInField(name, otherName, schema);
  if (field === undefined) throw queryError(INVALID_ATTRIBUTE, name);
  return field;
}

function builtInField(name: string, attribute: string, schema: Schema): Field | undefined {
  const column = schema.columns.get(attribute);
  if (column !== undefined) return { kind: "column", name, type: column.type, column };
  const predefined = predefinedAttribute(attribute);
  if (predefined === undefined) return undefined;
  return { kind: "attribute", name, type: predefined.type, key: attribute, formerKeys: [] };
}
