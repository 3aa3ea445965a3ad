// The run was reset: it remembers the run that goes on from its past, and ends when it is the open one. Its children stay,
// because the new run knows them; nobody is told of its end, because it is none.
import { temporal } from "#contracts";
import { closeExecution } from "../closing/close-execution.ts";
import type { CommandOf } from "../command.ts";
import type { Transition } from "../transition.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED } = temporal.api.enums.v1.EventType;

export function makeWay(transition: Transition, command: CommandOf<"makeWay">): undefined {
  const { state } = transition;
  if (command.resetRunId !== undefined) {
    state.resetRunId = command.resetRunId;
    transition.isDurable = true;
  }
  if (command.terminateReason === undefined || !transition.isRunning) return undefined;
  const event = {
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED,
    workflowExecutionTerminatedEventAttributes: {
      reason: command.terminateReason,
      identity: "history-resetter",
    },
  };
  closeExecution(transition, event, { keepsChildren: command.resetRunId !== undefined, isReset: true });
  return undefined;
}
