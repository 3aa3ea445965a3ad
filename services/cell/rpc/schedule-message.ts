// Schedules as messages: the whole description, and what a list shows.
import Long from "long";
import { timestampOfMs, type temporal } from "#contracts";
import { futureTimes, scheduleLimits, type LiveSchedule, type ScheduleState } from "../schedules/index.ts";

type Spec = temporal.api.schedule.v1.IScheduleSpec;
type Structured = temporal.api.schedule.v1.IStructuredCalendarSpec;

export function conflictTokenOf(state: ScheduleState): Buffer {
  const token = Buffer.alloc(8);
  token.writeBigUInt64BE(BigInt(state.conflictToken));
  return token;
}

export function describedSchedule(
  live: LiveSchedule,
): temporal.api.workflowservice.v1.IDescribeScheduleResponse {
  const { state } = live;
  return {
    schedule: { ...state.schedule, spec: shownSpec(state.schedule.spec) },
    info: infoOf(live),
    memo: state.memo,
    searchAttributes: state.searchAttributes,
    conflictToken: conflictTokenOf(state),
  };
}

function infoOf({ state, spec }: LiveSchedule): temporal.api.schedule.v1.IScheduleInfo {
  return {
    actionCount: Long.fromNumber(state.actionCount),
    missedCatchupWindow: Long.fromNumber(state.missedCatchupWindow),
    overlapSkipped: Long.fromNumber(state.overlapSkipped),
    bufferDropped: Long.fromNumber(state.bufferDropped),
    bufferSize: Long.fromNumber(state.buffer.length),
    runningWorkflows: state.running.map(({ workflowId, firstRunId }) => ({ workflowId, runId: firstRunId })),
    recentActions: recentActions(state, scheduleLimits.recentActionsMax),
    futureActionTimes: futureTimes(state, spec, scheduleLimits.futureActionsMax).map(timestampOfMs),
    createTime: timestampOfMs(state.createdAt),
    updateTime: state.updatedAt === 0 ? null : timestampOfMs(state.updatedAt),
  };
}

export function listInfoOf({ state, spec }: LiveSchedule): temporal.api.schedule.v1.IScheduleListInfo {
  const { schedule } = state;
  return {
    spec: shownSpec(schedule.spec),
    workflowType: schedule.action.startWorkflow?.workflowType ?? null,
    notes: schedule.state.notes ?? "",
    paused: schedule.state.paused === true,
    recentActions: recentActions(state, scheduleLimits.recentActionsListedMax),
    futureActionTimes: futureTimes(state, spec, scheduleLimits.futureActionsListedMax).map(timestampOfMs),
  };
}

function recentActions(state: ScheduleState, max: number): temporal.api.schedule.v1.IScheduleActionResult[] {
  return state.recent.slice(-max).map((action) => ({
    scheduleTime: timestampOfMs(action.scheduledAt),
    actualTime: timestampOfMs(action.startedAt),
    startWorkflowResult: { workflowId: action.workflowId, runId: action.firstRunId },
    startWorkflowStatus: action.status,
  }));
}

/** Ranges are shown with what they leave out. */
function shownSpec(spec: Spec): Spec {
  return {
    ...spec,
    structuredCalendar: (spec.structuredCalendar ?? []).map(shownCalendar),
    excludeStructuredCalendar: (spec.excludeStructuredCalendar ?? []).map(shownCalendar),
  };
}

function shownCalendar(calendar: Structured): Structured {
  const shown = (ranges: temporal.api.schedule.v1.IRange[] | null | undefined) =>
    (ranges ?? []).map(({ start, end, step }) => ({
      start: start ?? 0,
      end: Math.max(start ?? 0, end ?? 0),
      step: step || 1,
    }));
  return {
    second: shown(calendar.second),
    minute: shown(calendar.minute),
    hour: shown(calendar.hour),
    dayOfMonth: shown(calendar.dayOfMonth),
    month: shown(calendar.month),
    year: shown(calendar.year),
    dayOfWeek: shown(calendar.dayOfWeek),
    comment: calendar.comment ?? "",
  };
}
