// The kinds of task queues as the API numbers them and as the cell names them.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { QueueName } from "./task.ts";

const { TaskQueueType } = temporal.api.enums.v1;

const NUMBERS: Readonly<Record<QueueName["type"], temporal.api.enums.v1.TaskQueueType>> = {
  workflow: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  activity: TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
  nexus: TaskQueueType.TASK_QUEUE_TYPE_NEXUS,
};

// The keys are those of the record above.
const NAMES = new Map(Object.entries(NUMBERS).map(([name, number]) => [number, name as QueueName["type"]]));

/** Errors: INVALID_ARGUMENT for one that the cell does not have. */
export function queueTypeOf(number: temporal.api.enums.v1.TaskQueueType): QueueName["type"] {
  const name = NAMES.get(number);
  if (name !== undefined) return name;
  throw new CloudError("INVALID_ARGUMENT", `Unknown TaskQueueType: ${TaskQueueType[number] ?? number}.`);
}

export function numberOfQueueType(type: QueueName["type"]): temporal.api.enums.v1.TaskQueueType {
  return NUMBERS[type];
}
