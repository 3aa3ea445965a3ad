// Begins a run: its first events and its state.
import { actionOfStart, type StartCall } from "#usage/actions";
import { newState } from "./new-state.ts";
import type { DecideContext, Outcome } from "./outcome.ts";
import { recordSignal } from "./signals/record-signal.ts";
import type { StartInput, StartOrigin, StartResult } from "./start-input.ts";
import { checkStart } from "./starting/check-start.ts";
import { startedEventOf } from "./starting/started-event.ts";
import type { ExecutionState } from "./state.ts";
import { Transition } from "./transition.ts";
import { scheduleTask } from "./workflow-task/schedule-task.ts";
import { startTask } from "./workflow-task/start-task.ts";
import { startedTaskAnswer } from "./workflow-task/started-task.ts";

const CALL: Record<StartOrigin, StartCall> = {
  client: "start_workflow",
  multiOperation: "start_workflow_multi_operation",
  signalWithStart: "signal_workflow_with_start",
  child: "start_workflow",
};

/** Event id under which the run remembers its own start request. */
const STARTED_EVENT_ID = 1;

/** Makes the state of a new run. Throws CloudError INVALID_ARGUMENT when the request is not acceptable. */
export function startExecution(
  input: StartInput,
  context: DecideContext,
): { state: ExecutionState; outcome: Outcome<StartResult> } {
  const { request } = input;
  if (input.continues === undefined) checkStart(request, context, input.namespaceId);
  const runId = input.runId ?? context.ids.orderedUuid(context.now);
  const { namespace, namespaceId } = input;
  const state = newState({ namespace, namespaceId, workflowId: request.workflowId ?? "", runId });
  const transition = new Transition(state, context);
  const event = startedEventOf(input, runId, context);
  transition.add(event);
  state.startRequestId = request.requestId ?? "";
  if (state.startRequestId !== "") state.startRequestIds[state.startRequestId] = STARTED_EVENT_ID;
  billStart(transition, input, event.workflowExecutionStartedEventAttributes ?? {});
  if (input.signal !== undefined) recordSignal(transition, input.signal);
  const eagerTask = firstTask(transition, input);
  return { state, outcome: transition.finish({ runId, eagerTask }) };
}

function billStart(
  transition: Transition,
  input: StartInput,
  started: Parameters<typeof actionOfStart>[0],
): void {
  const action = actionOfStart(started, CALL[input.origin]);
  if (action !== undefined) transition.bill(action.kind, action.count);
}

function firstTask(transition: Transition, input: StartInput): StartResult["eagerTask"] {
  const { state, context } = transition;
  const worker = input.request.requestEagerExecution === true ? input.eagerWorker : undefined;
  const task = scheduleTask(transition, { isHandedOver: worker !== undefined });
  if (task === undefined || worker === undefined) return undefined;
  const poller = { ...worker, requestId: context.ids.uuid(), taskQueue: state.taskQueue };
  const started = startTask(transition, task, poller);
  return startedTaskAnswer(state, started, { resendsUpdates: true });
}
