// Puts a request message together from an HTTP request: body, path variables and query parameters, each checked by
// the descriptors. What names no field is refused, so that a misspelt parameter is not silently ignored.
import protobuf from "protobufjs";
import {
  fieldNamesOf,
  JsonNumber,
  messageFromJson,
  parseJsonText,
  type HttpBinding,
  type JsonValue,
} from "#contracts";
import { CloudError } from "#shared/errors";
import { queryParametersMax } from "../limits.ts";

export interface HttpRequestParts {
  /** [field path, decoded value] of each path variable. */
  pathVariables: readonly (readonly [string, string])[];
  query: URLSearchParams;
  body: Uint8Array | undefined;
}

/** Builds the request message. Errors: INVALID_ARGUMENT with the parameter or JSON path and the rule. */
export function requestMessage(
  type: protobuf.Type,
  binding: Pick<HttpBinding, "body">,
  parts: HttpRequestParts,
): unknown {
  const hasBody = parts.body !== undefined && parts.body.length > 0;
  if (binding.body === undefined && hasBody) throw invalid("", "this method takes no body");
  let document: JsonValue = new Map();
  if (binding.body !== undefined) {
    if (!hasBody) throw invalid("", "the body must be a JSON document, {} at least");
    const body = parseJsonText(utf8(parts.body ?? new Uint8Array()));
    document = binding.body === "*" ? body : new Map([[binding.body, body]]);
    if (!(document instanceof Map)) throw invalid("", "the body must be a JSON object");
  }
  for (const [path, value] of parts.pathVariables) place(type, document, path, [value], "path variable");
  placeQuery(type, document, binding, parts.query);
  return messageFromJson(type, document);
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CloudError("INVALID_ARGUMENT", "the body must be UTF-8", { cause: error });
  }
}

function placeQuery(
  type: protobuf.Type,
  document: Map<string, JsonValue>,
  binding: Pick<HttpBinding, "body">,
  query: URLSearchParams,
): void {
  const names = new Set(query.keys());
  if (names.size > queryParametersMax)
    throw invalid("", `at most ${queryParametersMax} query parameters are accepted`);
  for (const name of names) {
    if (binding.body === "*") throw invalid(name, "fields of this method go into the body, not the query");
    place(type, document, name, query.getAll(name), "query parameter");
  }
}

/** Sets the field at a dotted path; a value that the body already gives must be the same. */
function place(
  type: protobuf.Type,
  document: Map<string, JsonValue>,
  path: string,
  texts: readonly string[],
  origin: "path variable" | "query parameter",
): void {
  const [head = "", ...rest] = path.split(".");
  const field = fieldNamesOf(type).byName.get(head);
  if (field === undefined) throw invalid(path, `unknown ${origin}`);
  const key = keyInUse(type, document, field) ?? head;
  const present = document.get(key);
  if (rest.length > 0) {
    if (!(field.resolvedType instanceof protobuf.Type) || field.repeated || field.map)
      throw invalid(path, `unknown ${origin}`);
    const nested = present ?? new Map<string, JsonValue>();
    if (!(nested instanceof Map)) throw invalid(key, "must be an object");
    document.set(key, nested);
    place(field.resolvedType, nested, rest.join("."), texts, origin);
    return;
  }
  const value = leafValue(field, texts, path, origin);
  if (present !== undefined && present !== null && present !== value)
    throw invalid(path, `is given twice with different values (as ${origin} and otherwise)`);
  document.set(key, value);
}

/** The spelling under which the document already holds the field. */
function keyInUse(
  type: protobuf.Type,
  document: ReadonlyMap<string, JsonValue>,
  field: protobuf.FieldBase,
): string | undefined {
  return [...document.keys()].find((key) => fieldNamesOf(type).byName.get(key) === field);
}

/** Text of a parameter as the JSON value that its field expects. */
function leafValue(
  field: protobuf.FieldBase,
  texts: readonly string[],
  path: string,
  origin: string,
): JsonValue {
  if (field.map) throw invalid(path, `a map cannot be given as ${origin}`);
  if (field.repeated) return texts.map((text) => singleValue(field, text, path));
  const [text = ""] = texts;
  if (texts.length > 1) throw invalid(path, "is given more than once");
  return singleValue(field, text, path);
}

const TEXT_MESSAGES = /^\.google\.protobuf\.(Timestamp|Duration|FieldMask|\w+Value)$/;

function singleValue(field: protobuf.FieldBase, text: string, path: string): JsonValue {
  const { resolvedType } = field;
  if (resolvedType instanceof protobuf.Enum) return /^-?\d+$/.test(text) ? new JsonNumber(text) : text;
  if (resolvedType instanceof protobuf.Type && !TEXT_MESSAGES.test(resolvedType.fullName))
    throw invalid(path, "is a message: give its fields one by one, as in spec.name=x");
  const isBool = field.type === "bool" || resolvedType?.fullName === ".google.protobuf.BoolValue";
  if (isBool && (text === "true" || text === "false")) return text === "true";
  return text;
}

function invalid(field: string, rule: string): CloudError {
  const shown = field.slice(0, 200);
  return new CloudError("INVALID_ARGUMENT", shown === "" ? rule : `${shown}: ${rule}`, { field: shown });
}
