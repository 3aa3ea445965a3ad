// Decides which buffered starts go now, by their overlap policies. Pure: takes a buffer and gives the rest of it back.
import { temporal } from "#contracts";
import type { BufferedStart } from "./state.ts";

const { ScheduleOverlapPolicy: Policy } = temporal.api.enums.v1;

export interface OverlapDecision {
  /** Start at once, beside whatever runs; nobody waits for their end. */
  overlapping: BufferedStart[];
  /** The one that takes the schedule's slot. */
  exclusive: BufferedStart | undefined;
  rest: BufferedStart[];
  skipped: number;
  /** What to do to the runs that hold the slot. */
  stopRunning: "cancel" | "terminate" | undefined;
}

/** `policyOf` resolves what a start itself leaves open. */
export function decideOverlap(
  buffer: readonly BufferedStart[],
  isRunning: boolean,
  policyOf: (start: BufferedStart) => number,
): OverlapDecision {
  const decision: OverlapDecision = {
    ...{ overlapping: [], exclusive: undefined, rest: [], skipped: 0, stopRunning: undefined },
  };
  for (const start of buffer) {
    const policy = policyOf(start);
    if (policy === Policy.SCHEDULE_OVERLAP_POLICY_ALLOW_ALL) decision.overlapping.push(start);
    else if (!isRunning && decision.exclusive === undefined) decision.exclusive = start;
    else overlap(decision, start, { policy, isRunning });
  }
  // What is about to be stopped would take these with it.
  if (decision.stopRunning !== undefined) decision.overlapping = [];
  return decision;
}

function overlap(
  decision: OverlapDecision,
  start: BufferedStart,
  { policy, isRunning }: { policy: number; isRunning: boolean },
): void {
  switch (policy) {
    case Policy.SCHEDULE_OVERLAP_POLICY_BUFFER_ALL:
      decision.rest.push(start);
      return;
    case Policy.SCHEDULE_OVERLAP_POLICY_BUFFER_ONE:
      if (decision.rest.length === 0) decision.rest.push(start);
      else decision.skipped += 1;
      return;
    case Policy.SCHEDULE_OVERLAP_POLICY_CANCEL_OTHER:
    case Policy.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER:
      if (!isRunning) {
        // The other one has not begun: this takes its place.
        decision.exclusive = start;
        return;
      }
      decision.rest.push(start);
      if (policy === Policy.SCHEDULE_OVERLAP_POLICY_TERMINATE_OTHER) decision.stopRunning = "terminate";
      else decision.stopRunning ??= "cancel";
      return;
    default:
      decision.skipped += 1;
  }
}
