// Makes the state of a new schedule, and completes what clients leave out of a definition.
import { durationOfMs, msOfDuration, temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { LIMITS } from "./limits.ts";
import { canonicalSpec } from "./spec/index.ts";
import type { CompleteSchedule, ScheduleState } from "./state.ts";

const { ScheduleOverlapPolicy } = temporal.api.enums.v1;

export interface NewSchedule {
  namespaceId: string;
  scheduleId: string;
  incarnationId: string;
  requestId: string;
  schedule: CompleteSchedule;
  memo: temporal.api.common.v1.IMemo | null;
  searchAttributes: temporal.api.common.v1.ISearchAttributes | null;
}

export function newSchedule(given: NewSchedule, now: EpochMs): ScheduleState {
  const { requestId, ...identity } = given;
  return {
    ...identity,
    ...{ conflictToken: 1, createdAt: now, updatedAt: 0, createRequestId: requestId, requestIds: [] },
    ...{ processedTo: now, buffer: [], backfills: [], lastSequence: 0, running: [], recent: [] },
    ...{ actionCount: 0, missedCatchupWindow: 0, overlapSkipped: 0, bufferDropped: 0, revision: 0 },
    lastCompletionResult: undefined,
    continuedFailure: undefined,
  };
}

/** Errors: SpecError. */
export function completeSchedule(
  given: temporal.api.schedule.v1.ISchedule | null | undefined,
): CompleteSchedule {
  const policies = given?.policies ?? {};
  const windowMs = msOfDuration(policies.catchupWindow) ?? LIMITS.catchupWindowMsDefault;
  return {
    spec: canonicalSpec(given?.spec ?? {}),
    action: given?.action ?? {},
    policies: {
      ...policies,
      overlapPolicy: policies.overlapPolicy || ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP,
      catchupWindow: durationOfMs(Math.max(windowMs, LIMITS.catchupWindowMsMin)),
    },
    state: given?.state ?? {},
  };
}
