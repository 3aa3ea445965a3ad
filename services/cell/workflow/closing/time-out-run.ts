// The run or its execution has lived too long: it is closed, and tried again if it may be and there is time.
import { temporal } from "#contracts";
import type { Transition } from "../transition.ts";
import { closeExecution } from "./close-execution.ts";
import { planNextRun } from "./next-run.ts";

type Failure = temporal.api.failure.v1.IFailure;
const { EventType, RetryState, TimeoutType } = temporal.api.enums.v1;

const RUN_TIMED_OUT: Failure = {
  message: "workflow timeout",
  source: "Server",
  timeoutFailureInfo: { timeoutType: TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE },
};

export function timeOutRun(transition: Transition): void {
  const { state, now } = transition;
  const hasTime = state.executionExpiresAt === 0 || state.executionExpiresAt > now;
  const next = hasTime ? planNextRun(transition, { failure: RUN_TIMED_OUT, mayRetry: true }) : undefined;
  closeExecution(transition, {
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT,
    workflowExecutionTimedOutEventAttributes: {
      retryState: next?.retryState ?? RetryState.RETRY_STATE_TIMEOUT,
      newExecutionRunId: next?.newRunId ?? "",
    },
  });
  next?.begin();
}
