// Why a Nexus request was not served: the error types of the Nexus protocol, and which of them are worth another try.
import type { temporal } from "#contracts";
import type { CloudError } from "#shared/errors";
import { isRetryableBy, retryBehaviorOf } from "./retry-behavior.ts";

type Failure = temporal.api.failure.v1.IFailure;

const FINAL_TYPES: ReadonlySet<string> = new Set([
  "BAD_REQUEST",
  "UNAUTHENTICATED",
  "UNAUTHORIZED",
  "NOT_FOUND",
  "NOT_IMPLEMENTED",
  "CONFLICT",
]);

export interface HandlerErrorOptions {
  /** Overrides what the type says. */
  isRetryable?: boolean;
  cause?: Failure | undefined;
  /** As a handler told it, instead of one that is made of type and message. */
  failure?: Failure;
}

/** An expected failure of a Nexus request. `type` is one of the protocol's, or what a handler made up. */
export class HandlerError extends Error {
  readonly type: string;
  readonly isRetryable: boolean;
  /** As callers and their workflows see it. */
  readonly failure: Failure;

  constructor(type: string, message: string, options: HandlerErrorOptions = {}) {
    super(`handler error (${type === "" ? "INTERNAL" : type})${message === "" ? "" : `: ${message}`}`);
    this.name = "HandlerError";
    this.type = type;
    this.isRetryable = options.isRetryable ?? !FINAL_TYPES.has(type);
    this.failure = options.failure ?? {
      message,
      nexusHandlerFailureInfo: { type, retryBehavior: retryBehaviorOf(options.isRetryable) },
      cause: options.cause ?? null,
    };
  }

  /** For a failure that is a handler error. */
  static ofFailure(failure: Failure): HandlerError {
    const type = failure.nexusHandlerFailureInfo?.type ?? "";
    const isRetryable = isRetryableHandlerFailure(failure);
    return new HandlerError(type, failure.message ?? "", { isRetryable, failure });
  }
}

/** Whether a failure that a handler gave as its error is worth another try. */
export function isRetryableHandlerFailure(failure: Failure): boolean {
  const info = failure.nexusHandlerFailureInfo;
  return isRetryableBy(info?.retryBehavior) ?? !FINAL_TYPES.has(info?.type ?? "");
}

/** What went wrong in the cell, as strangers are told it: that something is not there, and else only the kind. */
export function handlerErrorOf({ code, publicMessage }: CloudError): HandlerError {
  switch (code) {
    case "NOT_FOUND":
    case "RESOURCE_EXHAUSTED":
      return new HandlerError(code, publicMessage);
    case "INVALID_ARGUMENT":
    case "FAILED_PRECONDITION":
    case "ALREADY_EXISTS":
      return new HandlerError("BAD_REQUEST", "bad request");
    case "ABORTED":
    case "UNAVAILABLE":
      return new HandlerError("UNAVAILABLE", "service unavailable");
    case "DEADLINE_EXCEEDED":
      return new HandlerError("UPSTREAM_TIMEOUT", "request timeout");
    default:
      return new HandlerError("INTERNAL", "internal error");
  }
}
