// A start found this run and is content with it: its request id, callbacks and links are kept on the run.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED } = temporal.api.enums.v1.EventType;

export function attachRequest(transition: Transition, command: CommandOf<"attachRequest">): undefined {
  requireRunning(transition);
  const { state, context } = transition;
  if (state.startRequestIds[command.requestId] !== undefined) return undefined;
  const callbacks = command.completionCallbacks ?? [];
  const callbacksMax = context.limits.completionCallbacksMax;
  if (state.callbacks.length + callbacks.length > callbacksMax) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `cannot attach more than ${callbacksMax} callbacks to a workflow (${state.callbacks.length} callbacks already attached)`,
    );
  }
  transition.add({
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
    links: command.links ?? [],
    workerMayIgnore: true,
    workflowExecutionOptionsUpdatedEventAttributes: {
      attachedRequestId: command.attachRequestId ? command.requestId : "",
      attachedCompletionCallbacks: callbacks,
      identity: command.identity,
    },
  });
  transition.bill("update_workflow_options_via_start");
  return undefined;
}
