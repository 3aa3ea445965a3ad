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

export function applyTimerEnded(state: ExecutionState, event: HistoryEvent): void {
  const ended = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
  state.timers.delete(ended?.timerId ?? "");
}
