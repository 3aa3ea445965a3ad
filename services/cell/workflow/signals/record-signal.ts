// WorkflowExecutionSignaled: one signal enters the history.
import { temporal } from "#contracts";
import type { Signal } from "../command.ts";
import type { Transition } from "../transition.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED } = temporal.api.enums.v1.EventType;

export function recordSignal(transition: Transition, signal: Signal): void {
  transition.add({
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
    links: signal.links ?? [],
    workflowExecutionSignaledEventAttributes: {
      signalName: signal.signalName,
      input: signal.input ?? null,
      identity: signal.identity,
      header: signal.header ?? null,
      skipGenerateWorkflowTask: signal.skipGenerateWorkflowTask === true,
      externalWorkflowExecution: signal.externalWorkflowExecution ?? null,
      requestId: signal.requestId,
    },
  });
}
