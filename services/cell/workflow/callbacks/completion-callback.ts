// A callback that is told when the run has ended for good: what it is, and how the calls to it went so far.
import type { EpochMs } from "#shared/clock";
import { newDelivery, type Delivery } from "../nexus/nexus-operation.ts";

export interface CompletionCallback extends Delivery {
  /** Encoded temporal.api.common.v1.Callback. */
  callback: Uint8Array;
  /** Of the request that attached it to a running workflow; empty when it came with the start. */
  attachedRequestId: string;
  registeredAt: EpochMs;
  // From here on, and what makes it a Delivery: not in the history.
  /** `standby` until the run ends for good, `due` until it is told or cannot be. */
  stage: "standby" | "due" | "succeeded" | "failed";
}

export function newCallback(
  callback: Uint8Array,
  attachedRequestId: string,
  registeredAt: EpochMs,
): CompletionCallback {
  return { callback, attachedRequestId, registeredAt, stage: "standby", ...newDelivery() };
}
