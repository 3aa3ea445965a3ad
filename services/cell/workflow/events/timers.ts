// TimerStarted, TimerFired and TimerCanceled.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

export function applyTimerStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.timerStartedEventAttributes ?? {};
  const timerId = started.timerId ?? "";
  state.timers.set(timerId, {
    timerId,
    startedEventId: numberOf(event.eventId),
    firesAt: msOf(event.eventTime) + msOf(started.startToFireTimeout),
  });
}

/** A firing that waited while a worker held the task may come after a new timer of the same id: that one stays. */
export function applyTimerEnded(state: ExecutionState, event: HistoryEvent): void {
  const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
  const timerId = ended?.timerId ?? "";
  if (state.timers.get(timerId)?.startedEventId === numberOf(ended?.startedEventId))
    state.timers.delete(timerId);
}
