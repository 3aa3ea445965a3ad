// A signal for the run: at most once per request id.
import { CloudError } from "#shared/errors";
import type { CommandOf, CommandResults } from "../command.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import { requireRunning } from "../running.ts";
import { recordSignal } from "../signals/record-signal.ts";
import type { Transition } from "../transition.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const ACTION = {
  client: "signal_workflow",
  workflow: "signal_external_workflow",
  signalWithStart: "signal_workflow_with_start",
} as const;

export function signal(transition: Transition, command: CommandOf<"signal">): CommandResults["signal"] {
  const { state, context } = transition;
  const { requestId, signalName, input } = command.signal;
  if (requestId !== "" && state.signalRequestIds.has(requestId)) return { isDuplicate: true };
  requireRunning(transition);
  const { limits } = context;
  if (signalName === "") throw new CloudError("INVALID_ARGUMENT", "SignalName is not set on request.");
  if (Buffer.byteLength(signalName) > limits.idBytesMax) {
    throw new CloudError("INVALID_ARGUMENT", "SignalName length exceeds limit.");
  }
  if (bytesOfPayloads(input) > limits.blobBytesMax) {
    throw new CloudError("INVALID_ARGUMENT", "Blob data size exceeds limit.");
  }
  if (state.signalCount >= limits.signalsMax) {
    throw new CloudError("INVALID_ARGUMENT", "exceeded workflow execution limit for signal events");
  }
  recordSignal(transition, command.signal);
  transition.bill(ACTION[command.origin]);
  // Who starts with a signal does not wait for the delay of the run that is there already.
  if (command.origin === "signalWithStart") state.firstTaskAt = 0;
  scheduleTask(transition);
  return { isDuplicate: false };
}
