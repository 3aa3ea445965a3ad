// The events that end a run: completed, failed, timed out, canceled, terminated, continued as new.
import { temporal } from "#contracts";
import type { ExecutionState, ExecutionStatus, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

const { EventType, WorkflowExecutionStatus } = temporal.api.enums.v1;

const STATUS: Partial<Record<temporal.api.enums.v1.EventType, ExecutionStatus>> = {
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED]:
    WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED]: WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT]:
    WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED]:
    WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED]:
    WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW]:
    WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW,
};

export function isCloseEvent(type: temporal.api.enums.v1.EventType): boolean {
  return STATUS[type] !== undefined;
}

/** Pending work dies with the run, but children that were not told to have started are kept: see closing/. */
export function applyWorkflowExecutionClosed(state: ExecutionState, event: HistoryEvent): void {
  state.status = STATUS[event.eventType ?? 0] ?? state.status;
  state.closedAt = msOf(event.eventTime);
  state.closeEventId = numberOf(event.eventId);
  state.newRunId = newRunIdOf(event);
  state.workflowTask = undefined;
  state.firstTaskAt = 0;
  state.activities.clear();
  state.timers.clear();
  state.externalSignals.clear();
  state.externalCancels.clear();
  state.nexusOperations.clear();
  for (const [id, child] of state.children) if (child.startedEventId !== 0) state.children.delete(id);
}

function newRunIdOf(event: HistoryEvent): string {
  return (
    event.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ??
    event.workflowExecutionCompletedEventAttributes?.newExecutionRunId ??
    event.workflowExecutionFailedEventAttributes?.newExecutionRunId ??
    event.workflowExecutionTimedOutEventAttributes?.newExecutionRunId ??
    ""
  );
}
