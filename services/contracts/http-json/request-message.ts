// Puts a request message together from an HTTP request: body, path variables and query parameters, each checked by
// the descriptors. How strict it is, is said by the API's rules.
import protobuf from "protobufjs";
import { CloudError } from "#shared/errors";
import type { HttpBinding } from "../methods.ts";
import { fieldNamesOf, messageFromJson, parseJsonText, type JsonValue } from "../proto-json/index.ts";
import { parameterValue } from "./parameter-value.ts";
import { STRICT_RULES, type TranscodingRules } from "./transcoding-rules.ts";

export const QUERY_PARAMETERS_MAX = 100;

export interface HttpRequestParts {
  /** [field path, decoded value] of each path variable. */
  pathVariables: readonly (readonly [string, string])[];
  query: URLSearchParams;
  body: Uint8Array | undefined;
}

type Origin = "path variable" | "query parameter";

/** Builds the request message. Errors: INVALID_ARGUMENT with the parameter or JSON path and the rule. */
export function requestMessage(
  type: protobuf.Type,
  binding: Pick<HttpBinding, "body">,
  parts: HttpRequestParts,
  rules: TranscodingRules = STRICT_RULES,
): unknown {
  const document = readBody(binding, parts.body, rules);
  if (!(document instanceof Map)) throw invalid("", "the body must be a JSON object");
  for (const [path, value] of parts.pathVariables)
    place({ type, document, path, texts: [value], origin: "path variable", rules });
  placeQuery(type, document, binding, parts.query, rules);
  return messageFromJson(type, document, rules.json);
}

function readBody(
  binding: Pick<HttpBinding, "body">,
  body: Uint8Array | undefined,
  rules: TranscodingRules,
): JsonValue {
  const hasBody = body !== undefined && body.length > 0;
  if (binding.body === undefined) {
    if (hasBody && rules.surplus === "refuse") throw invalid("", "this method takes no body");
    return new Map();
  }
  if (!hasBody) {
    if (rules.isBodyOptional) return new Map();
    throw invalid("", "the body must be a JSON document, {} at least");
  }
  const value = parseJsonText(utf8(body));
  return binding.body === "*" ? value : new Map([[binding.body, value]]);
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
  rules: TranscodingRules,
): void {
  const names = new Set(query.keys());
  if (names.size > QUERY_PARAMETERS_MAX)
    throw invalid("", `at most ${QUERY_PARAMETERS_MAX} query parameters are accepted`);
  for (const path of names) {
    if (binding.body === "*") {
      if (rules.surplus === "ignore") return;
      throw invalid(path, "fields of this method go into the body, not the query");
    }
    place({ type, document, path, texts: query.getAll(path), origin: "query parameter", rules });
  }
}

interface Placement {
  type: protobuf.Type;
  document: Map<string, JsonValue>;
  path: string;
  texts: readonly string[];
  origin: Origin;
  rules: TranscodingRules;
}

/** Sets the field at a dotted path. */
function place(placement: Placement): void {
  const { type, document, path, texts, origin, rules } = placement;
  const [head = "", ...rest] = path.split(".");
  const field = fieldNamesOf(type).byName.get(head);
  if (field === undefined) {
    if (rules.surplus === "ignore") return;
    throw invalid(path, `unknown ${origin}`);
  }
  const key = keyInUse(type, document, field) ?? head;
  const present = document.get(key) ?? undefined;
  if (rest.length > 0) {
    if (!(field.resolvedType instanceof protobuf.Type) || field.repeated || field.map)
      throw invalid(path, `unknown ${origin}`);
    const nested = present ?? new Map<string, JsonValue>();
    if (!(nested instanceof Map)) throw invalid(key, "must be an object");
    document.set(key, nested);
    place({ ...placement, type: field.resolvedType, document: nested, path: rest.join(".") });
    return;
  }
  const value = parameterValue(field, texts, { path, origin, goValues: rules.goValues });
  const mayReplace = origin === "path variable" && rules.pathVariable === "wins";
  if (!mayReplace && present !== undefined && present !== value)
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

function invalid(field: string, rule: string): CloudError {
  const shown = field.slice(0, 200);
  return new CloudError("INVALID_ARGUMENT", shown === "" ? rule : `${shown}: ${rule}`, { field: shown });
}
