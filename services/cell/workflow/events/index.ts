// Which event changes the state how: the one table. An event that is not in it changes nothing but the event counter.
import { temporal } from "#contracts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import {
  applyActivityTaskCancelRequested,
  applyActivityTaskClosed,
  applyActivityTaskStarted,
} from "./activity-task-closed.ts";
import { applyActivityTaskScheduled } from "./activity-task-scheduled.ts";
import { applyChildEnded, applyChildStarted, applyStartChildInitiated } from "./children.ts";
import {
  applyCancelExternalEnded,
  applyCancelExternalInitiated,
  applySignalExternalEnded,
  applySignalExternalInitiated,
} from "./external-workflows.ts";
import {
  applyNexusCancelRequested,
  applyNexusCancelRequestEnded,
  applyNexusOperationClosed,
  applyNexusOperationScheduled,
  applyNexusOperationStarted,
} from "./nexus-operations.ts";
import { applyWorkflowExecutionPaused, applyWorkflowExecutionUnpaused } from "./pauses.ts";
import { applyOptionsUpdated, applyPropertiesModified, applySearchAttributesUpserted } from "./properties.ts";
import { applyWorkflowExecutionCancelRequested, applyWorkflowExecutionSignaled } from "./signals.ts";
import { applyTimerEnded, applyTimerStarted } from "./timers.ts";
import { applyUpdateAccepted, applyUpdateAdmitted, applyUpdateCompleted } from "./updates.ts";
import { applyWorkflowExecutionClosed } from "./workflow-execution-closed.ts";
import { applyWorkflowExecutionStarted } from "./workflow-execution-started.ts";
import { applyWorkflowTaskCompleted, applyWorkflowTaskNotCompleted } from "./workflow-task-ended.ts";
import { applyWorkflowTaskScheduled } from "./workflow-task-scheduled.ts";
import { applyWorkflowTaskStarted } from "./workflow-task-started.ts";

type Apply = (state: ExecutionState, event: HistoryEvent) => void;
const { EventType } = temporal.api.enums.v1;

const APPLY: Partial<Record<temporal.api.enums.v1.EventType, Apply>> = {
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED]: applyWorkflowExecutionStarted,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW]: applyWorkflowExecutionClosed,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED]: applyWorkflowExecutionSignaled,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED]: applyWorkflowExecutionCancelRequested,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED]: applyOptionsUpdated,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED]: applyWorkflowExecutionPaused,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED]: applyWorkflowExecutionUnpaused,
  [EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED]: applyWorkflowTaskScheduled,
  [EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED]: applyWorkflowTaskStarted,
  [EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED]: applyWorkflowTaskCompleted,
  [EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED]: applyWorkflowTaskNotCompleted,
  [EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT]: applyWorkflowTaskNotCompleted,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED]: applyActivityTaskScheduled,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED]: applyActivityTaskStarted,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED]: applyActivityTaskClosed,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED]: applyActivityTaskClosed,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT]: applyActivityTaskClosed,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED]: applyActivityTaskClosed,
  [EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED]: applyActivityTaskCancelRequested,
  [EventType.EVENT_TYPE_TIMER_STARTED]: applyTimerStarted,
  [EventType.EVENT_TYPE_TIMER_FIRED]: applyTimerEnded,
  [EventType.EVENT_TYPE_TIMER_CANCELED]: applyTimerEnded,
  [EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED]: applyStartChildInitiated,
  [EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED]: applyChildEnded,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED]: applyChildStarted,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED]: applyChildEnded,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED]: applyChildEnded,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED]: applyChildEnded,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT]: applyChildEnded,
  [EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED]: applyChildEnded,
  [EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED]: applySignalExternalInitiated,
  [EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED]: applySignalExternalEnded,
  [EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED]: applySignalExternalEnded,
  [EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED]: applyCancelExternalInitiated,
  [EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED]: applyCancelExternalEnded,
  [EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED]: applyCancelExternalEnded,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED]: applyNexusOperationScheduled,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED]: applyNexusOperationStarted,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED]: applyNexusOperationClosed,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED]: applyNexusOperationClosed,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED]: applyNexusOperationClosed,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT]: applyNexusOperationClosed,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED]: applyNexusCancelRequested,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED]: applyNexusCancelRequestEnded,
  [EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_FAILED]: applyNexusCancelRequestEnded,
  [EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES]: applySearchAttributesUpserted,
  [EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED]: applyPropertiesModified,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ADMITTED]: applyUpdateAdmitted,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED]: applyUpdateAccepted,
  [EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED]: applyUpdateCompleted,
};

export function applyEvent(state: ExecutionState, event: HistoryEvent): void {
  APPLY[event.eventType ?? 0]?.(state, event);
}
