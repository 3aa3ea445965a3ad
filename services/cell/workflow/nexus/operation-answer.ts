// What came of a call to the handler of a Nexus operation, as the runtime tells it to the core.
import type { temporal } from "#contracts";

type Failure = temporal.api.failure.v1.IFailure;
type Payload = temporal.api.common.v1.IPayload;
type Link = temporal.api.common.v1.ILink;

/** How an operation ended. `failure` is the cause, as the handler told it. */
export type OperationOutcome =
  | { kind: "succeeded"; result: Payload | undefined }
  | { kind: "unsuccessful"; state: "failed" | "canceled"; failure: Failure };

/** The call did not lead to an answer of the operation. */
export interface CallFailed {
  kind: "callFailed";
  failure: Failure;
  isRetryable: boolean;
}

/** There was too little time left to make the call. */
export interface OutOfTime {
  kind: "outOfTime";
  timeoutType: temporal.api.enums.v1.TimeoutType;
}

export type StartAnswer =
  | { kind: "started"; operationToken: string; links: Link[] }
  | (OperationOutcome & { links: Link[] })
  | CallFailed
  | OutOfTime;

export type CancelAnswer = { kind: "accepted" } | CallFailed | OutOfTime;
