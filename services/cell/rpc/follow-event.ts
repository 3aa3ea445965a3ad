// Closing events for clients that wait for a result and do not know that a run's end can name the next run of its chain
// (the Java SDK): they are told of a continue-as-new, which they follow.
import { codecOf, temporal } from "#contracts";

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type Continued = temporal.api.history.v1.IWorkflowExecutionContinuedAsNewEventAttributes;

const historyCodec = codecOf<History>("temporal.api.history.v1.History");
const { EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW } = temporal.api.enums.v1.EventType;
const { TIMEOUT_TYPE_START_TO_CLOSE } = temporal.api.enums.v1.TimeoutType;

/** Clients list what they know, separated by commas. */
export function followsNextRun(metadata: Readonly<Record<string, string | undefined>>): boolean {
  return (metadata["supported-features"] ?? "").split(",").includes("follows-next-run-id");
}

/** An encoded history of one closing event, with a continue-as-new in its place when another run follows. */
export function continuedInstead(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.concat(chunks);
  const event = historyCodec.decode(bytes).events?.[0];
  const attributes = event == null ? undefined : continuedAttributes(event);
  if (event == null || attributes === undefined) return bytes;
  return historyCodec.encode({
    events: [
      {
        eventId: event.eventId ?? null,
        eventTime: event.eventTime ?? null,
        version: event.version ?? null,
        taskId: event.taskId ?? null,
        eventType: EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW,
        workflowExecutionContinuedAsNewEventAttributes: attributes,
      },
    ],
  });
}

/** Undefined when no run follows, or when it is a continue-as-new already. */
function continuedAttributes(event: HistoryEvent): Continued | undefined {
  const completed = event.workflowExecutionCompletedEventAttributes;
  const failed = event.workflowExecutionFailedEventAttributes;
  const timedOut = event.workflowExecutionTimedOutEventAttributes;
  const newExecutionRunId = (completed ?? failed ?? timedOut)?.newExecutionRunId ?? "";
  if (newExecutionRunId === "") return undefined;
  if (completed != null) return { newExecutionRunId, lastCompletionResult: completed.result ?? null };
  if (failed != null) return { newExecutionRunId, failure: failed.failure ?? null };
  return {
    newExecutionRunId,
    failure: {
      message: "workflow timeout",
      timeoutFailureInfo: { timeoutType: TIMEOUT_TYPE_START_TO_CLOSE },
    },
  };
}
