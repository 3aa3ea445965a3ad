// A child of this run closed: its closing event becomes the parent's event. Told twice, it is recorded once.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Child, HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import { childStarted } from "./child-started.ts";

const { EventType, RetryState } = temporal.api.enums.v1;

export function childClosed(transition: Transition, command: CommandOf<"childClosed">): undefined {
  requireRunning(transition);
  const { state } = transition;
  const { initiatedEventId } = command;
  const child = state.children.get(initiatedEventId);
  if (child?.workflowId !== command.workflowId) {
    throw new CloudError("NOT_FOUND", "Pending child execution not found.");
  }
  // The news that the child closed may overtake the news that it started.
  if (child.startedEventId === 0) {
    childStarted(transition, { kind: "childStarted", initiatedEventId, runId: command.runId });
  }
  transition.add(closedEvent(child, command));
  scheduleTask(transition);
  return undefined;
}

function closedEvent(child: Child, command: CommandOf<"childClosed">): HistoryEvent {
  const { closeEvent } = command;
  const about = {
    namespace: child.namespace,
    namespaceId: child.namespaceId,
    workflowExecution: { workflowId: child.workflowId, runId: command.runId },
    workflowType: { name: child.workflowType },
    initiatedEventId: int64(child.initiatedEventId),
    startedEventId: int64(child.startedEventId),
  };
  const completed = closeEvent.workflowExecutionCompletedEventAttributes;
  if (completed != null) {
    return {
      eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
      childWorkflowExecutionCompletedEventAttributes: { ...about, result: completed.result ?? null },
    };
  }
  const failed = closeEvent.workflowExecutionFailedEventAttributes;
  if (failed != null) {
    const { failure, retryState } = failed;
    return {
      eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
      childWorkflowExecutionFailedEventAttributes: {
        ...about,
        failure: failure ?? null,
        retryState: retryState ?? RetryState.RETRY_STATE_UNSPECIFIED,
      },
    };
  }
  const canceled = closeEvent.workflowExecutionCanceledEventAttributes;
  if (canceled != null) {
    return {
      eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED,
      childWorkflowExecutionCanceledEventAttributes: { ...about, details: canceled.details ?? null },
    };
  }
  const timedOut = closeEvent.workflowExecutionTimedOutEventAttributes;
  if (timedOut != null) {
    return {
      eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT,
      childWorkflowExecutionTimedOutEventAttributes: {
        ...about,
        retryState: timedOut.retryState ?? RetryState.RETRY_STATE_UNSPECIFIED,
      },
    };
  }
  return {
    eventType: EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED,
    childWorkflowExecutionTerminatedEventAttributes: about,
  };
}
