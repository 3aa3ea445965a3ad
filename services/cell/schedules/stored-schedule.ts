// A schedule's state as a row of the store, and back.
import { codecOf, type temporal } from "#contracts";
import type { ScheduleRow } from "../store/schedule-store.ts";
import { completeSchedule } from "./new-schedule.ts";
import type { ScheduleProgress, ScheduleState } from "./state.ts";

const definitionCodec = codecOf<temporal.api.workflowservice.v1.IDescribeScheduleResponse>(
  "temporal.api.workflowservice.v1.DescribeScheduleResponse",
);

export function rowOf(state: ScheduleState): ScheduleRow {
  const { namespaceId, scheduleId, incarnationId, lastCompletionResult, continuedFailure, ...rest } = state;
  const { schedule, memo, searchAttributes, ...progress } = rest;
  return {
    ...{ namespaceId, scheduleId, incarnationId, lastCompletionResult, continuedFailure },
    definition: definitionCodec.encode({ schedule, memo, searchAttributes }),
    progress: JSON.stringify(progress satisfies ScheduleProgress),
  };
}

export function stateOf(row: ScheduleRow): ScheduleState {
  const { definition, progress, ...rest } = row;
  const { schedule, memo, searchAttributes } = definitionCodec.decode(definition);
  return {
    ...rest,
    // Written by rowOf.
    ...(JSON.parse(progress) as ScheduleProgress),
    schedule: completeSchedule(schedule),
    memo: memo ?? null,
    searchAttributes: searchAttributes ?? null,
  };
}
