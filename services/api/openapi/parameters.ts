// The parameters of an operation: the variables of its path, and the fields of its request that go into the query.
import protobuf from "protobufjs";
import { fieldNamesOf, protoNameOf, type HttpBinding, type RpcMethod } from "#contracts";
import { exampleOfField } from "./examples.ts";
import type { MessageSchemas } from "./message-schemas.ts";
import type { Schema } from "./scalar-schemas.ts";

const QUERY_DEPTH_MAX = 3;

/** The path as the document names it: variables without dots, which OpenAPI's tools do not read. */
export function documentedPath(path: string): string {
  return path.replace(/\{[^}]*\.([^}.]+)\}/g, "{$1}");
}

/** The fields, in the spelling of .proto files, that a binding's path holds: ["namespace", "spec.name"]. */
export function variablesOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
}

export function pathParameters(type: protobuf.Type, binding: HttpBinding): Schema[] {
  return variablesOf(binding.path).map((path) => {
    const field = fieldAt(type, path);
    const description = field?.comment;
    return {
      name: path.slice(path.lastIndexOf(".") + 1),
      in: "path",
      required: true,
      ...(typeof description === "string" && description !== "" ? { description } : {}),
      schema: { type: "string", minLength: 1, pattern: "^[^\\u0000]+$" },
      ...(field === undefined ? {} : { example: exampleOfField(field) }),
    };
  });
}

function fieldAt(type: protobuf.Type, path: string): protobuf.FieldBase | undefined {
  const [head = "", ...rest] = path.split(".");
  const field = fieldNamesOf(type).byName.get(head);
  if (rest.length === 0) return field;
  return field?.resolvedType instanceof protobuf.Type
    ? fieldAt(field.resolvedType, rest.join("."))
    : undefined;
}

/** The request's other fields, when they do not go into a body. */
export function queryParameters(method: RpcMethod, binding: HttpBinding, schemas: MessageSchemas): Schema[] {
  if (binding.body === "*") return [];
  const taken = new Set([...variablesOf(binding.path), binding.body ?? ""]);
  return leafFields(method.request.type, "", "", QUERY_DEPTH_MAX)
    .filter(({ protoPath }) => !taken.has(protoPath))
    .map(({ jsonPath, field }) => {
      const { description, ...schema } = schemas.field(field);
      return {
        name: jsonPath,
        in: "query",
        ...(description === undefined ? {} : { description }),
        schema: protoNameOf(field) === "page_size" ? PAGE_SIZE : schema,
        example: exampleOfField(field),
      };
    });
}

/** Above 1,000 a page has 1,000. */
const PAGE_SIZE: Schema = { type: "integer", format: "int32", minimum: 0, maximum: 2147483647, default: 100 };

interface Leaf {
  jsonPath: string;
  protoPath: string;
  field: protobuf.FieldBase;
}

function leafFields(type: protobuf.Type, jsonPrefix: string, protoPrefix: string, depth: number): Leaf[] {
  return fieldNamesOf(type).ordered.flatMap(({ jsonName, field }): Leaf[] => {
    const jsonPath = jsonPrefix + jsonName;
    const protoPath = protoPrefix + protoNameOf(field);
    const { resolvedType } = field;
    const isPlainMessage =
      resolvedType instanceof protobuf.Type && !resolvedType.fullName.startsWith(".google.protobuf.");
    if (!isPlainMessage) return field.map ? [] : [{ jsonPath, protoPath, field }];
    if (field.repeated || field.map || depth <= 1) return [];
    return leafFields(resolvedType, `${jsonPath}.`, `${protoPath}.`, depth - 1);
  });
}
