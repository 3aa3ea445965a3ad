// Writes to stdout the console's types of WorkflowService: every method that the relay serves, and the messages and enums
// that they reach, as canonical proto3 JSON has them. Run with tsx, because what it reads is TypeScript.
import protobuf from "protobufjs";
import { fieldNamesOf } from "../services/contracts/index.ts";
import { relayMethods } from "../services/api/relay/relay-methods.ts";

const SCALARS = {
  ...{ string: "string", bytes: "string", bool: "boolean" },
  ...{ double: "number", float: "number", int32: "number", uint32: "number", sint32: "number" },
  ...{ fixed32: "number", sfixed32: "number" },
  ...{ int64: "string", uint64: "string", sint64: "string", fixed64: "string", sfixed64: "string" },
};

/** Messages with a JSON form of their own. */
const WELL_KNOWN = {
  "google.protobuf.Timestamp": "string",
  "google.protobuf.Duration": "string",
  "google.protobuf.FieldMask": "string",
  "google.protobuf.Struct": "Record<string, unknown>",
  "google.protobuf.Value": "unknown",
  "google.protobuf.ListValue": "unknown[]",
  "google.protobuf.Any": '{ "@type"?: string; [field: string]: unknown }',
  "google.protobuf.Empty": "Record<string, never>",
  "google.protobuf.BoolValue": "boolean",
  "google.protobuf.StringValue": "string",
  "google.protobuf.BytesValue": "string",
  "google.protobuf.DoubleValue": "number",
  "google.protobuf.FloatValue": "number",
  "google.protobuf.Int32Value": "number",
  "google.protobuf.UInt32Value": "number",
  "google.protobuf.Int64Value": "string",
  "google.protobuf.UInt64Value": "string",
};

const messages = new Map();
const enums = new Map();

function nameOf(type) {
  return type.fullName.slice(1);
}

function visit(type) {
  const name = nameOf(type);
  if (name in WELL_KNOWN || messages.has(name)) return;
  messages.set(name, type);
  for (const field of type.fieldsArray) {
    field.resolve();
    if (field.resolvedType instanceof protobuf.Type) visit(field.resolvedType);
    else if (field.resolvedType !== null) enums.set(nameOf(field.resolvedType), field.resolvedType);
  }
}

function typeOf(field) {
  const single = singleTypeOf(field);
  if (field.map) return `Record<string, ${single}>`;
  return field.repeated ? `(${single})[]` : single;
}

function singleTypeOf({ type, resolvedType }) {
  if (resolvedType === null) return SCALARS[type];
  const name = nameOf(resolvedType);
  if (name in WELL_KNOWN) return WELL_KNOWN[name];
  return `${resolvedType instanceof protobuf.Type ? "Messages" : "Enums"}["${name}"]`;
}

const byName = ([one], [other]) => (one < other ? -1 : 1);
const methods = [...relayMethods().values()];
for (const { request, response } of methods) [request, response].forEach(({ type }) => visit(type));

const lines = [
  "// Generated from Temporal's descriptors by `npm run generate`. Do not edit.",
  "",
  "/** What the console may call, by the method's name. */",
  "export interface Methods {",
  ...methods.map(
    ({ name, request, response }) =>
      `  ${name}: { request: Messages["${request.typeName}"]; response: Messages["${response.typeName}"] };`,
  ),
  "}",
  "",
  "/** Canonical proto3 JSON: a field that holds its default is left out; 64-bit integers, bytes (base64), times and durations are text. */",
  "export interface Messages {",
  ...[...messages]
    .sort(byName)
    .flatMap(([name, type]) => [
      `  "${name}": {`,
      ...fieldNamesOf(type).ordered.map(({ jsonName, field }) => `    ${jsonName}?: ${typeOf(field)};`),
      "  };",
    ]),
  "}",
  "",
  "export interface Enums {",
  ...[...enums].sort(byName).map(
    ([name, { values }]) =>
      `  "${name}": ${Object.keys(values)
        .map((value) => `"${value}"`)
        .join(" | ")};`,
  ),
  "}",
  "",
];
process.stdout.write(lines.join("\n"));
