// google.protobuf types that have a JSON form of their own, on the way in.
import type protobuf from "protobufjs";
import { JsonNumber, type JsonValue } from "./json-text.ts";
import { memberPath, refuse } from "./refuse.ts";
import { readDouble, scalarFromJson } from "./scalars-from-json.ts";
import { parseDuration, parseTimestamp } from "./timestamps.ts";

type MessageObject = Record<string, unknown>;
type ReadMessage = (type: protobuf.Type, value: JsonValue, path: string) => MessageObject;
type WellKnownReader = (
  value: JsonValue,
  path: string,
  type: protobuf.Type,
  readMessage: ReadMessage,
) => MessageObject;

const WRAPPED: Readonly<Record<string, string>> = {
  DoubleValue: "double",
  FloatValue: "float",
  Int64Value: "int64",
  UInt64Value: "uint64",
  Int32Value: "int32",
  UInt32Value: "uint32",
  BoolValue: "bool",
  StringValue: "string",
  BytesValue: "bytes",
};

const READERS: Readonly<Record<string, WellKnownReader>> = {
  Timestamp: (value, path) => ({ ...parseTimestamp(textOf(value, path), path) }),
  Duration: (value, path) => ({ ...parseDuration(textOf(value, path), path) }),
  FieldMask: (value, path) => ({ paths: fieldMaskPaths(textOf(value, path), path) }),
  Struct: (value, path) => readStruct(value, path),
  Value: (value, path) => readStructValue(value, path),
  ListValue: (value, path) => readList(value, path),
  Any: readAny,
};

/** Types whose JSON is not an object of their fields, so that in an Any it stands under "value". */
export function hasOwnJsonForm(type: protobuf.Type): boolean {
  return wellKnownName(type) !== undefined;
}

export function wrappedScalar(type: protobuf.Type): string | undefined {
  const name = wellKnownName(type);
  return name === undefined ? undefined : WRAPPED[name];
}

/** The message when `type` has a JSON form of its own, undefined for ordinary messages. */
export function wellKnownFromJson(
  type: protobuf.Type,
  value: JsonValue,
  path: string,
  readMessage: ReadMessage,
): MessageObject | undefined {
  const name = wellKnownName(type);
  if (name === undefined) return undefined;
  const scalar = WRAPPED[name];
  const fields =
    scalar === undefined
      ? READERS[name]?.(value, path, type, readMessage)
      : { value: scalarFromJson(scalar, value, path) };
  return type.create(fields) as unknown as MessageObject;
}

function wellKnownName(type: protobuf.Type): string | undefined {
  if (!type.fullName.startsWith(".google.protobuf.")) return undefined;
  return type.name in READERS || type.name in WRAPPED ? type.name : undefined;
}

function textOf(value: JsonValue, path: string): string {
  return typeof value === "string" ? value : refuse(path, "must be a string");
}

function fieldMaskPaths(text: string, path: string): string[] {
  if (text === "") return [];
  return text.split(",").map((maskPath) => {
    if (!/^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z][a-zA-Z0-9]*)*$/.test(maskPath))
      return refuse(path, 'must be field paths in camelCase separated by commas, like "spec.displayName"');
    return maskPath.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  });
}

function readStruct(value: JsonValue, path: string): MessageObject {
  if (!(value instanceof Map)) return refuse(path, "must be an object");
  const fields = Object.create(null) as MessageObject;
  for (const [key, member] of value) fields[key] = readStructValue(member, memberPath(path, key));
  return { fields };
}

function readList(value: JsonValue, path: string): MessageObject {
  if (!Array.isArray(value)) return refuse(path, "must be an array");
  return { values: value.map((element, index) => readStructValue(element, `${path}[${index}]`)) };
}

function readStructValue(value: JsonValue, path: string): MessageObject {
  if (value === null) return { nullValue: 0 };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "string") return { stringValue: value };
  if (value instanceof JsonNumber) return { numberValue: readDouble(value, path) };
  return Array.isArray(value)
    ? { listValue: readList(value, path) }
    : { structValue: readStruct(value, path) };
}

function readAny(
  value: JsonValue,
  path: string,
  anyType: protobuf.Type,
  readMessage: ReadMessage,
): MessageObject {
  if (!(value instanceof Map)) return refuse(path, "must be an object");
  if (value.size === 0) return {};
  const typeUrl = value.get("@type");
  const where = memberPath(path, "@type");
  if (typeof typeUrl !== "string") return refuse(where, "must name the message type");
  const type = typeOfUrl(anyType.root, typeUrl) ?? refuse(where, "is not a known message type");
  const members = new Map(value);
  members.delete("@type");
  if (hasOwnJsonForm(type)) {
    const [extra] = [...members.keys()].filter((key) => key !== "value");
    if (extra !== undefined) return refuse(memberPath(path, extra), `is not a field of ${type.name}`);
  }
  const content = hasOwnJsonForm(type)
    ? readMessage(type, members.get("value") ?? null, memberPath(path, "value"))
    : readMessage(type, members, path);
  return { [anyFieldName(anyType, 1)]: typeUrl, [anyFieldName(anyType, 2)]: type.encode(content).finish() };
}

/** The type after the last slash of a type URL. */
export function typeOfUrl(root: protobuf.Root, typeUrl: string): protobuf.Type | undefined {
  const name = typeUrl.slice(typeUrl.lastIndexOf("/") + 1);
  if (!typeUrl.includes("/") || !/^[A-Za-z_][\w.]*$/.test(name)) return undefined;
  const found = root.lookup(`.${name}`);
  return found !== null && "fieldsArray" in found ? (found as protobuf.Type) : undefined;
}

/** The root may spell Any's fields type_url or typeUrl, depending on how it was made. */
export function anyFieldName(anyType: protobuf.Type, id: number): string {
  return anyType.fieldsById[id]?.name ?? "";
}
