// The caps of one standalone activity. What it shares with the activities of workflows comes from their limits.
import type { Limits } from "../workflow/index.ts";

export type ActivityLimits = Pick<
  Limits,
  | "blobBytesMax"
  | "idBytesMax"
  | "failureInStateBytesMax"
  | "retryInitialIntervalMs"
  | "retryBackoffCoefficient"
  | "retryMaxIntervalMultiple"
  | "linksPerRequestMax"
  | "linkBytesMax"
>;

export const ACTIVITY_LIMITS = {
  linksMax: 2_000,
  summaryBytesMax: 400,
  detailsBytesMax: 20_000,
  fairnessKeyBytesMax: 64,
  /** Longer durations are cut to this: 100 years. */
  durationMsMax: 100 * 365 * 86_400_000,
} as const;
