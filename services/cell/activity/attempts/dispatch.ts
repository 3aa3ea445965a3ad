// When the current attempt goes to its task queue, and how it is offered there.
import type { EpochMs } from "#shared/clock";
import type { OfferActivity } from "../effect.ts";
import type { ActivityState } from "../state.ts";
import type { ActivityTransition } from "../transition.ts";

/** From here on, not from the start, the schedule-to-close timeout runs. */
export function firstDispatchAt({ scheduledAt, options }: ActivityState): EpochMs {
  return scheduledAt + options.startDelayMs;
}

/** Until a worker had it, an activity is dispatched no earlier than its start delay says. */
export function notBeforeStartDelay(state: ActivityState, at: EpochMs): EpochMs {
  return state.firstStartedAt === 0 ? Math.max(at, firstDispatchAt(state)) : at;
}

/** When a retry is due, or undefined when none is waiting. */
export function retryDueAt({ attemptClosedAt, retryIntervalMs }: ActivityState): EpochMs | undefined {
  return attemptClosedAt > 0 && retryIntervalMs > 0 ? attemptClosedAt + retryIntervalMs : undefined;
}

/** Makes older offers void and offers the current attempt at that time: now, or when it wakes. */
export function dispatchAt(transition: ActivityTransition, at: EpochMs): void {
  const { state } = transition;
  state.dispatchAt = at;
  state.isOffered = false;
  transition.changed();
  if (at <= transition.now) offer(transition);
}

export function offer(transition: ActivityTransition): void {
  transition.state.isOffered = true;
  transition.offers.push(offerOf(transition.state));
}

export function offerOf(state: ActivityState): OfferActivity {
  return {
    attempt: state.attempt,
    stamp: state.stamp,
    taskQueue: state.options.taskQueue,
    scheduledAt: state.dispatchAt,
    priority: state.options.priority,
  };
}
