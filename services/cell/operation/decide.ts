// Every change of a standalone Nexus operation: pure, in place. What it answers is to be done when the change is durable.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { EpochMs } from "#shared/clock";
import {
  backOff,
  failureCodec,
  linkCodec,
  newDelivery,
  payloadCodec,
  recordAttempt,
  recordFailure,
  resumeDelivery,
  timeoutCause,
  type CancelAnswer,
  type Limits,
  type OperationOutcome,
  type StartAnswer,
} from "../workflow/index.ts";
import { STATUS, type HandlerCall, type OperationState, type Status } from "./state.ts";
import { deadlineOf } from "./times.ts";

type Failure = temporal.api.failure.v1.IFailure;
type Link = temporal.api.common.v1.ILink;

/** An operation has links to its start and to its end. */
const LINKS_MAX = 100;

export type OperationCommand =
  | { kind: "startAnswered"; attempt: number; answer: StartAnswer }
  | { kind: "cancelAnswered"; attempt: number; answer: CancelAnswer }
  | {
      kind: "complete";
      requestId: string;
      outcome: OperationOutcome;
      /** For a completion that overtakes the answer to the start. */
      operationToken: string;
      startedAt: EpochMs | undefined;
      links: Link[];
    }
  | { kind: "requestCancel"; requestId: string; reason: string }
  | { kind: "terminate"; requestId: string; reason: string; identity: string }
  | { kind: "wake" };

export interface DecideContext {
  now: EpochMs;
  limits: Limits;
}

/** The calls that became due. Throws before anything is changed. */
export function decideOperation(
  state: OperationState,
  command: OperationCommand,
  context: DecideContext,
): HandlerCall[] {
  const calls = change(state, command, context);
  state.transitionCount += 1;
  return calls;
}

function change(state: OperationState, command: OperationCommand, context: DecideContext): HandlerCall[] {
  switch (command.kind) {
    case "startAnswered":
      return startAnswered(state, command, context);
    case "cancelAnswered":
      return cancelAnswered(state, command, context);
    case "complete": {
      if (state.handlerRequestId !== command.requestId)
        throw new CloudError("NOT_FOUND", "operation not found");
      if (state.closedAt > 0) throw refused("operation already completed");
      if (state.startedAt === 0) start(state, command, context);
      close(state, command.outcome, context);
      return [];
    }
    case "requestCancel":
      return requestCancel(state, command, context);
    case "terminate": {
      if (state.terminateRequestId !== "") {
        if (state.terminateRequestId === command.requestId) return [];
        throw refused(`already terminated with request ID ${state.terminateRequestId}`);
      }
      if (state.closedAt > 0 && state.status !== STATUS.canceled)
        throw refused("operation already completed");
      const { reason: message, identity } = command;
      state.terminateRequestId = command.requestId;
      fail(state, STATUS.terminated, { message, terminatedFailureInfo: { identity } }, context);
      return [];
    }
    case "wake":
      return wake(state, context);
  }
}

function refused(message: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", message);
}

function startAnswered(
  state: OperationState,
  { attempt, answer }: { attempt: number; answer: StartAnswer },
  context: DecideContext,
): HandlerCall[] {
  const { now, limits } = context;
  const isWaiting =
    state.closedAt === 0 && state.startedAt === 0 && state.attempt === attempt && !state.isBackingOff;
  if (!isWaiting) throw new CloudError("NOT_FOUND", "operation not found");
  switch (answer.kind) {
    case "started":
      recordAttempt(state, now);
      return start(state, answer, context);
    case "succeeded":
    case "unsuccessful":
      recordAttempt(state, now);
      addLinks(state, answer.links);
      close(state, answer, context);
      return [];
    case "outOfTime":
      recordAttempt(state, now);
      fail(state, STATUS.timedOut, timeoutCause(answer.timeoutType), context);
      return [];
    case "callFailed":
      if (answer.isRetryable) {
        backOff(state, answer.failure, { now, seed: state.handlerRequestId, limits });
        return [];
      }
      recordAttempt(state, now);
      recordFailure(state, answer.failure, limits);
      fail(state, STATUS.failed, answer.failure, context);
      return [];
  }
}

