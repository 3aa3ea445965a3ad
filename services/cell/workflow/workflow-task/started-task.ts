// What the worker is told about the workflow task it has.
import type { temporal } from "#contracts";
import type { StartedWorkflowTask } from "../command.ts";
import { historyCodec, updateRequestCodec } from "../message-codecs.ts";
import type { ExecutionState, HistoryEvent, WorkflowTask } from "../state.ts";
import { int64, timestampOf } from "../wire-numbers.ts";
import { scheduledEventOf, startedEventOf } from "./task-events.ts";

const REQUEST_TYPE_URL = "type.googleapis.com/temporal.api.update.v1.Request";
const NO_BYTES = new Uint8Array(0);
/** After the events of the start and of the scheduled task. */
const FIRST_STARTED_EVENT_ID = 3;

export interface AnswerOptions {
  /** Updates that an earlier task carried are sent again, unless the worker only keeps its task alive. */
  resendsUpdates: boolean;
  /** The worker that completed the last task goes on: it has the workflow in its cache. */
  isSameWorker?: boolean;
}

export function startedTaskAnswer(
  state: ExecutionState,
  task: WorkflowTask,
  options: AnswerOptions,
): StartedWorkflowTask {
  return {
    scheduledEventId: task.scheduledEventId,
    startedEventId: task.startedEventId,
    previousStartedEventId: state.lastCompletedTaskStartedEventId,
    attempt: task.attempt,
    scheduledAt: task.scheduledAt,
    startedAt: task.startedAt,
    isSticky: options.isSameWorker === true || state.stickyTaskQueue !== "",
    nextEventId: state.nextEventId,
    suffix: historySuffix(state),
    messages: sendUpdates(state, task, options.resendsUpdates),
  };
}

/** The first task of a run, when it is still with the worker that started the run eagerly: its start may be asked again. */
export function firstTaskAgain(state: ExecutionState): StartedWorkflowTask | undefined {
  const task = state.workflowTask;
  if (task?.startedEventId !== FIRST_STARTED_EVENT_ID || task.attempt > 1) return undefined;
  return startedTaskAnswer(state, task, { resendsUpdates: true });
}

/** Encoded History of the started task's events that are not stored; empty for a normal task. */
export function historySuffix(state: ExecutionState): Uint8Array {
  const task = state.workflowTask;
  if (task === undefined || task.kind === "normal") return NO_BYTES;
  const scheduled = numbered(state, scheduledEventOf(state, task), task.scheduledEventId, task.scheduledAt);
  const events = [scheduled];
  if (task.startedAt !== 0) {
    events.push(numbered(state, startedEventOf(task), task.scheduledEventId + 1, task.startedAt));
  }
  return historyCodec.encode({ events });
}

function numbered(state: ExecutionState, event: HistoryEvent, eventId: number, at: number): HistoryEvent {
  event.eventId = int64(eventId);
  event.eventTime = timestampOf(at);
  event.version = int64(state.version);
  return event;
}

function sendUpdates(
  state: ExecutionState,
  task: WorkflowTask,
  resends: boolean,
): temporal.api.protocol.v1.IMessage[] {
  const messages: temporal.api.protocol.v1.IMessage[] = [];
  for (const update of state.pendingUpdates.values()) {
    if (update.stage === "sent" && !resends) continue;
    update.stage = "sent";
    messages.push({
      id: `${update.updateId}/request`,
      protocolInstanceId: update.updateId,
      eventId: int64(task.startedEventId - 1),
      // Field names of google.protobuf.Any as the descriptors spell them.
      body: { type_url: REQUEST_TYPE_URL, value: updateRequestCodec.encode(update.request) },
    });
  }
  return messages;
}
