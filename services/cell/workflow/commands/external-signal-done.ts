// The signal this run sent to another workflow has arrived, or could not. Told twice, it is recorded once.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EventType } = temporal.api.enums.v1;

export function externalSignalDone(
  transition: Transition,
  command: CommandOf<"externalSignalDone">,
): undefined {
  requireRunning(transition);
  const pending = transition.state.externalSignals.get(command.initiatedEventId);
  if (pending === undefined) throw new CloudError("NOT_FOUND", "The signal is not pending any more.");
  const { initiated } = pending;
  const about = {
    namespace: transition.state.namespace,
    namespaceId: initiated?.namespaceId ?? transition.state.namespaceId,
    workflowExecution: initiated?.workflowExecution ?? null,
    initiatedEventId: int64(command.initiatedEventId),
    control: initiated?.control ?? "",
  };
  transition.add(
    command.failure === undefined
      ? {
          eventType: EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED,
          externalWorkflowExecutionSignaledEventAttributes: about,
        }
      : {
          eventType: EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
          signalExternalWorkflowExecutionFailedEventAttributes: {
            ...about,
            cause: command.failure,
          },
        },
  );
  scheduleTask(transition);
  return undefined;
}
