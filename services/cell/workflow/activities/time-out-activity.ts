// One of an activity's four timeouts has come.
import { temporal } from "#contracts";
import type { Deadline } from "../deadlines.ts";
import { payloadsCodec } from "../message-codecs.ts";
import { timeoutName } from "../retry-policy.ts";
import type { Activity } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { closeActivity } from "./close-activity.ts";
import { retryActivity } from "./retry-activity.ts";
import { lastFailureOf } from "./start-activity.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
type Failure = temporal.api.failure.v1.IFailure;
const { EventType, RetryState, TimeoutType } = temporal.api.enums.v1;

const NO_TIME_LEFT =
  "Not enough time to schedule next retry before activity ScheduleToClose timeout, giving up retrying";

export function timeOutActivity(
  transition: Transition,
  due: Extract<Deadline, { kind: "activityTimeout" }>,
): void {
  const activity = transition.state.activities.get(due.scheduledEventId);
  if (activity?.attempt !== due.attempt) return;
  const { timeoutType } = due;
  const failure = timeoutFailure(`activity ${timeoutName(timeoutType)} timeout`, timeoutType);
  const retryState = retryActivity(transition, activity, failure);
  if (retryState === RetryState.RETRY_STATE_IN_PROGRESS) return;
  const isOutOfTime =
    retryState === RetryState.RETRY_STATE_TIMEOUT &&
    timeoutType !== TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
  const told = isOutOfTime
    ? timeoutFailure(NO_TIME_LEFT, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE)
    : failure;
  closeTimedOut(transition, activity, told, retryState);
}

function timeoutFailure(message: string, timeoutType: TimeoutType): Failure {
  return { message, source: "Server", timeoutFailureInfo: { timeoutType } };
}

function closeTimedOut(
  transition: Transition,
  activity: Activity,
  failure: Failure,
  retryState: temporal.api.enums.v1.RetryState,
): void {
  const { heartbeatDetails } = activity;
  if (failure.timeoutFailureInfo != null && heartbeatDetails !== undefined) {
    failure.timeoutFailureInfo.lastHeartbeatDetails = payloadsCodec.decode(heartbeatDetails);
  }
  failure.cause = lastFailureOf(activity);
  closeActivity(transition, activity, (startedEventId) => ({
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
    activityTaskTimedOutEventAttributes: {
      failure,
      scheduledEventId: int64(activity.scheduledEventId),
      startedEventId: int64(startedEventId),
      retryState,
    },
  }));
}
