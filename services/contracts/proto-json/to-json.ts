// A message to canonical proto3 JSON: lowerCamelCase names, enums by name, 64-bit integers as strings, bytes as base64,
// fields that hold their default omitted. grpc-gateway's default writes them all; we omit, as the canonical form does.
import protobuf from "protobufjs";
import { fieldNamesOf, hasPresence } from "./field-names.ts";
import { isDefaultScalar, scalarToJson } from "./scalars-to-json.ts";
import { wellKnownToJson } from "./well-known-to-json.ts";

export type JsonOutput = null | boolean | string | number | JsonOutput[] | { [key: string]: JsonOutput };

/** A form of its own for some messages; undefined for all others. */
export type WriteForm = (
  type: protobuf.Type,
  message: Readonly<Record<string, unknown>>,
) => JsonOutput | undefined;

export function messageToJsonText(type: protobuf.Type, message: unknown): string {
  return JSON.stringify(messageToJson(type, message));
}

export function messageToJson(type: protobuf.Type, message: unknown, form?: WriteForm): JsonOutput {
  const source = message as Readonly<Record<string, unknown>>;
  const own =
    form?.(type, source) ??
    wellKnownToJson(type, source, (nestedType, nested) => messageToJson(nestedType, nested, form));
  if (own !== undefined) return own;
  const output = Object.create(null) as Record<string, JsonOutput>;
  for (const { jsonName, field } of fieldNamesOf(type).ordered) {
    if (!Object.hasOwn(source, field.name)) continue;
    const value = source[field.name];
    if (value === null || value === undefined) continue;
    const json = fieldToJson(field, value, form);
    if (json !== undefined) output[jsonName] = json;
  }
  return output;
}

/** The field's JSON, or undefined when it holds its default and says nothing. */
function fieldToJson(
  field: protobuf.FieldBase,
  value: unknown,
  form: WriteForm | undefined,
): JsonOutput | undefined {
  if (field instanceof protobuf.MapField) return mapToJson(field, value as Record<string, unknown>, form);
  if (field.repeated) {
    const elements = value as unknown[];
    return elements.length === 0 ? undefined : elements.map((element) => singleToJson(field, element, form));
  }
  if (!hasPresence(field) && isDefaultScalar(value)) return undefined;
  return singleToJson(field, value, form);
}

function mapToJson(
  field: protobuf.MapField,
  value: Readonly<Record<string, unknown>>,
  form: WriteForm | undefined,
): JsonOutput | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  const output = Object.create(null) as Record<string, JsonOutput>;
  // Sorted, so that the same message is always the same text.
  for (const key of keys.sort()) output[key] = singleToJson(field, value[key], form);
  return output;
}

function singleToJson(field: protobuf.FieldBase, value: unknown, form: WriteForm | undefined): JsonOutput {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return messageToJson(resolvedType, value, form);
  if (resolvedType instanceof protobuf.Enum) return enumToJson(resolvedType, value);
  return scalarToJson(field.type, value);
}

/** By name; a number this version does not know stays a number. */
function enumToJson(type: protobuf.Enum, value: unknown): JsonOutput {
  if (type.fullName === ".google.protobuf.NullValue") return null;
  if (typeof value === "string") return value;
  return type.valuesById[value as number] ?? (value as number);
}
