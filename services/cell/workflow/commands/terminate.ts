// Ends the run at once; the workflow is not asked.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED } = temporal.api.enums.v1.EventType;

export function terminate(transition: Transition, command: CommandOf<"terminate">): undefined {
  requireRunning(transition);
  terminateRun(transition, command);
  return undefined;
}

export interface Termination {
  reason: string;
  details?: temporal.api.common.v1.IPayloads | null | undefined;
  identity: string;
  links?: temporal.api.common.v1.ILink[] | null | undefined;
}

export function terminateRun(transition: Transition, termination: Termination): void {
  closeExecution(transition, {
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
    links: termination.links ?? [],
    workflowExecutionTerminatedEventAttributes: {
      reason: termination.reason,
      details: termination.details ?? null,
      identity: termination.identity,
    },
  });
}
