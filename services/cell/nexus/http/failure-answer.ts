// Errors of handlers and unsuccessful operations as HTTP answers.
import type { HttpAnswer } from "#shared/http";
import type { HandlerError } from "../handler-error.ts";
import { nexusFailureOf, type NexusFailure } from "../nexus-failure.ts";
import {
  FAILURE_SOURCE_HEADER,
  OPERATION_STATE_HEADER,
  RETRYABLE_HEADER,
  statusOfErrorType,
  STATUS_UNSUCCESSFUL,
} from "./protocol.ts";

export interface FailureStyle {
  /** The caller knows failures that have their kind in themselves; others get what is inside. */
  isSupported: boolean;
  /** It was the worker that failed, not the cell. */
  isOfWorker: boolean;
}

/** `failure` in the form of a handler error. */
export function handlerErrorAnswer(failure: NexusFailure, style: FailureStyle): HttpAnswer {
  // Made by `nexusFailureOf` or in its image.
  const { type, retryableOverride } = (failure.details ?? {}) as {
    type?: string;
    retryableOverride?: boolean;
  };
  return failureAnswer(statusOfErrorType(type ?? ""), failure, style, {
    ...(retryableOverride === undefined ? {} : { [RETRYABLE_HEADER]: String(retryableOverride) }),
  });
}

export function answerOfHandlerError(error: HandlerError, style: FailureStyle): HttpAnswer {
  return handlerErrorAnswer(nexusFailureOf(error.failure), style);
}

/** `failure` in the form of an operation error. */
export function unsuccessfulAnswer(
  state: "failed" | "canceled",
  failure: NexusFailure,
  style: FailureStyle,
): HttpAnswer {
  return failureAnswer(STATUS_UNSUCCESSFUL, failure, style, { [OPERATION_STATE_HEADER]: state });
}

function failureAnswer(
  status: number,
  failure: NexusFailure,
  { isSupported, isOfWorker }: FailureStyle,
  headers: Record<string, string>,
): HttpAnswer {
  const told = isSupported ? failure : (failure.cause ?? failure);
  return {
    status,
    headers: {
      "content-type": "application/json",
      ...headers,
      ...(isOfWorker ? { [FAILURE_SOURCE_HEADER]: "worker" } : {}),
    },
    body: JSON.stringify(told),
  };
}
