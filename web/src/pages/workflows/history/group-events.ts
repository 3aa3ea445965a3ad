// Groups the events of a history by what they belong to: an activity with its start and end, a timer, a child, an update.
// It takes events in order, page after page, and costs the same for each event however long the history is.
import type { Status } from "#components/status-mark";
import { EVENT_ROLES, type EventRole, type GroupKind } from "./event-roles.ts";
import {
  attributesOf,
  failureLine,
  sentence,
  textAt,
  timeOf,
  typeOf,
  type Attributes,
  type HistoryEvent,
} from "./history-event.ts";

export interface EventGroup {
  /** The first event's. */
  id: string;
  kind: GroupKind;
  /** The activity's type, the signal's name, the timer's id. */
  name: string;
  status: Status;
  events: HistoryEvent[];
  startMs: number;
  /** Undefined while it is open. */
  endMs: number | undefined;
  /** Begun so far; 0 for what has none. */
  attempts: number;
  lastFailure: string | undefined;
  /** When something happened between start and end: an attempt's start. */
  ticksMs: number[];
}

const LOCAL_ACTIVITY_MARKERS = new Set(["core_local_activity", "LocalActivity"]);
const WORKFLOW = "workflow";

export class HistoryGroups {
  readonly groups: EventGroup[] = [];
  private readonly byFirstEvent = new Map<string, EventGroup>();

  /** Events must come in order, each once. */
  add(events: readonly HistoryEvent[]): void {
    for (const event of events) this.place(event);
  }

  private place(event: HistoryEvent): void {
    const type = typeOf(event);
    const role = EVENT_ROLES[type] ?? { kind: "other", status: "completed", isEnd: true };
    const attributes = attributesOf(event);
    const key = keyOf(event, role, attributes);
    const group = this.byFirstEvent.get(key);
    if (group === undefined) this.begin(key, event, role, attributes);
    else extend(group, event, role, attributes);
  }

  private begin(key: string, event: HistoryEvent, role: EventRole, attributes: Attributes): void {
    const atMs = timeOf(event);
    const kind = kindOf(role, attributes);
    const group: EventGroup = {
      id: event.eventId ?? "",
      kind,
      name: nameOf(kind, event, attributes),
      status: role.status ?? "running",
      events: [event],
      startMs: atMs,
      endMs: role.isEnd === true ? atMs : undefined,
      attempts: 0,
      lastFailure: failureOf(attributes),
      ticksMs: [],
    };
    this.groups.push(group);
    this.byFirstEvent.set(key, group);
    // The end of an update names its acceptance, not its id.
    if (kind === "update") this.byFirstEvent.set(group.id, group);
  }
}

function extend(group: EventGroup, event: HistoryEvent, role: EventRole, attributes: Attributes): void {
  const type = typeOf(event);
  group.events.push(event);
  if (role.status !== undefined) group.status = role.status;
  const atMs = timeOf(event);
  if (role.isEnd === true) group.endMs = atMs;
  else if (group.kind !== WORKFLOW) group.ticksMs.push(atMs);
  if (type === "WORKFLOW_EXECUTION_CANCEL_REQUESTED") group.ticksMs.push(atMs);
  group.attempts = Math.max(group.attempts, Number(attributes["attempt"] ?? 0));
  group.lastFailure = failureOf(attributes) ?? group.lastFailure;
  if (type === "WORKFLOW_EXECUTION_UPDATE_COMPLETED" && group.lastFailure !== undefined)
    group.status = "failed";
}

/** What the group is known by to its later events. */
function keyOf(event: HistoryEvent, role: EventRole, attributes: Attributes): string {
  if (role.kind === "workflow") return WORKFLOW;
  if (role.kind === "update" && role.refersBy === undefined) return `update ${updateIdOf(attributes)}`;
  if (role.refersBy !== undefined) return textAt(attributes, role.refersBy) || (event.eventId ?? "");
  return event.eventId ?? "";
}

function updateIdOf(attributes: Attributes): string {
  return (
    textAt(attributes, "protocolInstanceId") ||
    textAt(attributes, "request", "meta", "updateId") ||
    textAt(attributes, "acceptedRequest", "meta", "updateId")
  );
}

function kindOf(role: EventRole, attributes: Attributes): GroupKind {
  const isLocal = role.kind === "marker" && LOCAL_ACTIVITY_MARKERS.has(textAt(attributes, "markerName"));
  return isLocal ? "local-activity" : role.kind;
}

function nameOf(kind: GroupKind, event: HistoryEvent, attributes: Attributes): string {
  switch (kind) {
    case "workflow":
    case "child":
      return textAt(attributes, "workflowType", "name");
    case "activity":
      return textAt(attributes, "activityType", "name");
    case "timer":
      return textAt(attributes, "timerId");
    case "signal":
    case "external-signal":
      return textAt(attributes, "signalName");
    case "external-cancel":
      return textAt(attributes, "workflowExecution", "workflowId");
    case "update":
      return (
        textAt(attributes, "acceptedRequest", "input", "name") ||
        textAt(attributes, "request", "input", "name") ||
        textAt(attributes, "rejectedRequest", "input", "name")
      );
    case "nexus":
      return `${textAt(attributes, "service")}/${textAt(attributes, "operation")}`;
    case "workflow-task":
      return textAt(attributes, "taskQueue", "name");
    case "local-activity":
    case "marker":
      return textAt(attributes, "markerName");
    case "other":
      return sentence(typeOf(event));
  }
}

function failureOf(attributes: Attributes): string | undefined {
  return (
    failureLine(attributes["failure"]) ??
    failureLine(attributes["lastFailure"]) ??
    failureLine((attributes["outcome"] as Attributes | undefined)?.["failure"])
  );
}
