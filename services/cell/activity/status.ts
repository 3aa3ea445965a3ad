// The states of a standalone activity and what clients are told of each. Numbers are stored: none is ever reused.
import { temporal } from "#contracts";

type ExecutionStatus = temporal.api.enums.v1.ActivityExecutionStatus;
type RunState = temporal.api.enums.v1.PendingActivityState;

const {
  ACTIVITY_EXECUTION_STATUS_CANCELED: CANCELED,
  ACTIVITY_EXECUTION_STATUS_COMPLETED: COMPLETED,
  ACTIVITY_EXECUTION_STATUS_FAILED: FAILED,
  ACTIVITY_EXECUTION_STATUS_PAUSED: PAUSED,
  ACTIVITY_EXECUTION_STATUS_RUNNING: RUNNING,
  ACTIVITY_EXECUTION_STATUS_TERMINATED: TERMINATED,
  ACTIVITY_EXECUTION_STATUS_TIMED_OUT: TIMED_OUT,
} = temporal.api.enums.v1.ActivityExecutionStatus;

const {
  PENDING_ACTIVITY_STATE_CANCEL_REQUESTED: RUN_CANCEL_REQUESTED,
  PENDING_ACTIVITY_STATE_PAUSED: RUN_PAUSED,
  PENDING_ACTIVITY_STATE_PAUSE_REQUESTED: RUN_PAUSE_REQUESTED,
  PENDING_ACTIVITY_STATE_SCHEDULED: RUN_SCHEDULED,
  PENDING_ACTIVITY_STATE_STARTED: RUN_STARTED,
  PENDING_ACTIVITY_STATE_UNSPECIFIED: RUN_OVER,
} = temporal.api.enums.v1.PendingActivityState;

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

interface Facts {
  name: string;
  /** `withWorker`: a worker has the current attempt. */
  phase: "waiting" | "withWorker" | "closed";
  shown: ExecutionStatus;
  runState: RunState;
}

const FACTS: Readonly<Record<Status, Facts>> = {
  [STATUS.scheduled]: { name: "Scheduled", phase: "waiting", shown: RUNNING, runState: RUN_SCHEDULED },
  [STATUS.started]: { name: "Started", phase: "withWorker", shown: RUNNING, runState: RUN_STARTED },
  [STATUS.cancelRequested]: {
    name: "CancelRequested",
    phase: "withWorker",
    shown: RUNNING,
    runState: RUN_CANCEL_REQUESTED,
  },
  [STATUS.completed]: { name: "Completed", phase: "closed", shown: COMPLETED, runState: RUN_OVER },
  [STATUS.failed]: { name: "Failed", phase: "closed", shown: FAILED, runState: RUN_OVER },
  [STATUS.canceled]: { name: "Canceled", phase: "closed", shown: CANCELED, runState: RUN_OVER },
  [STATUS.terminated]: { name: "Terminated", phase: "closed", shown: TERMINATED, runState: RUN_OVER },
  [STATUS.timedOut]: { name: "TimedOut", phase: "closed", shown: TIMED_OUT, runState: RUN_OVER },
  [STATUS.paused]: { name: "Paused", phase: "waiting", shown: PAUSED, runState: RUN_PAUSED },
  [STATUS.pauseRequested]: {
    name: "PauseRequested",
    phase: "withWorker",
    shown: RUNNING,
    runState: RUN_PAUSE_REQUESTED,
  },
  // A reset that is waiting for the worker has no public name: it shows as what it will go on to be.
  [STATUS.resetRequested]: {
    name: "ResetRequested",
    phase: "withWorker",
    shown: RUNNING,
    runState: RUN_STARTED,
  },
};

export function statusName(status: Status): string {
  return FACTS[status].name;
}

export function isClosed(status: Status): boolean {
  return FACTS[status].phase === "closed";
}

/** A worker has the current attempt. */
export function isInProgress(status: Status): boolean {
  return FACTS[status].phase === "withWorker";
}

/** What lists and DescribeActivityExecution show. */
export function publicStatus(status: Status): ExecutionStatus {
  return FACTS[status].shown;
}

export function publicRunState(status: Status, pausesAfterReset: boolean): RunState {
  return status === STATUS.resetRequested && pausesAfterReset ? RUN_PAUSE_REQUESTED : FACTS[status].runState;
}
