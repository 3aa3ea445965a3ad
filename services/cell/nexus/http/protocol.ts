// What the Nexus HTTP protocol fixes: names of headers, statuses of errors, the form of durations.

export const REQUEST_ID_HEADER = "nexus-request-id";
export const LINK_HEADER = "nexus-link";
export const OPERATION_STATE_HEADER = "nexus-operation-state";
export const OPERATION_TOKEN_HEADER = "nexus-operation-token";
export const START_TIME_HEADER = "nexus-operation-start-time";
export const CLOSE_TIME_HEADER = "nexus-operation-close-time";
export const RETRYABLE_HEADER = "nexus-request-retryable";
export const REQUEST_TIMEOUT_HEADER = "request-timeout";
/** Before what the handler sends with the completion. */
export const CALLBACK_HEADER_PREFIX = "nexus-callback-";
export const CONTENT_HEADER_PREFIX = "content-";
/** Temporal's: the caller reads failures with their wrappers. */
export const FAILURE_SUPPORT_HEADER = "temporal-nexus-failure-support";
/** Temporal's: "worker" when it was not the server that failed. */
export const FAILURE_SOURCE_HEADER = "temporal-nexus-failure-source";

export const STATUS_UNSUCCESSFUL = 424;
const STATUS_INTERNAL = 500;

const STATUSES: ReadonlyMap<string, number> = new Map([
  ["BAD_REQUEST", 400],
  ["UNAUTHENTICATED", 401],
  ["UNAUTHORIZED", 403],
  ["NOT_FOUND", 404],
  ["REQUEST_TIMEOUT", 408],
  ["CONFLICT", 409],
  ["RESOURCE_EXHAUSTED", 429],
  ["INTERNAL", STATUS_INTERNAL],
  ["NOT_IMPLEMENTED", 501],
  ["UNAVAILABLE", 503],
  ["UPSTREAM_TIMEOUT", 520],
]);
const TYPES: ReadonlyMap<number, string> = new Map([...STATUSES].map(([type, status]) => [status, type]));

export function statusOfErrorType(type: string): number {
  return STATUSES.get(type) ?? STATUS_INTERNAL;
}

/** Undefined for statuses that the protocol does not know. */
export function errorTypeOfStatus(status: number): string | undefined {
  return TYPES.get(status);
}

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m)$/;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** In milliseconds; undefined when it is no duration. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = ""] = DURATION.exec(text) ?? [];
  return amount === undefined ? undefined : Math.floor(Number(amount) * (UNIT_MS[unit] ?? 0));
}

export function formatDuration(ms: number): string {
  return `${Math.floor(ms)}ms`;
}

export function isJsonType(contentType: string | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

/** The headers whose names begin with the prefix, without it. */
export function withoutPrefix(
  headers: Readonly<Record<string, string>>,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

export function withPrefix(
  headers: Readonly<Record<string, string>>,
  prefix: string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${prefix}${name}`, value]));
}
