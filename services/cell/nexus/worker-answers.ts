// What a worker's answer to a Nexus request means to the caller of the operation.
import type { temporal } from "#contracts";
import { callFailure, type CallFailed, type CancelAnswer, type StartAnswer } from "../workflow/index.ts";
import { HandlerError, isRetryableHandlerFailure } from "./handler-error.ts";
import type { PostError } from "./http/post.ts";
import { linksOfNexus } from "./links.ts";
import { failureOfNexus, nexusFailureOfMessage } from "./nexus-failure.ts";
import type { NexusTaskOutcome } from "./nexus-tasks.ts";

type Failure = temporal.api.failure.v1.IFailure;
type Payload = temporal.api.common.v1.IPayload;
type StartResponse = temporal.api.nexus.v1.IStartOperationResponse;

/** No value, in the form that SDKs give it. */
export const NO_PAYLOAD: Payload = { metadata: { encoding: Buffer.from("binary/null") } };

export function startAnswerOf(outcome: NexusTaskOutcome): StartAnswer {
  if (outcome.kind !== "answered") return callFailed(outcome);
  return answerOfResponse(outcome.response.startOperation ?? {});
}

export function cancelAnswerOf(outcome: NexusTaskOutcome): CancelAnswer {
  return outcome.kind === "answered" ? { kind: "accepted" } : callFailed(outcome);
}

function answerOfResponse(response: StartResponse): StartAnswer {
  const { syncSuccess, asyncSuccess, operationError, failure } = response;
  if (syncSuccess != null) {
    const result = syncSuccess.payload ?? NO_PAYLOAD;
    return { kind: "succeeded", result, links: linksOfNexus(syncSuccess.links) };
  }
  if (asyncSuccess != null) {
    const operationToken = asyncSuccess.operationToken || asyncSuccess.operationId || "";
    return { kind: "started", operationToken, links: linksOfNexus(asyncSuccess.links) };
  }
  if (failure != null) {
    const state = failure.canceledFailureInfo == null ? "failed" : "canceled";
    return { kind: "unsuccessful", state, failure, links: [] };
  }
  if (operationError != null) {
    const state = operationError.operationState === "canceled" ? "canceled" : "failed";
    const cause = failureOfNexus(nexusFailureOfMessage(operationError.failure));
    return { kind: "unsuccessful", state, failure: cause, links: [] };
  }
  return answerOfError(new HandlerError("INTERNAL", "empty outcome"));
}

function callFailed(outcome: Exclude<NexusTaskOutcome, { kind: "answered" }>): CallFailed {
  switch (outcome.kind) {
    case "failed": {
      // Where a failure came from does not travel with the errors of handlers.
      const { source: _source, ...failure } = outcome.failure;
      return { kind: "callFailed", failure, isRetryable: isRetryableHandlerFailure(failure) };
    }
    case "handlerError": {
      const { errorType, retryBehavior } = outcome.error;
      const failure: Failure = {
        message: "",
        nexusHandlerFailureInfo: { type: errorType ?? "", retryBehavior: retryBehavior ?? 0 },
        cause: failureOfNexus(nexusFailureOfMessage(outcome.error.failure)),
      };
      return { kind: "callFailed", failure, isRetryable: isRetryableHandlerFailure(failure) };
    }
    case "timedOut":
      return answerOfError(new HandlerError("UPSTREAM_TIMEOUT", "upstream timeout"));
  }
}

export function answerOfError({ failure, isRetryable }: HandlerError): CallFailed {
  return { kind: "callFailed", failure, isRetryable };
}

export function answerOfPostError({ message, isRetryable }: PostError): CallFailed {
  return { kind: "callFailed", failure: callFailure(message, isRetryable), isRetryable };
}
