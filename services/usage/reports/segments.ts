// Cuts a time range into the largest rolled-up periods that fit: days inside, hours around them, minutes at the edges.
// Pure; the segments are half-open, do not overlap, and together are the range.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

export type Level = "minute" | "hour" | "day";

export interface Segment {
  level: Level;
  fromMs: number;
  toMs: number;
}

export interface TimeRange {
  fromMs: number;
  toMs: number;
}

/** `finest` keeps longer periods out, for reports that show hours. */
export function segmentsOf(range: TimeRange, finest: "hour" | "day"): Segment[] {
  return split(range, HOUR_MS, "minute", (hours) =>
    finest === "hour"
      ? [{ level: "hour", ...hours }]
      : split(hours, DAY_MS, "hour", (days) => [{ level: "day", ...days }]),
  );
}

function split(
  range: TimeRange,
  periodMs: number,
  edge: Level,
  inside: (aligned: TimeRange) => Segment[],
): Segment[] {
  const fromMs = Math.ceil(range.fromMs / periodMs) * periodMs;
  const toMs = Math.floor(range.toMs / periodMs) * periodMs;
  const segments =
    fromMs >= toMs
      ? [{ level: edge, ...range }]
      : [
          { level: edge, fromMs: range.fromMs, toMs: fromMs },
          ...inside({ fromMs, toMs }),
          { level: edge, fromMs: toMs, toMs: range.toMs },
        ];
  return segments.filter((segment) => segment.fromMs < segment.toMs);
}
