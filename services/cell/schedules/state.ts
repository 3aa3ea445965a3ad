// What the cell knows of one schedule: its definition as clients gave it, and how far it has come. Plain data: stored
// as one row with every change.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";

/** A start that is due and waits for its turn. */
export interface BufferedStart {
  nominalAt: EpochMs;
  /** With jitter. */
  actualAt: EpochMs;
  /** temporal.api.enums.v1.ScheduleOverlapPolicy; 0 is the schedule's own at the time of the start. */
  overlapPolicy: number;
  /** Triggered or backfilled: neither pause nor limited actions hold it back. */
  isManual: boolean;
  /** Makes the request id of its start: the same after a crash. */
  sequence: number;
}

export interface Backfill {
  /** Exclusive. */
  after: EpochMs;
  until: EpochMs;
  overlapPolicy: number;
}

/** A run, or the chain of runs that it began. */
export interface ScheduledRun {
  workflowId: string;
  firstRunId: string;
}

export interface RecentAction extends ScheduledRun {
  scheduledAt: EpochMs;
  startedAt: EpochMs;
  /** temporal.api.enums.v1.WorkflowExecutionStatus. */
  status: number;
}

export interface ScheduleProgress {
  conflictToken: number;
  createdAt: EpochMs;
  /** 0 before the first update. */
  updatedAt: EpochMs;
  createRequestId: string;
  /** Request ids of the latest patches and updates, oldest first. */
  requestIds: string[];
  /** Times of the spec up to this one were looked at. */
  processedTo: EpochMs;
  buffer: BufferedStart[];
  backfills: Backfill[];
  lastSequence: number;
  running: ScheduledRun[];
  recent: RecentAction[];
  actionCount: number;
  missedCatchupWindow: number;
  overlapSkipped: number;
  bufferDropped: number;
  /** Counts the changes: a list shows the latest. */
  revision: number;
}

export interface ScheduleState extends ScheduleProgress {
  namespaceId: string;
  scheduleId: string;
  /** Tells it from an earlier schedule of the same id. */
  incarnationId: string;
  /** Canonical spec, policies with their defaults. */
  schedule: CompleteSchedule;
  memo: temporal.api.common.v1.IMemo | null;
  searchAttributes: temporal.api.common.v1.ISearchAttributes | null;
  /** Encoded Payloads of the latest completion. */
  lastCompletionResult: Uint8Array | undefined;
  /** Encoded Failure of the latest completion, if it failed. */
  continuedFailure: Uint8Array | undefined;
}

export interface CompleteSchedule {
  spec: temporal.api.schedule.v1.IScheduleSpec;
  action: temporal.api.schedule.v1.IScheduleAction;
  policies: temporal.api.schedule.v1.ISchedulePolicies;
  state: temporal.api.schedule.v1.IScheduleState;
}
