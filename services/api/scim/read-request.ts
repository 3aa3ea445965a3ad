// What a SCIM request says: its JSON body under either name of the media type, and its query.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isObject, ScimRefusal, type QueryText, type ScimObject } from "#domain/scim";

/** A group with some ten thousand members fits. */
const SCIM_BODY_BYTES_MAX = 2 * 1024 * 1024;

export function acceptScimBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const types = ["application/scim+json", "application/json"];
  scope.addContentTypeParser(
    types,
    { parseAs: "string", bodyLimit: SCIM_BODY_BYTES_MAX },
    (_, body, done) => {
      try {
        done(null, JSON.parse(String(body)));
      } catch {
        done(new ScimRefusal("invalidSyntax", "The body is not JSON."));
      }
    },
  );
}

/** Errors: ScimRefusal for what is no JSON object. */
export function bodyOf(request: FastifyRequest): ScimObject {
  if (isObject(request.body)) return request.body;
  throw new ScimRefusal("invalidSyntax", "The body must be a JSON object.");
}

/** Of a parameter that is given twice, the last. */
export function queryOf(request: FastifyRequest): QueryText {
  const at = request.url.indexOf("?");
  return Object.fromEntries(new URLSearchParams(at === -1 ? "" : request.url.slice(at + 1)));
}
