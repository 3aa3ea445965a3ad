// The run that follows this one: continue-as-new, workflow retry and cron. It begins in the same transaction.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { callbackCodec } from "../message-codecs.ts";
import { inheritedResetPoints } from "../resetting/reset-points.ts";
import { isRetryable, nextAttempt, requestedDelayMs, type RetryDecision } from "../retry-policy.ts";
import { startExecution } from "../start-execution.ts";
import type { Continuation, StartInput } from "../start-input.ts";
import type { ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";
import { repeatedVersioning, type Inheritance } from "../versioning/inherit-versioning.ts";
import { messageOfOverride } from "../versioning/override.ts";
import { durationOf } from "../wire-numbers.ts";
import { cronBackoffMs } from "./cron.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type Failure = temporal.api.failure.v1.IFailure;
type Payloads = temporal.api.common.v1.IPayloads;
const { ContinueAsNewInitiator, RetryState } = temporal.api.enums.v1;

/** How the chain goes on after a close that may be retried or scheduled again. */
export interface NextRunPlan {
  /** Empty when the chain ends. */
  newRunId: string;
  retryState: temporal.api.enums.v1.RetryState;
  begin: () => void;
}

interface NextRun {
  runId: string;
  continues: Continuation;
  versioning: Inheritance;
}

export interface Ending {
  failure?: Failure | undefined;
  result?: Payloads | null | undefined;
  /** False for a success: then only cron goes on. */
  mayRetry: boolean;
}

export function planNextRun(transition: Transition, ending: Ending): NextRunPlan {
  const { state, now, context } = transition;
  const retry = ending.mayRetry ? retryDecision(transition, ending.failure) : undefined;
  const retryState =
    retry === undefined || retry.delayMs !== undefined
      ? RetryState.RETRY_STATE_IN_PROGRESS
      : retry.retryState;
  const { CONTINUE_AS_NEW_INITIATOR_RETRY, CONTINUE_AS_NEW_INITIATOR_CRON_SCHEDULE } = ContinueAsNewInitiator;
  let initiator = CONTINUE_AS_NEW_INITIATOR_RETRY;
  let backoffMs = retry?.delayMs;
  if (backoffMs === undefined) {
    initiator = CONTINUE_AS_NEW_INITIATOR_CRON_SCHEDULE;
    backoffMs = cronBackoffMs(state.cronSchedule, state.executionAt, now);
  }
  if (backoffMs === undefined) return { newRunId: "", retryState, begin: () => undefined };
  const newRunId = context.ids.orderedUuid(context.now);
  const input = inputOfSameStart(state, newRunId, {
    ...baseContinuation(transition, initiator),
    attempt: initiator === CONTINUE_AS_NEW_INITIATOR_RETRY ? state.attempt + 1 : 1,
    backoffMs: minimalBackoff(transition, backoffMs),
    failure: ending.failure,
    lastCompletionResult: ending.result ?? startedOf(state).lastCompletionResult,
    callbacks: initiator === CONTINUE_AS_NEW_INITIATOR_RETRY ? state.callbacks : [],
  });
  return { newRunId, retryState, begin: () => beginRun(transition, input) };
}

function retryDecision(transition: Transition, failure: Failure | undefined): RetryDecision {
  const { state, now } = transition;
  const policy = state.retryPolicy;
  if (policy === undefined) {
    return { delayMs: undefined, retryState: RetryState.RETRY_STATE_RETRY_POLICY_NOT_SET };
  }
  if (!isRetryable(failure, policy.nonRetryableErrorTypes)) {
    return { delayMs: undefined, retryState: RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE };
  }
  return nextAttempt({
    policy,
    attempt: state.attempt,
    now,
    expiresAt: state.executionExpiresAt,
    delayMs: requestedDelayMs(failure),
    maximumIntervalMs: policy.maximumIntervalMs,
  });
}

function startedOf(state: ExecutionState): temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes {
  if (state.started === undefined) {
    throw new CloudError("INTERNAL", "The workflow cannot go on now. Try again.", {
      internalDetail: `the started event of ${state.runId} is not attached`,
    });
  }
  return state.started;
}

/** A chain that closes at once would spin: the next run begins at least a second after this one began. */
export function minimalBackoff(transition: Transition, backoffMs: number): number {
  const { state, now, context } = transition;
  const sinceExecution = now - state.executionAt;
  const lifetimeMs = sinceExecution >= 0 ? sinceExecution : Math.max(0, now - state.startedAt);
  const minimum = context.limits.continueAsNewIntervalMsMin;
  return lifetimeMs + backoffMs < minimum ? minimum - lifetimeMs : backoffMs;
}

export function baseContinuation(
  { state, now, context }: Transition,
  initiator: temporal.api.enums.v1.ContinueAsNewInitiator,
): Continuation {
  const retentionMs = context.retentionMs?.(state.namespaceId) ?? 0;
  return {
    continuedRunId: state.runId,
    firstRunId: state.firstRunId,
    attempt: 1,
    initiator,
    backoffMs: 0,
    executionExpiresAt: state.executionExpiresAt,
    failure: undefined,
    lastCompletionResult: undefined,
    resetPoints: inheritedResetPoints(state, { now, retentionMs }),
    callbacks: state.callbacks,
  };
}

/** The next run is asked for as this one was. */
function inputOfSameStart(state: ExecutionState, runId: string, continues: Continuation): StartInput {
  const started = startedOf(state);
  const isRetry = continues.initiator === ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_RETRY;
  const versioning = repeatedVersioning(state, started, { isRetry });
  return inputOfNextRun(
    state,
    { runId, continues, versioning },
    {
      taskQueue: { name: state.taskQueue },
      workflowType: { name: state.workflowType },
      workflowRunTimeout: started.workflowRunTimeout ?? null,
      workflowTaskTimeout: started.workflowTaskTimeout ?? null,
      input: started.input ?? null,
      header: started.header ?? null,
      retryPolicy: started.retryPolicy ?? null,
      cronSchedule: state.cronSchedule,
      memo: started.memo ?? null,
      searchAttributes: started.searchAttributes ?? null,
      priority: started.priority ?? null,
    },
  );
}

export function inputOfNextRun(
  state: ExecutionState,
  { runId, continues, versioning }: NextRun,
  request: StartRequest,
): StartInput {
  return {
    namespace: state.namespace,
    namespaceId: state.namespaceId,
    origin: state.parent === undefined ? "client" : "child",
    runId,
    ...(state.parent === undefined
      ? {}
      : { parent: state.parent, root: { workflowId: state.rootWorkflowId, runId: state.rootRunId } }),
    continues,
    inherited: versioning.inherited,
    request: {
      ...request,
      namespace: state.namespace,
      workflowId: state.workflowId,
      requestId: `${state.runId}:next`,
      workflowExecutionTimeout: state.executionTimeoutMs > 0 ? durationOf(state.executionTimeoutMs) : null,
      completionCallbacks: continues.callbacks.map(({ callback }) => callbackCodec.decode(callback)),
      versioningOverride: messageOfOverride(versioning.override),
    },
  };
}

export function beginRun(transition: Transition, input: StartInput): void {
  transition.newRun = startExecution(input, transition.context);
}
