// Links between a caller and a handler: Temporal's own form and the address form in which they travel.
import { temporal } from "#contracts";

type Link = temporal.api.common.v1.ILink;
type WorkflowEvent = temporal.api.common.v1.Link.IWorkflowEvent;
type NexusLink = temporal.api.nexus.v1.ILink;
type EventType = temporal.api.enums.v1.EventType;

const WORKFLOW_EVENT = "temporal.api.common.v1.Link.WorkflowEvent";
const ACTIVITY = "temporal.api.common.v1.Link.Activity";
const NEXUS_OPERATION = "temporal.api.common.v1.Link.NexusOperation";
const EVENT_REFERENCE = "EventReference";
const REQUEST_ID_REFERENCE = "RequestIdReference";
const SCHEME = "temporal:";
const EVENT_PREFIX = "EVENT_TYPE_";

const eventNames = new Map<number, string>(
  Object.entries(temporal.api.enums.v1.EventType).flatMap(([name, value]) =>
    typeof value === "number" ? [[value, pascalCase(name.slice(EVENT_PREFIX.length))] as const] : [],
  ),
);
const eventTypes = new Map<string, EventType>(
  Object.entries(temporal.api.enums.v1.EventType).flatMap(([name, value]) =>
    typeof value === "number"
      ? [
          [name, value as EventType] as const,
          [pascalCase(name.slice(EVENT_PREFIX.length)), value as EventType] as const,
        ]
      : [],
  ),
);

function pascalCase(name: string): string {
  return name
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

export function nexusLinkOf(event: WorkflowEvent): NexusLink {
  const path = ["namespaces", event.namespace, "workflows", event.workflowId, event.runId, "history"]
    .map((part) => encodeURIComponent(part ?? ""))
    .join("/");
  const query = new URLSearchParams();
  if (event.requestIdRef != null) {
    query.set("eventType", eventNames.get(event.requestIdRef.eventType ?? 0) ?? "");
    query.set("referenceType", REQUEST_ID_REFERENCE);
    query.set("requestID", event.requestIdRef.requestId ?? "");
  } else {
    const eventId = Number(event.eventRef?.eventId ?? 0);
    if (eventId > 0) query.set("eventID", String(eventId));
    query.set("eventType", eventNames.get(event.eventRef?.eventType ?? 0) ?? "");
    query.set("referenceType", EVENT_REFERENCE);
  }
  return { url: `${SCHEME}///${path}?${query.toString()}`, type: WORKFLOW_EVENT };
}

export function nexusOperationLink(operation: {
  namespace: string;
  operationId: string;
  runId: string;
}): NexusLink {
  const { namespace, operationId, runId } = operation;
  const path = ["namespaces", namespace, "nexus-operations", operationId, runId, "details"];
  return { url: `${SCHEME}///${path.map(encodeURIComponent).join("/")}`, type: NEXUS_OPERATION };
}

/** Links are a help to readers and nothing more: one that says nothing to us is left out. */
export function linksOfNexus(links: readonly NexusLink[] | null | undefined): Link[] {
  return (links ?? []).flatMap((link) => linkOf(link) ?? []);
}

function linkOf({ url, type }: NexusLink): Link | undefined {
  let address: URL;
  let parts: string[];
  try {
    address = new URL(url ?? "");
    parts = address.pathname.replace(/^\/+/, "").split("/").map(decodeURIComponent);
  } catch {
    // No address, or badly escaped.
    return undefined;
  }
  if (address.protocol !== SCHEME || parts.length !== 6 || parts.includes("") || parts[0] !== "namespaces")
    return undefined;
  const [, namespace = "", kind, id = "", runId = "", view] = parts;
  if (type === ACTIVITY && kind === "activities" && view === "details")
    return { activity: { namespace, activityId: id, runId } };
  if (type === NEXUS_OPERATION && kind === "nexus-operations" && view === "details")
    return { nexusOperation: { namespace, operationId: id, runId } };
  if (type !== WORKFLOW_EVENT || kind !== "workflows" || view !== "history") return undefined;
  const reference = referenceOf(address.searchParams);
  return reference === undefined
    ? undefined
    : { workflowEvent: { namespace, workflowId: id, runId, ...reference } };
}

function referenceOf(query: URLSearchParams): Pick<WorkflowEvent, "eventRef" | "requestIdRef"> | undefined {
  const eventType = eventTypes.get(query.get("eventType") ?? "");
  if (eventType === undefined) return undefined;
  if (query.get("referenceType") === REQUEST_ID_REFERENCE)
    return { requestIdRef: { requestId: query.get("requestID") ?? "", eventType } };
  const eventId = Number(query.get("eventID") ?? "0");
  if (query.get("referenceType") !== EVENT_REFERENCE || !Number.isSafeInteger(eventId)) return undefined;
  // The codec takes plain numbers for 64-bit fields.
  return { eventRef: { eventId: eventId as never, eventType } };
}
