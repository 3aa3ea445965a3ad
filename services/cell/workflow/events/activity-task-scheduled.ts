// ActivityTaskScheduled: an activity waits for a worker, as attempt 1.
import { retryPolicyOf } from "../retry-policy.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

export function applyActivityTaskScheduled(state: ExecutionState, event: HistoryEvent): void {
  const scheduled = event.activityTaskScheduledEventAttributes ?? {};
  const scheduledEventId = numberOf(event.eventId);
  const at = msOf(event.eventTime);
  state.activities.set(scheduledEventId, {
    scheduledEventId,
    startedEventId: 0,
    activityId: scheduled.activityId ?? "",
    activityType: scheduled.activityType?.name ?? "",
    taskQueue: scheduled.taskQueue?.name ?? "",
    scheduledAt: at,
    scheduleToCloseMs: msOf(scheduled.scheduleToCloseTimeout),
    scheduleToStartMs: msOf(scheduled.scheduleToStartTimeout),
    startToCloseMs: msOf(scheduled.startToCloseTimeout),
    heartbeatMs: msOf(scheduled.heartbeatTimeout),
    retryPolicy: retryPolicyOf(scheduled.retryPolicy),
    cancelRequestedEventId: 0,
    priority: scheduled.priority ?? undefined,
    useWorkflowBuildId: scheduled.useWorkflowBuildId ?? false,
    attempt: 1,
    stamp: 0,
    attemptScheduledAt: at,
    isBackingOff: false,
    startedAt: 0,
    requestId: "",
    identity: "",
    lastHeartbeatAt: 0,
    heartbeatDetails: undefined,
    lastFailure: undefined,
    lastAttemptClosedAt: 0,
    isHeld: false,
    isPaused: false,
    pausedAt: 0,
    pausedBy: "",
    pauseReason: "",
    pauseRequestId: "",
    isReset: false,
    resetsHeartbeat: false,
    lastVersion: "",
    scheduled,
  });
}
