// 64-bit numbers, times and durations of Temporal's messages, from and to plain numbers.
import type { google } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type Long from "long";

/** What a field of a message built here or decoded from bytes holds. */
export type WireInt64 = Long | number | null | undefined;

/**
 * A plain number where the types want a Long. The codec writes numbers into 64-bit fields as they are; a Long for each
 * would cost more than the rest of an event, and all our numbers are below 2^53.
 */
export function int64(value: number): Long {
  return value as unknown as Long;
}

export function numberOf(value: WireInt64): number {
  if (value == null) return 0;
  return typeof value === "number" ? value : value.toNumber();
}

export function timestampOf(ms: EpochMs): google.protobuf.ITimestamp {
  const seconds = Math.floor(ms / 1000);
  return { seconds: int64(seconds), nanos: Math.round((ms - seconds * 1000) * 1_000_000) };
}

/** Null for 0, by which a time that has not come is told. */
export function timestampIfSet(ms: EpochMs): google.protobuf.ITimestamp | null {
  return ms === 0 ? null : timestampOf(ms);
}

export function durationOf(ms: number): google.protobuf.IDuration {
  const seconds = Math.trunc(ms / 1000);
  return { seconds: int64(seconds), nanos: Math.round((ms - seconds * 1000) * 1_000_000) };
}

/** Milliseconds of a timestamp or a duration; 0 when it is not set. */
export function msOf(
  value: google.protobuf.ITimestamp | google.protobuf.IDuration | null | undefined,
): number {
  if (value == null) return 0;
  return numberOf(value.seconds) * 1000 + (value.nanos ?? 0) / 1_000_000;
}
