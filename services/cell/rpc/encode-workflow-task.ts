// The answer to a workflow task poll: the message is encoded without its history, and the stored bytes of the history
// are appended as they are.
import Long from "long";
import { codecOf, timestampOfMs, type temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { runKeyOf } from "../executions/offer-tasks.ts";
import { encodeField, readEvents } from "../executions/read-history.ts";
import { attachment } from "../queries/release-queries.ts";
import type { StartedWorkflowTask } from "../workflow/index.ts";
import { encodeHistoryToken } from "./history-token.ts";
import { hintsMessage, NO_HINTS, type PollHints } from "./poller.ts";
import { encodeTaskToken } from "./task-token.ts";

type PollResponse = temporal.api.workflowservice.v1.IPollWorkflowTaskQueueResponse;

const codec = codecOf<PollResponse>("temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse");

const HISTORY_FIELD = 8;
/** A longer history is read in pages by the worker. */
const HISTORY_BYTES_MAX = 2 * 1024 * 1024;
const HISTORY_EVENTS_MAX = 10_000;

/** Buffered queries travel with the task from here on. Call when the start of the task is durable. */
export async function encodeWorkflowTask(
  engine: Engine,
  execution: LiveExecution,
  task: StartedWorkflowTask,
  hints: PollHints = NO_HINTS,
): Promise<Uint8Array> {
  const { state } = execution;
  const message: PollResponse = {
    taskToken: encodeTaskToken({
      ...runKeyOf(execution),
      scheduledEventId: task.scheduledEventId,
      startedEventId: task.startedEventId,
      attempt: task.attempt,
      startedAt: task.startedAt,
    }),
    workflowExecution: { workflowId: state.workflowId, runId: state.runId },
    workflowType: { name: state.workflowType },
    previousStartedEventId: Long.fromNumber(task.previousStartedEventId),
    startedEventId: Long.fromNumber(task.startedEventId),
    attempt: task.attempt,
    workflowExecutionTaskQueue: { name: state.taskQueue, kind: 1 },
    scheduledTime: timestampOfMs(task.scheduledAt),
    startedTime: timestampOfMs(task.startedAt),
    messages: task.messages,
    queries: attachQueries(execution, task),
    ...hintsMessage(hints),
  };
  return withHistory(engine, execution, message, {
    from: task.isSticky ? task.previousStartedEventId + 1 : 1,
    until: task.nextEventId,
    suffix: task.suffix,
  });
}

/** Appends the events of [from, until) and the suffix; what does not fit is left to pages. */
export async function withHistory(
  engine: Engine,
  execution: LiveExecution,
  message: PollResponse,
  range: { from: number; until: number; suffix: Uint8Array },
): Promise<Uint8Array> {
  const page = await readEvents(engine, execution, {
    from: range.from,
    until: range.until,
    eventsMax: HISTORY_EVENTS_MAX,
    bytesMax: HISTORY_BYTES_MAX,
  });
  if (page.nextEventId < range.until) {
    message.nextPageToken = encodeHistoryToken({
      runId: execution.state.runId,
      nextEventId: page.nextEventId,
      until: range.until,
      suffix: Buffer.from(range.suffix).toString("base64"),
    });
  } else page.chunks.push(range.suffix);
  return Buffer.concat([codec.encode(message), encodeField(HISTORY_FIELD, page.chunks)]);
}

function attachQueries(
  { queries }: LiveExecution,
  task: StartedWorkflowTask,
): Record<string, temporal.api.query.v1.IWorkflowQuery> {
  const attached: Record<string, temporal.api.query.v1.IWorkflowQuery> = {};
  const place = attachment(task);
  for (const query of queries) {
    if (query.attachedTo !== "" && query.attachedTo !== place) continue;
    query.attachedTo = place;
    attached[query.id] = query.query;
  }
  return attached;
}
