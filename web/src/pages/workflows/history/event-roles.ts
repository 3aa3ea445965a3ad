// What each type of event is for the group it belongs to: data, nothing else. A type that is not here is a group alone.
import type { Status } from "#components/status-mark";

export type GroupKind =
  | "workflow"
  | "activity"
  | "local-activity"
  | "timer"
  | "child"
  | "signal"
  | "external-signal"
  | "external-cancel"
  | "update"
  | "nexus"
  | "workflow-task"
  | "marker"
  | "other";

export const KIND_WORDS: Readonly<Record<GroupKind, string>> = {
  workflow: "Workflow",
  activity: "Activity",
  "local-activity": "Local activity",
  timer: "Timer",
  child: "Child workflow",
  signal: "Signal",
  "external-signal": "Signal sent",
  "external-cancel": "Cancellation sent",
  update: "Update",
  nexus: "Nexus operation",
  "workflow-task": "Workflow task",
  marker: "Marker",
  other: "Other",
};

export interface EventRole {
  kind: GroupKind;
  /** The attribute with the id of the group's first event; none for the first event itself. */
  refersBy?: string;
  status?: Status;
  /** Nothing comes after it. */
  isEnd?: true;
}

const end = (status: Status): Pick<EventRole, "status" | "isEnd"> => ({ status, isEnd: true });

/** The events of a thing that is scheduled first and refers back to that. */
function family(kind: GroupKind, prefix: string, refersBy: string, ends: Readonly<Record<string, Status>>) {
  return Object.fromEntries(
    Object.entries(ends).map(([name, status]) => [`${prefix}_${name}`, { kind, refersBy, ...end(status) }]),
  ) as Record<string, EventRole>;
}

const ENDS = {
  COMPLETED: "completed",
  FAILED: "failed",
  TIMED_OUT: "timed-out",
  CANCELED: "canceled",
} as const;

export const EVENT_ROLES: Readonly<Record<string, EventRole>> = {
  WORKFLOW_EXECUTION_STARTED: { kind: "workflow", status: "running" },
  ...family("workflow", "WORKFLOW_EXECUTION", "", {
    ...ENDS,
    TERMINATED: "terminated",
    CONTINUED_AS_NEW: "continued",
  }),
  WORKFLOW_EXECUTION_CANCEL_REQUESTED: { kind: "workflow", refersBy: "" },
  WORKFLOW_EXECUTION_OPTIONS_UPDATED: { kind: "workflow", refersBy: "" },
  WORKFLOW_EXECUTION_PAUSED: { kind: "workflow", refersBy: "", status: "waiting" },
  WORKFLOW_EXECUTION_UNPAUSED: { kind: "workflow", refersBy: "", status: "running" },
  WORKFLOW_EXECUTION_SIGNALED: { kind: "signal", ...end("completed") },
  WORKFLOW_EXECUTION_UPDATE_ADMITTED: { kind: "update", status: "waiting" },
  WORKFLOW_EXECUTION_UPDATE_ACCEPTED: { kind: "update", status: "running" },
  WORKFLOW_EXECUTION_UPDATE_REJECTED: { kind: "update", ...end("failed") },
  WORKFLOW_EXECUTION_UPDATE_COMPLETED: { kind: "update", refersBy: "acceptedEventId", ...end("completed") },
  WORKFLOW_TASK_SCHEDULED: { kind: "workflow-task", status: "waiting" },
  WORKFLOW_TASK_STARTED: { kind: "workflow-task", refersBy: "scheduledEventId", status: "running" },
  ...family("workflow-task", "WORKFLOW_TASK", "scheduledEventId", ENDS),
  ACTIVITY_TASK_SCHEDULED: { kind: "activity", status: "waiting" },
  ACTIVITY_TASK_STARTED: { kind: "activity", refersBy: "scheduledEventId", status: "running" },
  ACTIVITY_TASK_CANCEL_REQUESTED: { kind: "activity", refersBy: "scheduledEventId" },
  ...family("activity", "ACTIVITY_TASK", "scheduledEventId", ENDS),
  TIMER_STARTED: { kind: "timer", status: "running" },
  ...family("timer", "TIMER", "startedEventId", { FIRED: "completed", CANCELED: "canceled" }),
  START_CHILD_WORKFLOW_EXECUTION_INITIATED: { kind: "child", status: "waiting" },
  START_CHILD_WORKFLOW_EXECUTION_FAILED: { kind: "child", refersBy: "initiatedEventId", ...end("failed") },
  CHILD_WORKFLOW_EXECUTION_STARTED: { kind: "child", refersBy: "initiatedEventId", status: "running" },
  ...family("child", "CHILD_WORKFLOW_EXECUTION", "initiatedEventId", { ...ENDS, TERMINATED: "terminated" }),
  SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED: { kind: "external-signal", status: "running" },
  ...family("external-signal", "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION", "initiatedEventId", {
    FAILED: "failed",
  }),
  ...family("external-signal", "EXTERNAL_WORKFLOW_EXECUTION", "initiatedEventId", { SIGNALED: "completed" }),
  REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED: { kind: "external-cancel", status: "running" },
  ...family("external-cancel", "REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION", "initiatedEventId", {
    FAILED: "failed",
  }),
  ...family("external-cancel", "EXTERNAL_WORKFLOW_EXECUTION", "initiatedEventId", {
    CANCEL_REQUESTED: "completed",
  }),
  NEXUS_OPERATION_SCHEDULED: { kind: "nexus", status: "waiting" },
  NEXUS_OPERATION_STARTED: { kind: "nexus", refersBy: "scheduledEventId", status: "running" },
  NEXUS_OPERATION_CANCEL_REQUESTED: { kind: "nexus", refersBy: "scheduledEventId" },
  NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED: { kind: "nexus", refersBy: "scheduledEventId" },
  NEXUS_OPERATION_CANCEL_REQUEST_FAILED: { kind: "nexus", refersBy: "scheduledEventId" },
  ...family("nexus", "NEXUS_OPERATION", "scheduledEventId", ENDS),
  MARKER_RECORDED: { kind: "marker", ...end("completed") },
  UPSERT_WORKFLOW_SEARCH_ATTRIBUTES: { kind: "other", ...end("completed") },
  WORKFLOW_PROPERTIES_MODIFIED: { kind: "other", ...end("completed") },
};
