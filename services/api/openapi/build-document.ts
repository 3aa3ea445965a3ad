// The OpenAPI document of the public API, made from the operation table and the descriptors: nothing in it is written
// by hand, so it cannot say other than what is served. Deterministic: the same table gives the same document.
import protobuf from "protobufjs";
import { fieldNamesOf, type HttpBinding } from "#contracts";
import type { MountedOperation } from "../calls/operation-table.ts";
import { CSRF_HEADER } from "../auth/request-forgery.ts";
import { sessionCookieName } from "../auth/session-cookie.ts";
import { MessageSchemas, type Schema } from "./message-schemas.ts";

export type OpenApiDocument = Readonly<Record<string, unknown>>;

const QUERY_DEPTH_MAX = 3;

const INTRODUCTION = [
  "The control plane's API. Paths under /cloud are Temporal Cloud's Cloud Ops API; those under /api/v1 are Cellplane's own.",
  "Every operation is served as HTTP/JSON and as gRPC on the same address.",
  "Requests and answers are canonical proto3 JSON: names in lowerCamelCase (snake_case is read too), 64-bit integers as",
  "strings, enums by name, fields that hold their default left out. Unknown fields are refused.",
  "Changes are asynchronous operations: send your own `asyncOperationId` to make a request repeatable, and follow the",
  "answer's operation with GET /cloud/operations/{async_operation_id} until its state is STATE_FULFILLED or STATE_FAILED.",
].join(" ");

export function buildOpenApi(table: readonly MountedOperation[]): OpenApiDocument {
  const schemas = new MessageSchemas();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const mounted of table) {
    for (const [index, binding] of mounted.method.bindings.entries()) {
      const path = (paths[binding.path] ??= {});
      path[binding.method.toLowerCase()] = describeOperation(mounted, binding, index, schemas);
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Cellplane API", version: "0.1.0", description: INTRODUCTION, license: { name: "MIT" } },
    servers: [{ url: "/" }],
    tags: [...new Set(Object.keys(paths).map(tagOf))].sort().map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([one], [other]) => (one < other ? -1 : 1))),
    components: {
      schemas: { ...schemas.all(), Error: ERROR_SCHEMA },
      responses: { Error: { description: "What went wrong.", content: jsonContent({ $ref: ERROR_REF }) } },
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookieName(true),
          description: `Made by POST /api/v1/sessions. Changes also need the header ${CSRF_HEADER}.`,
        },
      },
    },
  };
}

const ERROR_REF = "#/components/schemas/Error";

const ERROR_SCHEMA: Schema = {
  type: "object",
  required: ["code", "message", "details"],
  properties: {
    code: { type: "integer", description: "The gRPC status code." },
    message: { type: "string", description: "What is wrong and what to do about it." },
    details: {
      type: "array",
      items: { type: "object", properties: { "@type": { type: "string" } }, additionalProperties: true },
    },
  },
};

function describeOperation(
  { method, operation }: MountedOperation,
  binding: HttpBinding,
  index: number,
  schemas: MessageSchemas,
): Schema {
  const service = method.service.slice(method.service.lastIndexOf(".") + 1);
  const [firstLine = method.name] = method.description.split(/(?<=[.!?])\s|\n/);
  const isPublic = operation?.permission === "public";
  return {
    operationId: `${service}_${method.name}${index === 0 ? "" : index + 1}`,
    tags: [tagOf(binding.path)],
    summary: method.summary === "" ? firstLine || method.name : method.summary,
    ...(method.description === "" ? {} : { description: method.description }),
    parameters: [
      ...pathParameters(method.request.type, binding),
      ...queryParameters(method, binding, schemas),
    ],
    ...(binding.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: jsonContent(bodySchema(method.request.type, binding.body, schemas)),
          },
        }),
    responses: {
      "200": { description: "Done.", content: successContent(method.response.type, schemas) },
      ...errorResponses(isPublic, operation !== undefined),
    },
    security: isPublic ? [] : [{ apiKey: [] }, { session: [] }],
    "x-grpc-method": method.path,
    ...(operation === undefined ? { "x-unimplemented": true } : { "x-permission": operation.permission }),
  };
}

function errorResponses(isPublic: boolean, isImplemented: boolean): Record<string, unknown> {
  const statuses = ["400", ...(isPublic ? [] : ["401", "403"]), "429", ...(isImplemented ? [] : ["501"])];
  const reference = { $ref: "#/components/responses/Error" };
  return Object.fromEntries([...statuses, "default"].map((status) => [status, reference]));
}

/** "/cloud/namespaces/{namespace}" -> "namespaces" */
function tagOf(path: string): string {
  const segments = path.split("/").filter((segment) => !["", "cloud", "api", "v1"].includes(segment));
  return segments[0]?.replace(/\.\w+$/, "") ?? "";
}

function jsonContent(schema: Schema): Record<string, unknown> {
  return { "application/json": { schema } };
}

function successContent(type: protobuf.Type, schemas: MessageSchemas): Record<string, unknown> {
  if (type.fullName !== ".google.api.HttpBody") return jsonContent(schemas.reference(type));
  return { "text/csv": { schema: { type: "string" } } };
}

function bodySchema(type: protobuf.Type, body: string, schemas: MessageSchemas): Schema {
  if (body === "*") return schemas.reference(type);
  const field = fieldNamesOf(type).byName.get(body);
  return field === undefined ? {} : schemas.field(field);
}

function variablesOf(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? "");
}

function pathParameters(type: protobuf.Type, binding: HttpBinding): Schema[] {
  return variablesOf(binding.path).map((name) => {
    const description = fieldNamesOf(type).byName.get(name)?.comment;
    return {
      name,
      in: "path",
      required: true,
      ...(typeof description === "string" && description !== "" ? { description } : {}),
      schema: { type: "string" },
    };
  });
}

/** The request's other fields, when they do not go into a body. */
function queryParameters(
  method: MountedOperation["method"],
  binding: HttpBinding,
  schemas: MessageSchemas,
): Schema[] {
  if (binding.body === "*") return [];
  const taken = new Set([...variablesOf(binding.path), binding.body ?? ""]);
  return leafFields(method.request.type, "", "", QUERY_DEPTH_MAX)
    .filter(({ protoPath }) => !taken.has(protoPath))
    .map(({ jsonPath, field }) => ({ name: jsonPath, in: "query", schema: schemas.field(field) }));
}

interface Leaf {
  jsonPath: string;
  protoPath: string;
  field: protobuf.FieldBase;
}

function leafFields(type: protobuf.Type, jsonPrefix: string, protoPrefix: string, depth: number): Leaf[] {
  return fieldNamesOf(type).ordered.flatMap(({ jsonName, field }): Leaf[] => {
    const jsonPath = jsonPrefix + jsonName;
    const protoPath = protoPrefix + jsonName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const { resolvedType } = field;
    const isPlainMessage =
      resolvedType instanceof protobuf.Type && !resolvedType.fullName.startsWith(".google.protobuf.");
    if (!isPlainMessage) return field.map ? [] : [{ jsonPath, protoPath, field }];
    if (field.repeated || field.map || depth <= 1) return [];
    return leafFields(resolvedType, `${jsonPath}.`, `${protoPath}.`, depth - 1);
  });
}
