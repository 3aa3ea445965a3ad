// The state of one standalone Nexus operation: what it was started with, how the calls to its handler go, how it ended.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { Delivery } from "../workflow/index.ts";

export type StartRequest = temporal.api.workflowservice.v1.IStartNexusOperationExecutionRequest;

/** As clients know them. */
export const STATUS = {
  running: 1,
  completed: 2,
  failed: 3,
  canceled: 4,
  terminated: 5,
  timedOut: 6,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];

/** The wish to cancel it. It can be sent only when the operation has started: then it has a token. */
export interface OperationCancel extends Delivery {
  requestId: string;
  reason: string;
  requestedAt: EpochMs;
  stage: "waiting" | "due" | "succeeded" | "failed" | "timedOut";
}

/** As a Delivery it is its start. */
export interface OperationState extends Delivery {
  namespaceId: string;
  id: string;
  runId: string;
  /** Never changes. */
  request: StartRequest;
  endpointId: string;
  /** By which the handler knows a repeat of the start. */
  handlerRequestId: string;
  scheduledAt: EpochMs;
  /** 0 until the handler says that it goes on. */
  startedAt: EpochMs;
  operationToken: string;
  closedAt: EpochMs;
  status: Status;
  /** Encoded Payload; undefined as long as it has not succeeded. */
  result: Uint8Array | undefined;
  /** Encoded Failure of one that has not succeeded. */
  failure: Uint8Array | undefined;
  cancel: OperationCancel | undefined;
  terminateRequestId: string;
  /** Encoded Links to what handles it. */
  links: Uint8Array[];
  transitionCount: number;
}

/** A call to the handler that is due now. */
export type HandlerCall = "start" | "cancel";
