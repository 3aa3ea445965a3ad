// What HTTP/1.1 and HTTP/2 requests and answers have in common.
import { CloudError } from "#shared/errors";
import type { HttpAnswer } from "#shared/http";
import { BODY_BYTES_MAX } from "./limits.ts";

/** A request target as path and query; the absolute form loses scheme and host. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");
  const at = local.indexOf("?");
  return at === -1
    ? { path: local || "/", query: "" }
    : { path: local.slice(0, at) || "/", query: local.slice(at + 1) };
}

/** Answers are told apart from documents of a site: never stored, never guessed at. */
export function headersOfAnswer(answer: HttpAnswer): Record<string, string> {
  return {
    ...answer.headers,
    "content-length": String(Buffer.byteLength(answer.body)),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}

export function bodyTooLarge(): CloudError {
  return new CloudError("INVALID_ARGUMENT", `The body has more than ${String(BODY_BYTES_MAX)} bytes.`);
}
