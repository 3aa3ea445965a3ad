// What an HTTP answer of a destination means: taken, to be changed by the sink's owner, or to be tried again.
import { CloudError } from "#shared/errors";
import type { OutboundAnswer } from "#shared/outbound-http";

/** Client errors that pass by themselves: timeout, too early, too many requests. */
const PASSING = new Set([408, 425, 429]);

/** Errors: INVALID_ARGUMENT when the owner has to change something, else UNAVAILABLE. `reason` is shown to the owner. */
export function checkTaken(answer: OutboundAnswer, who: string, reason = ""): void {
  if (answer.status >= 200 && answer.status < 300) return;
  const isOwners = answer.status < 500 && !PASSING.has(answer.status);
  const why = reason === "" ? "" : ` (${reason.slice(0, 200)})`;
  throw new CloudError(
    isOwners ? "INVALID_ARGUMENT" : "UNAVAILABLE",
    `${who} answered with status ${answer.status}${why}.`,
  );
}

/** The object in a JSON answer; empty when it is none. Answers of others are not trusted to be what they should. */
export function jsonObject(body: string): Record<string, unknown> {
  try {
    const value = JSON.parse(body) as unknown;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
