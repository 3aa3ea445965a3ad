// Finds the workflow task that a worker's token names; any other token is of a task that is over.
import { CloudError } from "#shared/errors";
import type { WorkflowTaskRef } from "../command.ts";
import type { ExecutionState, WorkflowTask } from "../state.ts";

export function heldTask(state: ExecutionState, ref: WorkflowTaskRef): WorkflowTask {
  const task = state.workflowTask;
  const isHeld =
    task !== undefined &&
    task.startedEventId !== 0 &&
    task.scheduledEventId === ref.scheduledEventId &&
    (ref.startedEventId === 0 || task.startedEventId === ref.startedEventId) &&
    task.attempt === ref.attempt &&
    (ref.startedAt === undefined || ref.startedAt === task.startedAt);
  if (!isHeld) throw new CloudError("NOT_FOUND", "Workflow task not found.");
  return task;
}
