// Canonical proto3 JSON to a message of the descriptors' root. Strict: every value is checked against its field, and
// an error names the path and the rule. Never trusts a key: messages are built only from declared fields.
import protobuf from "protobufjs";
import { fieldNamesOf, hasPresence } from "./field-names.ts";
import { JsonNumber, parseJsonText, type JsonValue } from "./json-text.ts";
import { keyPath, memberPath, refuse } from "./refuse.ts";
import { scalarFromJson } from "./scalars-from-json.ts";
import { wellKnownFromJson } from "./well-known-from-json.ts";

export interface FromJsonOptions {
  /** "refuse" tells the caller about a misspelt field; "ignore" accepts clients that are newer than the server. */
  unknownFields?: "refuse" | "ignore";
  /** "short" also takes enum names without their type's prefix: "Running" for WORKFLOW_EXECUTION_STATUS_RUNNING. */
  enumNames?: "exact" | "short";
  form?: ReadForm;
}

/** A form of its own for some messages; undefined for all others. `read` reads the ordinary form. */
export type ReadForm = (
  type: protobuf.Type,
  value: JsonValue,
  read: () => MessageObject,
) => MessageObject | undefined;

export type MessageObject = Record<string, unknown>;

/** Reads a message from JSON text. Errors: INVALID_ARGUMENT. */
export function messageFromJsonText(
  type: protobuf.Type,
  text: string,
  options: FromJsonOptions = {},
): MessageObject {
  return messageFromJson(type, parseJsonText(text), options);
}

/** Reads a message from parsed JSON; `path` is where the value stands in the request. */
export function messageFromJson(
  type: protobuf.Type,
  value: JsonValue,
  options: FromJsonOptions = {},
  path = "",
): MessageObject {
  const own = options.form?.(type, value, () => messageFromJson(type, value, withoutForm(options), path));
  if (own !== undefined) return own;
  const nested = (nestedType: protobuf.Type, nestedValue: JsonValue, nestedPath: string): MessageObject =>
    messageFromJson(nestedType, nestedValue, options, nestedPath);
  const wellKnown = wellKnownFromJson(type, value, path, nested);
  if (wellKnown !== undefined) return wellKnown;
  if (!(value instanceof Map)) return refuse(path, "must be an object");
  const fields: MessageObject = {};
  const setOneofs = new Map<string, string>();
  const seen = new Map<protobuf.FieldBase, string>();
  for (const [key, member] of value) {
    const field = fieldNamesOf(type).byName.get(key);
    const where = memberPath(path, key);
    if (field === undefined) {
      if (options.unknownFields === "ignore") continue;
      return refuse(where, `is not a field of ${type.name}`);
    }
    if (seen.has(field)) return refuse(where, `is given twice, also as ${seen.get(field) ?? ""}`);
    seen.set(field, key);
    if (member === null && !acceptsNull(field)) continue;
    if (field.partOf !== null && field.options?.["proto3_optional"] !== true) {
      const other = setOneofs.get(field.partOf.name);
      if (other !== undefined)
        return refuse(where, `cannot be set together with ${other}: only one may be set`);
      setOneofs.set(field.partOf.name, key);
    }
    fields[field.name] = fieldFromJson(field, member, where, options);
  }
  return type.create(fields) as unknown as MessageObject;
}

function withoutForm({ unknownFields, enumNames }: FromJsonOptions): FromJsonOptions {
  return {
    ...(unknownFields === undefined ? {} : { unknownFields }),
    ...(enumNames === undefined ? {} : { enumNames }),
  };
}

/** One field's value, repeated and map fields included. */
export function fieldFromJson(
  field: protobuf.FieldBase,
  value: JsonValue,
  path: string,
  options: FromJsonOptions = {},
): unknown {
  if (field instanceof protobuf.MapField) return mapFromJson(field, value, path, options);
  if (!field.repeated) return singleFromJson(field, value, path, options);
  if (!Array.isArray(value)) return refuse(path, "must be an array");
  return value.map((element, index) => {
    const where = `${path}[${index}]`;
    if (element === null && !acceptsNull(field)) return refuse(where, "must not be null");
    return singleFromJson(field, element, where, options);
  });
}

function mapFromJson(
  field: protobuf.MapField,
  value: JsonValue,
  path: string,
  options: FromJsonOptions,
): MessageObject {
  if (!(value instanceof Map)) return refuse(path, "must be an object");
  // No prototype: keys are the caller's choice.
  const entries = Object.create(null) as MessageObject;
  for (const [key, member] of value) {
    const where = keyPath(path, key);
    if (member === null && !acceptsNull(field)) return refuse(where, "must not be null");
    entries[mapKey(field.keyType, key, where)] = singleFromJson(field, member, where, options);
  }
  return entries;
}

function mapKey(keyType: string, key: string, path: string): string {
  if (keyType === "string") return key;
  if (keyType === "bool")
    return key === "true" || key === "false" ? key : refuse(path, "the key must be true or false");
  return String(scalarFromJson(keyType, new JsonNumber(/^-?\d+$/.test(key) ? key : "x"), path));
}

function singleFromJson(
  field: protobuf.FieldBase,
  value: JsonValue,
  path: string,
  options: FromJsonOptions,
): unknown {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Type) return messageFromJson(resolvedType, value, options, path);
  if (resolvedType instanceof protobuf.Enum) return enumFromJson(resolvedType, value, path, options);
  return scalarFromJson(field.type, value, path);
}

/** By name or by number; unknown numbers are kept, as open enums are, unknown names are refused. */
function enumFromJson(type: protobuf.Enum, value: JsonValue, path: string, options: FromJsonOptions): number {
  if (value === null && type.fullName === ".google.protobuf.NullValue") return 0;
  if (typeof value === "string") {
    const number = numberOfName(type, value, options.enumNames === "short");
    if (number !== undefined) return number;
    return refuse(path, `must be one of ${namesShown(type)}`);
  }
  if (value instanceof JsonNumber) return scalarFromJson("int32", value, path) as number;
  return refuse(path, `must be one of ${namesShown(type)}`);
}

function numberOfName(type: protobuf.Enum, name: string, isShortAllowed: boolean): number | undefined {
  if (Object.hasOwn(type.values, name)) return type.values[name];
  if (!isShortAllowed) return undefined;
  const long = `${screamingSnake(type.name)}_${screamingSnake(name)}`;
  return Object.hasOwn(type.values, long) ? type.values[long] : undefined;
}

function screamingSnake(camel: string): string {
  return camel.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();
}

const ENUM_NAMES_SHOWN_MAX = 20;

function namesShown(type: protobuf.Enum): string {
  const names = Object.keys(type.values);
  const more = names.length - ENUM_NAMES_SHOWN_MAX;
  return names.slice(0, ENUM_NAMES_SHOWN_MAX).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** JSON null means "not set" except where null is a value. */
function acceptsNull(field: protobuf.FieldBase): boolean {
  if (field.repeated && !(field instanceof protobuf.MapField) && !hasPresence(field)) return false;
  const name = field.resolvedType?.fullName;
  return name === ".google.protobuf.Value" || name === ".google.protobuf.NullValue";
}
