// Limits of schedules, as in Temporal.
const DAY_MS = 86_400_000;

export const LIMITS = {
  catchupWindowMsDefault: 365 * DAY_MS,
  catchupWindowMsMin: 10_000,
  /** How long a schedule without anything left to do is kept. */
  idleRetentionMs: 7 * DAY_MS,
  bufferMax: 1_000,
  backfillsMax: 1_000,
  backfillStartsPerStepMax: 10,
  backfillPauseMs: 1_000,
  /** Times of a spec looked at in one step; more follow at once in the next. */
  dueTimesPerStepMax: 10_000,
  recentActionsMax: 10,
  recentActionsListedMax: 5,
  futureActionsMax: 10,
  futureActionsListedMax: 5,
  matchingTimesMax: 1_000,
  notesBytesMax: 1_000,
  rememberedRequestsMax: 100,
  schedulesPerReadMax: 500,
} as const;
