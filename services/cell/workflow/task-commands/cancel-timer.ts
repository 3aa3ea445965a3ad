// The workflow no longer wants to be woken by a timer. One that fired unseen is taken back.
import { temporal } from "#contracts";
import { int64 } from "../wire-numbers.ts";
import { refuse } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_CANCEL_TIMER_ATTRIBUTES;

export const cancelTimer = taskCommand({
  attributes: "cancelTimerCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes) => {
    const timerId = attributes.timerId ?? "";
    const { idBytesMax } = plan.limits;
    if (timerId === "") return refuse(BAD, "TimerId is not set on CancelTimerCommand.");
    if (timerId.length > idBytesMax) {
      return refuse(
        BAD,
        `TimerId on CancelTimerCommand exceeds length limit. TimerId=${timerId} Length=${timerId.length} Limit=${idBytesMax}`,
      );
    }
    const isRunning = plan.hasTimer(timerId);
    const fired = isRunning ? undefined : plan.bufferedFiring(timerId);
    if (!isRunning && fired === undefined)
      return refuse(
        BAD,
        `invalid history builder state for action: add-timer-canceled-event, TimerID: ${timerId}`,
      );
    plan.startedTimers.delete(timerId);
    plan.endedTimers.add(timerId);
    if (fired !== undefined) plan.forgetBuffered(fired);
    plan.nextEventId += 1;
    return ({ transition, completedEventId, identity }) => {
      const { state } = transition;
      if (fired !== undefined) state.bufferedEvents = state.bufferedEvents.filter((event) => event !== fired);
      return transition.add({
        eventType: EventType.EVENT_TYPE_TIMER_CANCELED,
        timerCanceledEventAttributes: {
          timerId,
          startedEventId:
            fired?.timerFiredEventAttributes?.startedEventId ??
            int64(state.timers.get(timerId)?.startedEventId ?? 0),
          workflowTaskCompletedEventId: int64(completedEventId),
          identity,
        },
      });
    };
  },
});
