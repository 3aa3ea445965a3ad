// The search attribute by which paused executions and those with paused activities are found. It is made of the state:
// no event tells of an activity's pause.
import { payloadCodec } from "../message-codecs.ts";
import type { ExecutionState } from "../state.ts";

export const PAUSE_INFO = "TemporalPauseInfo";

export function isAnythingPaused({ pausedAt, activities }: ExecutionState): boolean {
  if (pausedAt !== 0) return true;
  for (const { isPaused } of activities.values()) if (isPaused) return true;
  return false;
}

/** Name to encoded Payload; empty when nothing is paused. */
export function pauseAttributes(state: ExecutionState): Record<string, Uint8Array> {
  if (!isAnythingPaused(state)) return {};
  const entries = [];
  if (state.pausedAt !== 0) entries.push(`Workflow:${state.workflowId}`);
  if (state.pauseReason !== "") entries.push(`Reason:${state.pauseReason}`);
  const paused = [...state.activities.values()].filter(({ isPaused }) => isPaused);
  for (const type of new Set(paused.map(({ activityType }) => activityType))) {
    entries.push(`property:activityType=${type}`);
  }
  const payload = payloadCodec.encode({
    metadata: { encoding: Buffer.from("json/plain"), type: Buffer.from("KeywordList") },
    data: Buffer.from(JSON.stringify(entries)),
  });
  return { [PAUSE_INFO]: payload };
}