function start(
  state: OperationState,
  told: { operationToken: string; links: Link[]; startedAt?: EpochMs | undefined },
  { now }: DecideContext,
): HandlerCall[] {
  resumeDelivery(state);
  state.startedAt = told.startedAt ?? now;
  state.operationToken = told.operationToken;
  addLinks(state, told.links);
  if (state.cancel?.stage !== "waiting") return [];
  state.cancel.stage = "due";
  return ["cancel"];
}

function cancelAnswered(
  { cancel, closedAt, runId }: OperationState,
  { attempt, answer }: { attempt: number; answer: CancelAnswer },
  { now, limits }: DecideContext,
): HandlerCall[] {
  const isWaiting =
    closedAt === 0 && cancel?.stage === "due" && cancel.attempt === attempt && !cancel.isBackingOff;
  if (!isWaiting) throw new CloudError("NOT_FOUND", "operation not found");
  switch (answer.kind) {
    case "accepted":
      recordAttempt(cancel, now);
      cancel.stage = "succeeded";
      return [];
    case "outOfTime":
      recordAttempt(cancel, now);
      cancel.stage = "timedOut";
      recordFailure(
        cancel,
        { message: "operation timed out before cancellation could be delivered" },
        limits,
      );
      return [];
    case "callFailed":
      if (answer.isRetryable) {
        backOff(cancel, answer.failure, { now, seed: runId, limits });
        return [];
      }
      recordAttempt(cancel, now);
      recordFailure(cancel, answer.failure, limits);
      cancel.stage = "failed";
      return [];
  }
}

function requestCancel(
  state: OperationState,
  { requestId, reason }: { requestId: string; reason: string },
  { now }: DecideContext,
): HandlerCall[] {
  if (state.cancel?.requestId === requestId) return [];
  if (state.closedAt > 0) throw refused("operation already completed");
  if (state.cancel !== undefined)
    throw refused(`cancellation already requested with request ID ${state.cancel.requestId}`);
  const isDue = state.startedAt > 0;
  state.cancel = {
    ...newDelivery(),
    requestId,
    reason,
    requestedAt: now,
    stage: isDue ? "due" : "waiting",
  };
  return isDue ? ["cancel"] : [];
}

function wake(state: OperationState, context: DecideContext): HandlerCall[] {
  const { now } = context;
  if (state.closedAt > 0) return [];
  const deadline = deadlineOf(state);
  if (deadline !== undefined && deadline.at <= now) {
    fail(state, STATUS.timedOut, timeoutCause(deadline.type), context);
    return [];
  }
  const calls: HandlerCall[] = [];
  if (state.isBackingOff && state.nextAttemptAt <= now) {
    resumeDelivery(state);
    calls.push("start");
  }
  if (state.cancel?.isBackingOff === true && state.cancel.nextAttemptAt <= now) {
    resumeDelivery(state.cancel);
    calls.push("cancel");
  }
  return calls;
}

function close(state: OperationState, outcome: OperationOutcome, context: DecideContext): void {
  if (outcome.kind === "unsuccessful") {
    fail(state, outcome.state === "canceled" ? STATUS.canceled : STATUS.failed, outcome.failure, context);
    return;
  }
  const result = payloadCodec.encode(outcome.result ?? {});
  if (result.length > context.limits.blobBytesMax)
    throw new CloudError("INVALID_ARGUMENT", "result exceeds size limit");
  state.result = result;
  end(state, STATUS.completed, context);
}

function fail(state: OperationState, status: Status, failure: Failure, context: DecideContext): void {
  state.failure = failureCodec.encode(failure);
  end(state, status, context);
}

function end(state: OperationState, status: Status, { now }: DecideContext): void {
  state.status = status;
  state.closedAt = now;
  resumeDelivery(state);
  if (state.cancel !== undefined) resumeDelivery(state.cancel);
}

function addLinks(state: OperationState, links: readonly Link[]): void {
  for (const link of links.slice(0, LINKS_MAX - state.links.length)) state.links.push(linkCodec.encode(link));
}

/** What is under way, to be asked again after a crash. */
export function pendingCalls(state: OperationState): HandlerCall[] {
  if (state.closedAt > 0) return [];
  if (state.startedAt === 0) return state.isBackingOff ? [] : ["start"];
  return state.cancel?.stage === "due" && !state.cancel.isBackingOff ? ["cancel"] : [];
}
