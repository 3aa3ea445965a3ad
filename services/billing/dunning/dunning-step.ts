// What an unpaid invoice leads to, by how long it is unpaid: a time of grace, then no new work, then nothing is served.
// Nothing is ever deleted, and paying ends all of it. Pure.

export const DUNNING_STEPS = ["GRACE", "RESTRICTED", "SUSPENDED"] as const;
export type DunningStep = (typeof DUNNING_STEPS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A charge takes a moment; only what is unpaid after this is overdue. */
export const UNPAID_AFTER_MS = HOUR_MS;
const RESTRICTED_AFTER_MS = 7 * DAY_MS;
const SUSPENDED_AFTER_MS = 14 * DAY_MS;
export const RETRY_EVERY_MS = DAY_MS;

/**
 * `unpaidSinceMs` is the oldest unpaid invoice's; undefined when all is paid. Until `heldUntilMs` the time of grace goes on.
 */
export function dunningStep(
  unpaidSinceMs: number | undefined,
  nowMs: number,
  heldUntilMs?: number,
): DunningStep | undefined {
  if (unpaidSinceMs === undefined) return undefined;
  const unpaidMs = nowMs - unpaidSinceMs;
  if (heldUntilMs !== undefined && nowMs < heldUntilMs) {
    return unpaidMs >= UNPAID_AFTER_MS ? "GRACE" : undefined;
  }
  if (unpaidMs >= SUSPENDED_AFTER_MS) return "SUSPENDED";
  if (unpaidMs >= RESTRICTED_AFTER_MS) return "RESTRICTED";
  return unpaidMs >= UNPAID_AFTER_MS ? "GRACE" : undefined;
}

/** When the next step comes; undefined at the last. */
export function nextStepAtMs(step: DunningStep, unpaidSinceMs: number, heldUntilMs = 0): number | undefined {
  if (step === "GRACE") return Math.max(unpaidSinceMs + RESTRICTED_AFTER_MS, heldUntilMs);
  return step === "RESTRICTED" ? unpaidSinceMs + SUSPENDED_AFTER_MS : undefined;
}
