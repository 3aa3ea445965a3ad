// The cancel request this run sent to another workflow has arrived, or could not. Told twice, it is recorded once.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EventType } = temporal.api.enums.v1;

export function externalCancelDone(
  transition: Transition,
  command: CommandOf<"externalCancelDone">,
): undefined {
  requireRunning(transition);
  const pending = transition.state.externalCancels.get(command.initiatedEventId);
  if (pending === undefined) throw new CloudError("NOT_FOUND", "The cancel request is not pending any more.");
  const { initiated } = pending;
  const about = {
    namespace: transition.state.namespace,
    namespaceId: initiated?.namespaceId ?? transition.state.namespaceId,
    workflowExecution: initiated?.workflowExecution ?? null,
    initiatedEventId: int64(command.initiatedEventId),
  };
  transition.add(
    command.failure === undefined
      ? {
          eventType: EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
          externalWorkflowExecutionCancelRequestedEventAttributes: about,
        }
      : {
          eventType: EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
          requestCancelExternalWorkflowExecutionFailedEventAttributes: {
            ...about,
            cause: command.failure,
            control: initiated?.control ?? "",
          },
        },
  );
  scheduleTask(transition);
  return undefined;
}
