// The door of schedules: what rpcs and the rest of the cell use.
export { applyPatch, applyUpdate } from "./changes.ts";
export type { Change } from "./act.ts";
export { futureTimes } from "./due-starts.ts";
export { LIMITS as scheduleLimits } from "./limits.ts";
export type { LiveSchedule } from "./live-schedule.ts";
export { SCHEDULE_DIVISION, SCHEDULE_WORKFLOW_ID_PREFIX } from "./listed-schedule.ts";
export { completeSchedule, newSchedule } from "./new-schedule.ts";
export { Schedules } from "./schedules.ts";
export { SpecError } from "./spec/index.ts";
export type { CompleteSchedule, ScheduleState } from "./state.ts";
