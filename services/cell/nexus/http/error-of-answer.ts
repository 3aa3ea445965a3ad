// What an answer by which an address refuses a request means to the caller: the error of its handler, or something that
// the protocol does not know.
import { HandlerError } from "../handler-error.ts";
import { failureOfNexus, isHandlerError, type NexusFailure } from "../nexus-failure.ts";
import { PostError, type PostAnswer } from "./post.ts";
import { errorTypeOfStatus, isJsonType, RETRYABLE_HEADER } from "./protocol.ts";
import { readNexusFailure } from "./read-failure.ts";

export function errorOfAnswer(answer: PostAnswer): HandlerError | PostError {
  const told = failureOfAnswer(answer);
  try {
    if (told !== undefined && isHandlerError(told)) return HandlerError.ofFailure(failureOfNexus(told));
    const type = errorTypeOfStatus(answer.status);
    if (type === undefined) return unexpectedAnswer(`unexpected response status: ${statusOf(answer)}`, told);
    const isRetryable = isRetryableByHeader(answer);
    return new HandlerError(type, "", {
      ...(isRetryable === undefined ? {} : { isRetryable }),
      ...(told === undefined ? {} : { cause: failureOfNexus(told) }),
    });
  } catch {
    return unexpectedAnswer("failed to convert Failure to error", told);
  }
}

/** An answer that is not what the protocol says. */
export function unexpectedAnswer(message: string, told?: NexusFailure): PostError {
  return new PostError("unexpected", told?.message ? `${message}: ${told.message}` : message);
}

/** Undefined when the answer carries none. */
export function failureOfAnswer({ headers, body }: PostAnswer): NexusFailure | undefined {
  if (!isJsonType(headers["content-type"])) return undefined;
  try {
    return readNexusFailure(body);
  } catch {
    return undefined;
  }
}

function statusOf({ status, statusText }: PostAnswer): string {
  return JSON.stringify(`${status} ${statusText}`.trim());
}

function isRetryableByHeader({ headers }: PostAnswer): boolean | undefined {
  const said = headers[RETRYABLE_HEADER]?.toLowerCase();
  return said === "true" || said === "false" ? said === "true" : undefined;
}
