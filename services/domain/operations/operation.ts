// An asynchronous operation as a row and as the public message. Its states and their order are written here only.
import { durationOfMs, temporal, timestampOfMs } from "#contracts";
import type { AsyncOperation } from "#prisma";

export type OperationRow = AsyncOperation;

const State = temporal.api.cloud.operation.v1.AsyncOperation.State;

/** The public enum value of each state; an operation ends in one of the last four and never leaves it (P1). */
const PUBLIC_STATE = {
  PENDING: State.STATE_PENDING,
  IN_PROGRESS: State.STATE_IN_PROGRESS,
  FAILED: State.STATE_FAILED,
  CANCELLED: State.STATE_CANCELLED,
  FULFILLED: State.STATE_FULFILLED,
  REJECTED: State.STATE_REJECTED,
} as const;

export type OperationState = keyof typeof PUBLIC_STATE;

export const UNFINISHED_STATES: OperationState[] = ["PENDING", "IN_PROGRESS"];

/** How long a client should wait before it asks again: unset makes some clients ask without a pause. */
const CHECK_DURATION_MS = 1_000;

export function toAsyncOperation(row: OperationRow): temporal.api.cloud.operation.v1.IAsyncOperation {
  // The column holds only what this folder writes.
  const state = row.state as OperationState;
  return {
    id: row.id,
    state: PUBLIC_STATE[state],
    stateDeprecated: state.toLowerCase(),
    checkDuration: durationOfMs(CHECK_DURATION_MS),
    operationType: row.operationType,
    operationInput: { type_url: `type.googleapis.com/${row.inputType}`, value: row.input },
    failureReason: row.failureReason,
    startedTime: timestampOfMs(row.startedAt.getTime()),
    ...(row.finishedAt === null ? {} : { finishedTime: timestampOfMs(row.finishedAt.getTime()) }),
  };
}
