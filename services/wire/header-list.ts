// A header list as one flat array [name, value, name, value, ...] of latin1 strings: no objects on the hot path.
// Also what RFC 9113 section 8 demands of names, values and pseudo-headers.

export type HeaderList = string[];

/** The first value of a header, or undefined. Names are lower-case. */
export function headerOf(headers: readonly string[], name: string): string | undefined {
  for (let at = 0; at < headers.length; at += 2) if (headers[at] === name) return headers[at + 1];
  return undefined;
}

/** Whether a request's headers say that it is gRPC. */
export function isGrpc(headers: readonly string[]): boolean {
  return headerOf(headers, "content-type")?.startsWith("application/grpc") === true;
}

/** Headers by name, without the pseudo-headers; repeated ones are joined by ", ". */
export function headersByName(headers: readonly string[]): Record<string, string> {
  const byName: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? "";
    const value = headers[at + 1] ?? "";
    if (name.startsWith(":")) continue;
    byName[name] = Object.hasOwn(byName, name) ? `${byName[name] ?? ""}, ${value}` : value;
  }
  return byName;
}

const NAME = /^:?[!#$%&'*+.^_`|~0-9a-z-]+$/;
// Control characters but tab are refused. Blanks at either end are not (RFC 9113 8.2.1 would): an empty API key makes
// `Bearer `, and its owner deserves an answer that says so.
const BAD_VALUE = /[\0-\x08\x0a-\x1f\x7f]/;

export function isNameValid(name: string): boolean {
  return NAME.test(name);
}

export function isValueValid(value: string): boolean {
  return !BAD_VALUE.test(value);
}

const CONNECTION_HEADERS = new Set([
  "connection",
  "proxy-connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
]);
const COLON = 58;

/** One bit per pseudo-header, to see repeats and absences. */
const METHOD = 1;
const SCHEME = 2;
const PATH = 4;
const AUTHORITY = 8;
const STATUS = 16;
const REQUEST_REQUIRED = METHOD | SCHEME | PATH;

export type HeaderKind = "request" | "response" | "trailers";

const ALLOWED_PSEUDO: Record<HeaderKind, number> = {
  request: METHOD | SCHEME | PATH | AUTHORITY,
  response: STATUS,
  trailers: 0,
};

function bitOf(pseudo: string): number {
  switch (pseudo) {
    case ":method":
      return METHOD;
    case ":scheme":
      return SCHEME;
    case ":path":
      return PATH;
    case ":authority":
      return AUTHORITY;
    case ":status":
      return STATUS;
    default:
      return 0;
  }
}

/** Whether the list is well formed for its place; a list that is not is a stream error PROTOCOL_ERROR. */
export function isListValid(headers: readonly string[], kind: HeaderKind): boolean {
  const allowed = ALLOWED_PSEUDO[kind];
  let regularSeen = false;
  let seen = 0;
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? "";
    if (name.charCodeAt(0) === COLON) {
      const bit = bitOf(name);
      // Pseudo-headers come first, once each.
      if (regularSeen || (bit & allowed) === 0 || (bit & seen) !== 0) return false;
      if (bit === PATH && headers[at + 1] === "") return false;
      seen |= bit;
    } else {
      regularSeen = true;
      if (CONNECTION_HEADERS.has(name)) return false;
      if (name === "te" && headers[at + 1] !== "trailers") return false;
    }
  }
  if (kind === "request") return (seen & REQUEST_REQUIRED) === REQUEST_REQUIRED;
  return kind === "trailers" || seen !== 0;
}
