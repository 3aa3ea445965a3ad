// Answers in SCIM's own form: application/scim+json, entity tags, and errors with their scimType (RFC 7644, 3.12).
import type { FastifyReply, FastifyRequest } from "fastify";
import { namesVersion, projectionOf, ScimRefusal, type ScimObject, type ScimType } from "#domain/scim";
import { toCloudError } from "#shared/errors";
import { queryOf } from "./read-request.ts";

const MEDIA_TYPE = "application/scim+json; charset=utf-8";
const ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

/** HTTP's own words for what goes wrong before a body exists. */
const FRAMEWORK_STATUS: Readonly<Record<string, number>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 413,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 415,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 400,
};

export function sendScim(reply: FastifyReply, status: number, body: ScimObject): FastifyReply {
  return reply.code(status).header("content-type", MEDIA_TYPE).send(JSON.stringify(body));
}

/** With its version as the entity tag; one that the caller has already is not sent again. */
export function sendResource(
  request: FastifyRequest,
  reply: FastifyReply,
  resource: ScimObject,
): FastifyReply {
  const { version } = resource["meta"] as { version: string };
  reply.header("etag", version);
  const known = request.headers["if-none-match"];
  if (request.method === "GET" && known !== undefined && namesVersion(known, version))
    return reply.code(304).send();
  return sendScim(reply, reply.statusCode, projectionOf(queryOf(request))(resource));
}

export function sendScimError(reply: FastifyReply, thrown: unknown): FastifyReply {
  const framework = FRAMEWORK_STATUS[(thrown as { code?: string }).code ?? ""];
  const error = toCloudError(thrown);
  const status = framework ?? error.httpStatus;
  const scimType = framework === undefined ? scimTypeOf(error) : undefined;
  if (error.retryAfterMs !== undefined)
    reply.header("retry-after", String(Math.max(1, Math.ceil(error.retryAfterMs / 1000))));
  if (status === 401) reply.header("www-authenticate", "Bearer");
  return sendScim(reply, status, {
    schemas: [ERROR_SCHEMA],
    ...(scimType === undefined ? {} : { scimType }),
    detail: framework === undefined ? error.publicMessage : "The body is too large, or not JSON.",
    status: String(status),
  });
}

function scimTypeOf(error: unknown): ScimType | undefined {
  if (error instanceof ScimRefusal) return error.scimType;
  const { code } = toCloudError(error);
  if (code === "ALREADY_EXISTS") return "uniqueness";
  return code === "INVALID_ARGUMENT" ? "invalidValue" : undefined;
}
