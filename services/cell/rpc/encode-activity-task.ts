// The answer to an activity task poll: the core's message with the token and the names that the runtime knows.
import { codecOf, type temporal } from "#contracts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { runKeyOf } from "../executions/offer-tasks.ts";
import type { StartedAttempt } from "../activity/index.ts";
import type { LiveActivity } from "../standalone/index.ts";
import type { StartedActivity } from "../workflow/index.ts";
import { NO_HINTS, scalingDecision, type PollHints } from "./poller.ts";
import { encodeTaskToken } from "./task-token.ts";

const codec = codecOf<temporal.api.workflowservice.v1.IPollActivityTaskQueueResponse>(
  "temporal.api.workflowservice.v1.PollActivityTaskQueueResponse",
);

export function encodeActivityTask(
  execution: LiveExecution,
  activity: StartedActivity,
  hints: PollHints = NO_HINTS,
): Uint8Array {
  const { state, namespace } = execution;
  return codec.encode({
    ...activity.response,
    taskToken: encodeTaskToken({
      ...runKeyOf(execution),
      scheduledEventId: activity.scheduledEventId,
      startedEventId: 0,
      attempt: activity.attempt,
      startedAt: activity.startedAt,
    }),
    workflowNamespace: namespace.name,
    workflowType: { name: state.workflowType },
    workflowExecution: { workflowId: state.workflowId, runId: state.runId },
    pollerScalingDecision: scalingDecision(hints),
  });
}

export function encodeStandaloneActivityTask(
  execution: LiveActivity,
  started: StartedAttempt,
  hints: PollHints,
): Uint8Array {
  const { state, namespace } = execution;
  return codec.encode({
    ...started.response,
    taskToken: encodeTaskToken({
      namespaceId: state.namespaceId,
      workflowId: "",
      runId: state.runId,
      scheduledEventId: 0,
      startedEventId: 0,
      attempt: started.attempt,
      startedAt: started.startedAt,
      standalone: { activityId: state.id, stamp: started.stamp },
    }),
    workflowNamespace: namespace.name,
    pollerScalingDecision: scalingDecision(hints),
  });
}
