// Caps that hold after any command: the history's length and size, and the buffer of events.
import { temporal } from "#contracts";
import { terminateRun } from "./commands/terminate.ts";
import { eventCodec } from "./message-codecs.ts";
import type { Transition } from "./transition.ts";
import { failTask } from "./workflow-task/end-task.ts";
import { scheduleTask } from "./workflow-task/schedule-task.ts";

const { WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND } = temporal.api.enums.v1.WorkflowTaskFailedCause;

export function enforceCaps(transition: Transition): void {
  if (!transition.isRunning) return;
  enforceBufferCap(transition);
  const { state, context } = transition;
  const { limits } = context;
  const reason =
    state.nextEventId - 1 > limits.historyEventsMax
      ? "Workflow history count exceeds limit."
      : state.historySizeBytes > limits.historyBytesMax
        ? "Workflow history size exceeds limit."
        : undefined;
  if (reason !== undefined) terminateRun(transition, { reason, identity: "history-service" });
}

function enforceBufferCap(transition: Transition): void {
  const { state, context } = transition;
  const task = state.workflowTask;
  const { bufferedEvents } = state;
  if (task === undefined || bufferedEvents.length === 0) return;
  const { bufferedEventsMax, bufferedBytesMax } = context.limits;
  let bytes = 0;
  for (const event of bufferedEvents) bytes += eventCodec.encode(event).length;
  if (bufferedEvents.length <= bufferedEventsMax && bytes <= bufferedBytesMax) return;
  failTask(transition, task, {
    cause: WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND,
    identity: "history-service",
  });
  scheduleTask(transition);
}
