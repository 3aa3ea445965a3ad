// Gives the current attempt of an activity to a worker. Its event is written when the activity closes, because only then
// is it known which attempt was the last.
import type { StartedActivity } from "../command.ts";
import { failureCodec, payloadsCodec } from "../message-codecs.ts";
import { mergedPriority } from "../priority.ts";
import { messageOfRetryPolicy } from "../retry-policy.ts";
import type { Activity, ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";
import { durationOf, timestampOf } from "../wire-numbers.ts";

export function startAttempt(
  transition: Transition,
  activity: Activity,
  poller: { requestId: string; identity: string },
): StartedActivity {
  activity.startedAt = transition.now;
  activity.requestId = poller.requestId;
  activity.identity = poller.identity;
  activity.lastHeartbeatAt = 0;
  transition.isDurable = true;
  return startedActivityAnswer(transition.state, activity);
}

export function startedActivityAnswer(state: ExecutionState, activity: Activity): StartedActivity {
  const { scheduled, heartbeatDetails, retryPolicy } = activity;
  return {
    scheduledEventId: activity.scheduledEventId,
    attempt: activity.attempt,
    stamp: activity.stamp,
    startedAt: activity.startedAt,
    response: {
      workflowType: { name: state.workflowType },
      workflowExecution: { workflowId: state.workflowId, runId: state.runId },
      activityType: { name: activity.activityType },
      activityId: activity.activityId,
      header: scheduled?.header ?? null,
      input: scheduled?.input ?? null,
      heartbeatDetails: heartbeatDetails === undefined ? null : payloadsCodec.decode(heartbeatDetails),
      scheduledTime: timestampOf(activity.scheduledAt),
      currentAttemptScheduledTime: timestampOf(activity.attemptScheduledAt),
      startedTime: timestampOf(activity.startedAt),
      attempt: activity.attempt,
      scheduleToCloseTimeout: durationOf(activity.scheduleToCloseMs),
      startToCloseTimeout: durationOf(activity.startToCloseMs),
      heartbeatTimeout: durationOf(activity.heartbeatMs),
      retryPolicy: retryPolicy === undefined ? null : messageOfRetryPolicy(retryPolicy),
      priority: mergedPriority(state.priority, activity.priority) ?? null,
    },
  };
}

export function lastFailureOf(activity: Activity): ReturnType<typeof failureCodec.decode> | null {
  return activity.lastFailure === undefined ? null : failureCodec.decode(activity.lastFailure);
}
