// google.protobuf.Timestamp and Duration from and to milliseconds.
import type { google } from "@temporalio/proto";
import Long from "long";

export function timestampOfMs(ms: number): google.protobuf.ITimestamp {
  const seconds = Math.floor(ms / 1000);
  return { seconds: Long.fromNumber(seconds), nanos: Math.round((ms - seconds * 1000) * 1_000_000) };
}

export function msOfTimestamp(timestamp: google.protobuf.ITimestamp | null | undefined): number | undefined {
  if (timestamp == null) return undefined;
  return numberOf(timestamp.seconds) * 1000 + (timestamp.nanos ?? 0) / 1_000_000;
}

export function durationOfMs(ms: number): google.protobuf.IDuration {
  const seconds = Math.trunc(ms / 1000);
  return { seconds: Long.fromNumber(seconds), nanos: Math.round((ms - seconds * 1000) * 1_000_000) };
}

/** Milliseconds of a duration; undefined when it is not set. */
export function msOfDuration(duration: google.protobuf.IDuration | null | undefined): number | undefined {
  if (duration == null) return undefined;
  return numberOf(duration.seconds) * 1000 + (duration.nanos ?? 0) / 1_000_000;
}

function numberOf(value: Long | number | null | undefined): number {
  if (value == null) return 0;
  return typeof value === "number" ? value : value.toNumber();
}
