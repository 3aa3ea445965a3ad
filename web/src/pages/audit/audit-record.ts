// What a record of the trail tells, from the message's free part; and the difference between before and after.
import type { Schemas } from "#api/client";

export type LogRecord = Schemas["temporal.api.cloud.auditlog.v1.LogRecord"];

/** Every text is as the server said it: shown as text, never as markup. */
export interface RecordFacts {
  action: string;
  code: string;
  resourceType: string;
  resourceId: string;
  requestId: string;
  message: string;
  sequence: string;
  hash: string;
}

export function factsOf({ rawDetails }: LogRecord): RecordFacts {
  const details = (rawDetails ?? {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = details[name];
    return typeof value === "string" ? value : "";
  };
  return {
    action: text("action"),
    code: text("code"),
    resourceType: text("resourceType"),
    resourceId: text("resourceId"),
    requestId: text("requestId"),
    message: text("message"),
    sequence: text("sequence"),
    hash: text("hash"),
  };
}

export interface ChangedValue {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

/** The values that differ, by their path: "namespaces.orders". What is the same on both sides is left out. */
export function changesOf({ rawDetails }: LogRecord): ChangedValue[] {
  const { before, after } = (rawDetails ?? {}) as { before?: unknown; after?: unknown };
  const from = flat(before);
  const to = flat(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((path) => ({ path, before: from.get(path), after: to.get(path) }))
    .filter((value) => value.before !== value.after);
}

function flat(value: unknown, path = "", found = new Map<string, string>()): Map<string, string> {
  if (value === undefined || value === null) return found;
  if (typeof value !== "object") {
    found.set(path, typeof value === "string" ? value : JSON.stringify(value));
    return found;
  }
  for (const [key, inner] of Object.entries(value)) flat(inner, path === "" ? key : `${path}.${key}`, found);
  return found;
}
