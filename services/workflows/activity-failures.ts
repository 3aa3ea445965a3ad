// Turns what activities throw into failures that the workflow understands: an expected failure that another try cannot
// mend ends the retries and carries its public message; everything else is tried again.
import { ApplicationFailure } from "@temporalio/common";
import { CloudError, type ErrorCode } from "#shared/errors";
import type { Logger } from "#shared/log";

/** Codes that another try may mend. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  "UNAVAILABLE",
  "DEADLINE_EXCEEDED",
  "RESOURCE_EXHAUSTED",
  "ABORTED",
  "CANCELLED",
  "INTERNAL",
]);

export type Activity = (...input: never[]) => Promise<unknown>;
export type Activities = Record<string, Activity>;

/** The same activities, failing in the workflow's words. */
export function withFailures<Wrapped extends object>(activities: Wrapped, log: Logger): Wrapped {
  const wrapped = Object.entries(activities as Record<string, Activity>).map(([name, activity]) => {
    const run = async (...input: never[]): Promise<unknown> => {
      try {
        return await activity(...input);
      } catch (error) {
        throw failureOf(error, name, log);
      }
    };
    return [name, run];
  });
  // Every property of the input is an activity, and each was replaced by one of the same signature.
  return Object.fromEntries(wrapped) as Wrapped;
}

function failureOf(error: unknown, activity: string, log: Logger): unknown {
  if (error instanceof ApplicationFailure) return error;
  if (!(error instanceof CloudError)) {
    log.warn({ err: error, activity }, "activity failed");
    return error;
  }
  const { code, publicMessage: message, internalDetail } = error;
  log.info({ activity, code, internalDetail }, message);
  return ApplicationFailure.create({ message, type: code, nonRetryable: !RETRYABLE.has(code) });
}
