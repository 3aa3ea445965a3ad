// Completion callbacks as DescribeWorkflowExecution tells of them.
import { temporal } from "#contracts";
import { callbackCodec } from "../message-codecs.ts";
import { describeDelivery } from "../nexus/delivery.ts";
import type { ExecutionState } from "../state.ts";
import { timestampOf } from "../wire-numbers.ts";
import type { CompletionCallback } from "./completion-callback.ts";

const { CallbackState } = temporal.api.enums.v1;

export function describeCallbacks({ callbacks }: ExecutionState): temporal.api.workflow.v1.ICallbackInfo[] {
  return callbacks.map((callback) => ({
    callback: callbackCodec.decode(callback.callback),
    trigger: { workflowClosed: {} },
    registrationTime: timestampOf(callback.registeredAt),
    state: stateOf(callback),
    ...describeDelivery(callback),
  }));
}

function stateOf({ stage, isBackingOff }: CompletionCallback): temporal.api.enums.v1.CallbackState {
  switch (stage) {
    case "standby":
      return CallbackState.CALLBACK_STATE_STANDBY;
    case "due":
      return isBackingOff ? CallbackState.CALLBACK_STATE_BACKING_OFF : CallbackState.CALLBACK_STATE_SCHEDULED;
    case "succeeded":
      return CallbackState.CALLBACK_STATE_SUCCEEDED;
    case "failed":
      return CallbackState.CALLBACK_STATE_FAILED;
  }
}
