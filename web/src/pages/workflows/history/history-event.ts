// An event of a history as the API's JSON has it, and small readings of it.

export interface HistoryEvent {
  /** A 64-bit number as text, counted from 1. */
  eventId?: string;
  eventTime?: string;
  /** "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED" */
  eventType?: string;
  /** What belongs to the type is under a key such as activityTaskScheduledEventAttributes. */
  [key: string]: unknown;
}

export type Attributes = Readonly<Record<string, unknown>>;

const NONE: Attributes = {};

export function attributesOf(event: HistoryEvent): Attributes {
  for (const key in event) {
    if (key.endsWith("EventAttributes")) return (event[key] as Attributes | null) ?? NONE;
  }
  return NONE;
}

/** "ACTIVITY_TASK_SCHEDULED" */
export function typeOf({ eventType = "" }: HistoryEvent): string {
  return eventType.replace(/^EVENT_TYPE_/, "");
}

/** "Activity task scheduled" */
export function typeWords(event: HistoryEvent): string {
  return sentence(typeOf(event));
}

/** "Workflow execution started" from "WORKFLOW_EXECUTION_STARTED". */
export function sentence(constant: string): string {
  const words = constant.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function timeOf({ eventTime = "" }: HistoryEvent): number {
  return Date.parse(eventTime) || 0;
}

/** The text at a path of attributes; "" when there is none. */
export function textAt(value: unknown, ...path: string[]): string {
  let at = value;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Attributes)[key] : undefined;
  return typeof at === "string" ? at : typeof at === "number" ? String(at) : "";
}

interface Failure {
  message?: string;
  cause?: Failure;
}

const CAUSES_MAX = 20;

/** The message of a failure; of a wrapped one also its cause's. */
export function failureLine(failure: unknown): string | undefined {
  const messages: string[] = [];
  let at = failure as Failure | null | undefined;
  for (let depth = 0; at != null && depth < CAUSES_MAX; depth += 1) {
    if (at.message) messages.push(at.message);
    at = at.cause;
  }
  return messages.length === 0 ? undefined : messages.join(": ");
}
