// Decides on one command for one execution.
import { CloudError } from "#shared/errors";
import type { Command, CommandKind, CommandOf, CommandResults } from "./command.ts";
import { admitUpdate } from "./commands/admit-update.ts";
import { attachRequest } from "./commands/attach-request.ts";
import { callbackAnswered } from "./commands/callback-answered.ts";
import { cancelActivity } from "./commands/cancel-activity.ts";
import { changeActivities } from "./commands/change-activities.ts";
import { childClosed } from "./commands/child-closed.ts";
import { childStartFailed } from "./commands/child-start-failed.ts";
import { childStarted } from "./commands/child-started.ts";
import { completeActivity } from "./commands/complete-activity.ts";
import { completeNexusOperation } from "./commands/complete-nexus-operation.ts";
import { completeWorkflowTask } from "./commands/complete-workflow-task.ts";
import { effectDone } from "./commands/effect-done.ts";
import { externalCancelDone } from "./commands/external-cancel-done.ts";
import { externalSignalDone } from "./commands/external-signal-done.ts";
import { failActivity } from "./commands/fail-activity.ts";
import { failWorkflowTask } from "./commands/fail-workflow-task.ts";
import { heartbeatActivity } from "./commands/heartbeat-activity.ts";
import { makeWay } from "./commands/make-way.ts";
import { nexusCancelAnswered } from "./commands/nexus-cancel-answered.ts";
import { nexusStartAnswered } from "./commands/nexus-start-answered.ts";
import { pauseWorkflow } from "./commands/pause-workflow.ts";
import { requestCancel } from "./commands/request-cancel.ts";
import { resetSticky } from "./commands/reset-sticky.ts";
import { signal } from "./commands/signal.ts";
import { startActivity } from "./commands/start-activity.ts";
import { startWorkflowTask } from "./commands/start-workflow-task.ts";
import { terminate } from "./commands/terminate.ts";
import { unpauseWorkflow } from "./commands/unpause-workflow.ts";
import { updateOptions } from "./commands/update-options.ts";
import { wake } from "./commands/wake.ts";
import { enforceCaps } from "./enforce-caps.ts";
import { needsStartedEvent } from "./missing-events.ts";
import type { DecideContext, Outcome } from "./outcome.ts";
import type { ExecutionState } from "./state.ts";
import { Transition } from "./transition.ts";

type Handlers = {
  [Kind in CommandKind]: (transition: Transition, command: CommandOf<Kind>) => CommandResults[Kind];
};

const HANDLERS: Handlers = {
  signal,
  requestCancel,
  terminate,
  attachRequest,
  startWorkflowTask,
  completeWorkflowTask,
  failWorkflowTask,
  resetSticky,
  startActivity,
  heartbeatActivity,
  completeActivity,
  failActivity,
  cancelActivity,
  wake,
  childStarted,
  childStartFailed,
  childClosed,
  externalSignalDone,
  externalCancelDone,
  nexusStartAnswered,
  nexusCancelAnswered,
  completeNexusOperation,
  callbackAnswered,
  admitUpdate,
  effectDone,
  makeWay,
  changeActivities,
  updateOptions,
  pauseWorkflow,
  unpauseWorkflow,
};

/**
 * Applies `command` to `state`, which is changed in place, and tells what follows from it. Throws CloudError before any
 * change when the command is not possible.
 */
export function decide<Given extends Command>(
  state: ExecutionState,
  command: Given,
  context: DecideContext,
): Outcome<CommandResults[Given["kind"]]> {
  if (needsStartedEvent(state)) {
    throw new CloudError("INTERNAL", "The workflow is not ready. Try again.", {
      internalDetail: `attachEvents was not called for run ${state.runId}`,
    });
  }
  const transition = new Transition(state, context);
  // The table pairs each kind with its own handler; the type system cannot follow a lookup by a generic kind.
  const handler = HANDLERS[command.kind] as unknown as (
    transition: Transition,
    command: Given,
  ) => CommandResults[Given["kind"]];
  const result = handler(transition, command);
  enforceCaps(transition);
  return transition.finish(result);
}
