// Attempts of calls that are repeated until they are answered: starts and cancel requests of Nexus operations, and
// completion callbacks.
import type { google, temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { fractionOf } from "#shared/text-fraction";
import type { Limits } from "../limits.ts";
import { failureCodec } from "../message-codecs.ts";
import { shortenedFailure } from "../short-failure.ts";
import { timestampIfSet } from "../wire-numbers.ts";
import type { Delivery } from "./nexus-operation.ts";

type Failure = temporal.api.failure.v1.IFailure;

/** The part of a delay that differs between those that began to wait at the same time. */
const SPREAD = 0.2;

export type DeliveryLimits = Pick<
  Limits,
  "deliveryRetryInitialMs" | "deliveryRetryMaxMs" | "failureInStateBytesMax"
>;

export function recordAttempt(delivery: Delivery, now: EpochMs): void {
  delivery.attempt += 1;
  delivery.isBackingOff = false;
  delivery.nextAttemptAt = 0;
  delivery.lastAttemptClosedAt = now;
  delivery.lastFailure = undefined;
}

/** `seed` tells deliveries apart, so that they do not all come back at the same moment. */
export function backOff(
  delivery: Delivery,
  failure: Failure,
  { now, seed, limits }: { now: EpochMs; seed: string; limits: DeliveryLimits },
): void {
  recordAttempt(delivery, now);
  recordFailure(delivery, failure, limits);
  const doubled = limits.deliveryRetryInitialMs * Math.pow(2, delivery.attempt - 1);
  const delayMs = Math.min(doubled, limits.deliveryRetryMaxMs);
  delivery.isBackingOff = true;
  delivery.nextAttemptAt =
    now + Math.round(delayMs * (1 - SPREAD * fractionOf(`${seed}:${delivery.attempt}`)));
}

export function recordFailure(delivery: Delivery, failure: Failure, limits: DeliveryLimits): void {
  delivery.lastFailure = failureCodec.encode(shortenedFailure(failure, limits.failureInStateBytesMax));
}

export function resume(delivery: Delivery): void {
  delivery.isBackingOff = false;
  delivery.nextAttemptAt = 0;
}

/** As all that describe a Delivery tell of it. */
export function describeDelivery({ attempt, lastAttemptClosedAt, lastFailure, nextAttemptAt }: Delivery): {
  attempt: number;
  lastAttemptCompleteTime: google.protobuf.ITimestamp | null;
  lastAttemptFailure: Failure | null;
  nextAttemptScheduleTime: google.protobuf.ITimestamp | null;
} {
  return {
    attempt,
    lastAttemptCompleteTime: timestampIfSet(lastAttemptClosedAt),
    lastAttemptFailure: lastFailure === undefined ? null : failureCodec.decode(lastFailure),
    nextAttemptScheduleTime: timestampIfSet(nextAttemptAt),
  };
}
