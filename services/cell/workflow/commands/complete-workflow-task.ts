// The worker's answer to a workflow task: its commands and messages are checked, then applied in one transition.
import { actionsOfTaskCompletion } from "#usage/actions";
import { CloudError } from "#shared/errors";
import { startAttempt } from "../activities/start-activity.ts";
import type { CommandOf, CompletedWorkflowTask, StartedActivity } from "../command.ts";
import { isPaused, requireRunning } from "../running.ts";
import { checkCommandSequence, prepareCommands } from "../task-commands/index.ts";
import { Plan, type Completion } from "../task-commands/plan.ts";
import type { Apply } from "../task-commands/task-command.ts";
import type { Transition } from "../transition.ts";
import { checkWorkerVersion } from "../versioning/worker-version.ts";
import { numberOf } from "../wire-numbers.ts";
import { completeTask, keepSticky } from "../workflow-task/complete-task.ts";
import { followUpTask } from "../workflow-task/follow-up-task.ts";
import { heldTask } from "../workflow-task/held-task.ts";
import { isHeartbeatTimedOut, timeOutHeartbeat } from "../workflow-task/heartbeat.ts";
import { refuseTask } from "../workflow-task/refuse-task.ts";
import { rejectUnprocessed } from "../updates/reject-unprocessed.ts";

export function completeWorkflowTask(
  transition: Transition,
  command: CommandOf<"completeWorkflowTask">,
): CompletedWorkflowTask {
  requireRunning(transition);
  const { state, context } = transition;
  const task = heldTask(state, command.task);
  const { request } = command;
  const commands = request.commands ?? [];
  checkWorkerVersion(request);
  if (isPaused(state) && request.forceCreateNewWorkflowTask === true) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "Workflow is paused and force create new workflow task is not allowed.",
    );
  }
  checkCommandSequence(commands, context.limits.commandsMax);
  if (isHeartbeatTimedOut(transition, task, request)) return timeOutHeartbeat(transition, task);
  const plan = new Plan(transition, task, request.messages ?? []);
  const applies = prepareCommands(plan, commands);
  if (!Array.isArray(applies)) return refuseTask(transition, task, request, applies);
  const isHeartbeat = request.forceCreateNewWorkflowTask === true;
  const completed = completeTask(transition, task, request);
  const bill = actionsOfTaskCompletion({
    commands,
    // Without the event that would tell of them, retries of local activities are not billed.
    meteringMetadata: completed === undefined ? undefined : request.meteringMetadata,
    isHeartbeat,
    acceptedUpdates: plan.acceptedUpdates.size,
    rejectedUpdates: plan.rejectedUpdates.size,
  });
  keepSticky(transition, request);
  const completion: Completion = {
    transition,
    completedEventId: numberOf(completed?.eventId),
    identity: request.identity ?? "",
    eagerActivities: [],
    needsTask: false,
  };
  applyAll(applies, completion);
  for (const { kind, count } of bill) transition.bill(kind, count);
  if (!isHeartbeat) rejectUnprocessed(transition);
  const eagerActivities = startEagerly(completion, () => context.ids.uuid());
  const newTask = followUpTask(transition, task, request, completion.needsTask);
  return {
    refusal: undefined,
    newTask,
    eagerActivities,
    resetHistoryEventId: completed === undefined ? state.lastCompletedTaskStartedEventId : 0,
  };
}

function applyAll(applies: readonly Apply[], completion: Completion): void {
  for (const apply of applies) apply(completion);
}

/** Activities that the worker may run itself, unless they were canceled or the workflow closed in the same answer. */
function startEagerly(completion: Completion, uuid: () => string): StartedActivity[] {
  const { transition, identity } = completion;
  const started: StartedActivity[] = [];
  for (const scheduledEventId of completion.eagerActivities) {
    const activity = transition.state.activities.get(scheduledEventId);
    if (activity === undefined) continue;
    started.push(startAttempt(transition, activity, { requestId: uuid(), identity }));
  }
  return started;
}
