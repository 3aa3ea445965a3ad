// Positions of closed workflows as control's messages tell them. The order is that of the exports' pages.
import type { cellV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ClosedPosition } from "../store/export-store.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Comes before every run of the same times. */
const FIRST_RUN_ID = "00000000-0000-0000-0000-000000000000";

/** Errors: INVALID_ARGUMENT. */
export function positionOf(message: cellV1.IClosedPosition | null | undefined): ClosedPosition {
  const { closeTimeMs, startTimeMs, runId } = message ?? {};
  const position = {
    closeTime: closeTimeMs ?? 0,
    startTime: startTimeMs ?? 0,
    runId: runId || FIRST_RUN_ID,
  };
  const isTime = (ms: number): boolean => Number.isSafeInteger(ms) && ms >= 0;
  if (isTime(position.closeTime) && isTime(position.startTime) && UUID.test(position.runId)) return position;
  throw new CloudError("INVALID_ARGUMENT", "A position needs times in whole milliseconds and a UUID.");
}

export function positionMessage({ closeTime, startTime, runId }: ClosedPosition): cellV1.IClosedPosition {
  return { closeTimeMs: closeTime, startTimeMs: startTime, runId };
}

export function isAfter(one: ClosedPosition, other: ClosedPosition): boolean {
  if (one.closeTime !== other.closeTime) return one.closeTime > other.closeTime;
  if (one.startTime !== other.startTime) return one.startTime > other.startTime;
  return one.runId > other.runId;
}
