// What comes after a completed workflow task: at once the next one, if there is something to tell the workflow.
import type { temporal } from "#contracts";
import type { StartedWorkflowTask } from "../command.ts";
import type { WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { isMereHeartbeat } from "./heartbeat.ts";
import { scheduleTask, type ScheduleOptions } from "./schedule-task.ts";
import { startTask } from "./start-task.ts";
import { startedTaskAnswer } from "./started-task.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
const INLINE_REQUEST_ID = "request-from-RespondWorkflowTaskCompleted";

/** The task that the same worker gets in the answer, if it wants one. */
export function followUpTask(
  transition: Transition,
  task: WorkflowTask,
  request: Request,
  isNeeded: boolean,
): StartedWorkflowTask | undefined {
  const { state } = transition;
  if (!transition.isRunning) return undefined;
  const isHeartbeat = request.forceCreateNewWorkflowTask === true;
  // A run that moves to another version needs a task of that version to get there.
  const isMoving = state.versioning?.transition !== undefined;
  const isNormal = isHeartbeat || isNeeded || isMoving || state.bufferedEvents.length > 0;
  if (!isNormal && state.pendingUpdates.size === 0) return undefined;
  const isHandedOver = request.returnNewWorkflowTask === true && !isMoving;
  const options: ScheduleOptions = { isHandedOver, isSpeculative: !isNormal && isHandedOver };
  if (isMereHeartbeat(request)) options.originalScheduledAt = task.originalScheduledAt;
  const next = scheduleTask(transition, options);
  if (next === undefined || !isHandedOver) return undefined;
  const started = startTask(transition, next, {
    requestId: INLINE_REQUEST_ID,
    identity: request.identity ?? "",
    taskQueue: next.taskQueue,
    stamp: request.workerVersionStamp,
  });
  return startedTaskAnswer(state, started, { resendsUpdates: !isHeartbeat, isSameWorker: true });
}
