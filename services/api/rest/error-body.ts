// Errors over HTTP: {"code": <gRPC number>, "message", "details"} as Temporal Cloud's HTTP API answers them.
import { detailsToJson, type JsonOutput } from "#contracts";
import type { CloudError } from "#shared/errors";

export interface ErrorAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** The answer for an error; `status` overrides the code's own where HTTP has a better word, such as 413. */
export function errorAnswer(error: CloudError, status: number = error.httpStatus): ErrorAnswer {
  const headers: Record<string, string> = {};
  if (error.retryAfterMs !== undefined)
    headers["retry-after"] = String(Math.max(1, Math.ceil(error.retryAfterMs / 1000)));
  if (error.code === "UNAUTHENTICATED") headers["www-authenticate"] = "Bearer";
  const body = { code: error.grpcStatus, message: error.publicMessage, details: detailsOf(error) };
  return { status, headers, body: JSON.stringify(body) };
}

function detailsOf(error: CloudError): JsonOutput[] {
  const details: JsonOutput[] = detailsToJson(error.details);
  if (error.field !== undefined && error.field !== "") {
    details.push({
      "@type": "type.googleapis.com/google.rpc.BadRequest",
      fieldViolations: [{ field: error.field, description: error.publicMessage }],
    });
  }
  if (error.retryAfterMs !== undefined) {
    details.push({
      "@type": "type.googleapis.com/google.rpc.RetryInfo",
      retryDelay: `${(error.retryAfterMs / 1000).toFixed(3)}s`,
    });
  }
  return details;
}
