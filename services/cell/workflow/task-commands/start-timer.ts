// The workflow asks to be woken.
import { temporal } from "#contracts";
import { durationOf, int64, msOf } from "../wire-numbers.ts";
import { refuse } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_START_TIMER_ATTRIBUTES;

export const startTimer = taskCommand({
  attributes: "startTimerCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const timerId = attributes.timerId ?? "";
    const { idBytesMax, timerMsMax } = plan.limits;
    if (timerId === "") return refuse(BAD, "TimerId is not set on StartTimerCommand.");
    if (timerId.length > idBytesMax) {
      return refuse(
        BAD,
        `TimerId on StartTimerCommand exceeds length limit. TimerId=${timerId} Length=${timerId.length} Limit=${idBytesMax}`,
      );
    }
    const delayMs = msOf(attributes.startToFireTimeout);
    if (delayMs < 0) {
      return refuse(
        BAD,
        `An invalid StartToFireTimeout is set on StartTimerCommand: negative duration. TimerId=${timerId}`,
      );
    }
    if (plan.hasTimer(timerId)) {
      return refuse(
        WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_START_TIMER_DUPLICATE_ID,
        `invalid history builder state for action: add-timer-started-event, TimerID: ${timerId}`,
      );
    }
    plan.startedTimers.add(timerId);
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) =>
      transition.add({
        eventType: EventType.EVENT_TYPE_TIMER_STARTED,
        userMetadata: command.userMetadata ?? null,
        timerStartedEventAttributes: {
          timerId,
          startToFireTimeout: durationOf(Math.min(delayMs, timerMsMax)),
          workflowTaskCompletedEventId: int64(completedEventId),
        },
      });
  },
});
