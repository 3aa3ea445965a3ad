// The states of a standalone activity and what clients are told of each. Numbers are stored: none is ever reused.
import { temporal } from "#contracts";

const { ActivityExecutionStatus, PendingActivityState } = temporal.api.enums.v1;

export const STATUS = {
  scheduled: 1,
  started: 2,
  cancelRequested: 3,
  completed: 4,
  failed: 5,
  canceled: 6,
  terminated: 7,
  timedOut: 8,
  paused: 9,
  pauseRequested: 10,
  resetRequested: 11,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];

const NAMES: Readonly<Record<Status, string>> = {
  [STATUS.scheduled]: "Scheduled",
  [STATUS.started]: "Started",
  [STATUS.cancelRequested]: "CancelRequested",
  [STATUS.completed]: "Completed",
  [STATUS.failed]: "Failed",
  [STATUS.canceled]: "Canceled",
  [STATUS.terminated]: "Terminated",
  [STATUS.timedOut]: "TimedOut",
  [STATUS.paused]: "Paused",
  [STATUS.pauseRequested]: "PauseRequested",
  [STATUS.resetRequested]: "ResetRequested",
};

const CLOSED: ReadonlySet<Status> = new Set([
  STATUS.completed,
  STATUS.failed,
  STATUS.canceled,
  STATUS.terminated,
  STATUS.timedOut,
]);

const IN_PROGRESS: ReadonlySet<Status> = new Set([
  STATUS.started,
  STATUS.cancelRequested,
  STATUS.pauseRequested,
  STATUS.resetRequested,
]);

export function statusName(status: Status): string {
  return NAMES[status];
}

export function isClosed(status: Status): boolean {
  return CLOSED.has(status);
}

/** A worker has the current attempt. */
export function isInProgress(status: Status): boolean {
  return IN_PROGRESS.has(status);
}

/** What lists and DescribeActivityExecution show. */
export function publicStatus(status: Status): temporal.api.enums.v1.ActivityExecutionStatus {
  switch (status) {
    case STATUS.completed:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_COMPLETED;
    case STATUS.failed:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_FAILED;
    case STATUS.canceled:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_CANCELED;
    case STATUS.terminated:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_TERMINATED;
    case STATUS.timedOut:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_TIMED_OUT;
    case STATUS.paused:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_PAUSED;
    default:
      return ActivityExecutionStatus.ACTIVITY_EXECUTION_STATUS_RUNNING;
  }
}

/** A reset that is waiting for the worker has no public name: it shows as what it will go on to be. */
export function publicRunState(
  status: Status,
  pausesAfterReset: boolean,
): temporal.api.enums.v1.PendingActivityState {
  switch (status) {
    case STATUS.scheduled:
      return PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
    case STATUS.started:
      return PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
    case STATUS.cancelRequested:
      return PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;
    case STATUS.paused:
      return PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED;
    case STATUS.pauseRequested:
      return PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED;
    case STATUS.resetRequested:
      return pausesAfterReset
        ? PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED
        : PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;
    default:
      return PendingActivityState.PENDING_ACTIVITY_STATE_UNSPECIFIED;
  }
}
