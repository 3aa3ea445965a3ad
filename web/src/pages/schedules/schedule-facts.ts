// What pages ask a schedule: small readings of Temporal's messages, and their words.
import type { EnumName, Message } from "#api/workflow-service";

export type Schedule = Message<"temporal.api.schedule.v1.Schedule">;
export type Spec = Message<"temporal.api.schedule.v1.ScheduleSpec">;
export type Calendar = Message<"temporal.api.schedule.v1.StructuredCalendarSpec">;
export type Interval = Message<"temporal.api.schedule.v1.IntervalSpec">;
export type ListEntry = Message<"temporal.api.schedule.v1.ScheduleListEntry">;
export type ScheduledRun = Message<"temporal.api.schedule.v1.ScheduleActionResult">;
export type OverlapPolicy = EnumName<"temporal.api.enums.v1.ScheduleOverlapPolicy">;

export const OVERLAP_POLICIES = [
  { value: "SCHEDULE_OVERLAP_POLICY_SKIP", label: "Skip", hint: "the new one" },
  { value: "SCHEDULE_OVERLAP_POLICY_BUFFER_ONE", label: "Buffer one", hint: "start it after" },
  { value: "SCHEDULE_OVERLAP_POLICY_BUFFER_ALL", label: "Buffer all", hint: "one after another" },
  { value: "SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER", label: "Cancel other", hint: "ask it to end" },
  { value: "SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER", label: "Terminate other", hint: "end it" },
  { value: "SCHEDULE_OVERLAP_POLICY_ALLOW_ALL", label: "Allow all", hint: "side by side" },
] as const;

export type OverlapChoice = (typeof OVERLAP_POLICIES)[number]["value"];

/** What is not said is the server's default. */
export function overlapOf(policy: OverlapPolicy | undefined): OverlapChoice {
  return OVERLAP_POLICIES.find(({ value }) => value === policy)?.value ?? "SCHEDULE_OVERLAP_POLICY_SKIP";
}

export function overlapLabel(policy: OverlapPolicy | undefined): string {
  return OVERLAP_POLICIES.find(({ value }) => value === overlapOf(policy))?.label ?? "Skip";
}

/** As the CLI spells it: "BufferOne". */
export function overlapWord(policy: OverlapPolicy | undefined): string {
  return overlapLabel(policy).replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}
