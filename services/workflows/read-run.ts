// The activities of a run of the control plane, from its history: what was done, what runs, what failed and why. Pure.
import type { temporal } from "@temporalio/proto";
import type { RunStep } from "#domain/operators";

type IHistoryEvent = temporal.api.history.v1.IHistoryEvent;
type IPending = temporal.api.workflow.v1.IPendingActivityInfo;
type ITimestamp = { seconds?: unknown; nanos?: number | null };

/** `pending` has the attempts and failures of what has not ended: they are in no event yet. */
export function stepsOf(events: readonly IHistoryEvent[], pending: readonly IPending[]): RunStep[] {
  const steps = new Map<string, RunStep>();
  const names = new Map<string, string>();
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    const started = event.activityTaskStartedEventAttributes;
    if (scheduled != null) {
      names.set(String(event.eventId), scheduled.activityId ?? "");
      steps.set(String(event.eventId), {
        ...{ name: scheduled.activityType?.name ?? "", state: "RUNNING", attempts: 0, failure: "" },
        ...{ startedMs: msOf(event.eventTime), finishedMs: undefined },
      });
    } else if (started != null) {
      const step = steps.get(String(started.scheduledEventId));
      if (step === undefined) continue;
      step.attempts = started.attempt ?? 1;
      step.failure = started.lastFailure?.message ?? "";
    } else {
      end(steps, event);
    }
  }
  for (const activity of pending) {
    const [id] = [...names].find(([, name]) => name === activity.activityId) ?? [];
    const step = id === undefined ? undefined : steps.get(id);
    if (step === undefined) continue;
    step.attempts = activity.attempt ?? step.attempts;
    step.failure = activity.lastFailure?.message ?? step.failure;
  }
  return [...steps.values()];
}

function end(steps: ReadonlyMap<string, RunStep>, event: IHistoryEvent): void {
  const failed = event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes;
  const ended =
    failed ?? event.activityTaskCompletedEventAttributes ?? event.activityTaskCanceledEventAttributes;
  const step = ended == null ? undefined : steps.get(String(ended.scheduledEventId));
  if (step === undefined) return;
  step.finishedMs = msOf(event.eventTime);
  step.state =
    failed != null ? "FAILED" : event.activityTaskCanceledEventAttributes != null ? "CANCELED" : "COMPLETED";
  if (failed != null) step.failure = rootOf(failed.failure) || "It took too long.";
}

/** The innermost cause says what happened. */
function rootOf(failure: temporal.api.failure.v1.IFailure | null | undefined): string {
  let innermost = failure;
  while (innermost?.cause != null) innermost = innermost.cause;
  return innermost?.message ?? "";
}

function msOf(time: ITimestamp | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1_000_000);
}
