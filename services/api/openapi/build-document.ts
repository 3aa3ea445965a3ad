// The OpenAPI document of the public API, made from the operation table and the descriptors: nothing in it is written
// by hand, so it cannot say other than what is served. Deterministic: the same table gives the same document.
import type protobuf from "protobufjs";
import { fieldNamesOf, type HttpBinding } from "#contracts";
import type { MountedOperation } from "../calls/operation-table.ts";
import { CSRF_HEADER } from "../auth/request-forgery.ts";
import { sessionCookieName } from "../auth/session-cookie.ts";
import { errorResponses, ERROR_SCHEMA, failureResponses } from "./error-responses.ts";
import { exampleOfMessage } from "./examples.ts";
import { MessageSchemas } from "./message-schemas.ts";
import { documentedPath, pathParameters, queryParameters, variablesOf } from "./parameters.ts";
import type { Schema } from "./scalar-schemas.ts";

export type OpenApiDocument = Readonly<Record<string, unknown>>;

const INTRODUCTION = [
  "The control plane's API. Paths under /cloud are Temporal Cloud's Cloud Ops API; those under /api/v1 are Cellplane's own.",
  "Every operation is served as HTTP/JSON and as gRPC on the same address.",
  "Requests and answers are canonical proto3 JSON: names in lowerCamelCase (snake_case is read too), 64-bit integers as",
  "strings, enums by name, fields that hold their default left out. Unknown fields are refused.",
  "Changes are asynchronous operations: send your own `asyncOperationId` to make a request repeatable, and follow the",
  "answer's operation with GET /cloud/operations/{async_operation_id} until its state is STATE_FULFILLED or STATE_FAILED.",
].join(" ");

export function buildOpenApi(table: readonly MountedOperation[]): OpenApiDocument {
  const answers = new MessageSchemas("answer");
  // All answers first: a request's message that is also in an answer gets a name of its own.
  for (const { method } of table) successContent(method, answers);
  const schemas = { answers, requests: new MessageSchemas("request", answers) };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const mounted of table) {
    for (const [index, binding] of mounted.method.bindings.entries()) {
      const path = (paths[documentedPath(binding.path)] ??= {});
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
      schemas: sortedByName({ ...answers.all(), ...schemas.requests.all(), Error: ERROR_SCHEMA }),
      responses: failureResponses(),
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

function describeOperation(
  { method, operation }: MountedOperation,
  binding: HttpBinding,
  index: number,
  schemas: { answers: MessageSchemas; requests: MessageSchemas },
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
      ...queryParameters(method, binding, schemas.requests),
    ],
    ...(binding.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: bodyContent(method.request.type, binding, schemas.requests),
          },
        }),
    responses: {
      "200": { description: "Done.", content: successContent(method, schemas.answers) },
      ...errorResponses({
        isPublic,
        isImplemented: operation !== undefined,
        isChange: binding.method !== "GET",
        hasBody: binding.body !== undefined,
      }),
    },
    security: isPublic ? [] : [{ apiKey: [] }, { session: [] }],
    "x-grpc-method": method.path,
    ...(operation === undefined ? { "x-unimplemented": true } : { "x-permission": operation.permission }),
  };
}

/** "/cloud/namespaces/{namespace}" -> "namespaces" */
function tagOf(path: string): string {
  const segments = path.split("/").filter((segment) => !["", "cloud", "api", "v1"].includes(segment));
  return segments[0]?.replace(/\.\w+$/, "") ?? "";
}

function sortedByName(schemas: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What answers by google.api.HttpBody are; the others are files of comma-separated values. */
const BODY_TYPES: Record<string, string> = { GetMetrics: "application/openmetrics-text" };

function successContent(
  { name, response: { type } }: MountedOperation["method"],
  schemas: MessageSchemas,
): Record<string, unknown> {
  if (type.fullName === ".google.api.HttpBody")
    return { [BODY_TYPES[name] ?? "text/csv"]: { schema: { type: "string" } } };
  return { "application/json": { schema: schemas.reference(type), example: exampleOfMessage(type) } };
}

/** The body without what is in the path. */
function bodyContent(
  type: protobuf.Type,
  { body = "*", path }: HttpBinding,
  schemas: MessageSchemas,
): Record<string, unknown> {
  const variables = variablesOf(path);
  const field = body === "*" ? undefined : fieldNamesOf(type).byName.get(body);
  const schema = field === undefined ? schemas.body(type, variables) : schemas.field(field);
  const whole = exampleOfMessage(type, variables) as Record<string, unknown>;
  return { "application/json": { schema, example: field === undefined ? whole : whole[body] } };
}
