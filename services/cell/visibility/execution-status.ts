// The names and numbers of execution states, as filters and counts spell them.
import { INVALID_EXPRESSION, queryError } from "./query-error.ts";

export const STATUS_NAMES = [
  "Unspecified",
  "Running",
  "Completed",
  "Failed",
  "Canceled",
  "Terminated",
  "ContinuedAsNew",
  "TimedOut",
  "Paused",
] as const;

const LONG_PREFIX = "WORKFLOW_EXECUTION_STATUS_";
const OPEN_STATUSES: readonly number[] = [STATUS_NAMES.indexOf("Running"), STATUS_NAMES.indexOf("Paused")];

/** A closed execution has a close time, an open one has none: a filter on status implies one on close_time. */
export function isOpenStatus(status: number): boolean {
  return OPEN_STATUSES.includes(status);
}

/** Errors: INVALID_ARGUMENT for a name that does not exist. */
export function statusOfName(name: string): number {
  const status = STATUS_NAMES.findIndex((known) => known === name || longName(known) === name);
  if (status < 0) throw queryError(INVALID_EXPRESSION, `invalid ExecutionStatus value '${name}'`);
  return status;
}

/** Errors: INVALID_ARGUMENT for a number that does not exist. */
export function statusOfNumber(value: bigint): number {
  if (value < 0n || value >= BigInt(STATUS_NAMES.length)) {
    throw queryError(INVALID_EXPRESSION, `invalid ExecutionStatus value ${value}`);
  }
  return Number(value);
}

function longName(name: string): string {
  return LONG_PREFIX + name.replace(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase();
}
