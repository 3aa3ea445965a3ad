// Which headers of an HTTP request the handler of the operation gets to see.
import { CALLBACK_HEADER_PREFIX, CONTENT_HEADER_PREFIX, FAILURE_SUPPORT_HEADER } from "./protocol.ts";

/** Of the connection, of the way to the cell, or between servers; and what opens the cell. */
const KEPT_BACK: ReadonlySet<string> = new Set([
  "accept-encoding",
  "authorization",
  "connection",
  "host",
  "keep-alive",
  "transfer-encoding",
  "x-forwarded-for",
  "xdc-redirection",
  "xdc-redirection-api",
  FAILURE_SUPPORT_HEADER,
]);

export function readerHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) =>
        !KEPT_BACK.has(name) &&
        !name.startsWith(CONTENT_HEADER_PREFIX) &&
        !name.startsWith(CALLBACK_HEADER_PREFIX),
    ),
  );
}
