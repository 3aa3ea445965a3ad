// Tells operators of histories that have become long, as Temporal does: their workflows should continue as new before
// the cap ends them. Once for each of the two thresholds.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "./live-execution.ts";

/** `added` is what has just entered the history. */
export function warnOfLength(
  engine: Engine,
  execution: LiveExecution,
  added: { firstEventId: number; bytes: number },
): void {
  const { limits, log } = engine;
  const { state, historyBytes, namespace } = execution;
  const events = state.nextEventId - 1;
  const { historyEventsWarn, historyBytesWarn } = limits;
  const isLong = events > historyEventsWarn && added.firstEventId - 1 <= historyEventsWarn;
  const isLarge = historyBytes > historyBytesWarn && historyBytes - added.bytes <= historyBytesWarn;
  if (!isLong && !isLarge) return;
  const { workflowId, runId } = state;
  const facts = { namespace: namespace.name, workflowId, runId, events, historyBytes };
  if (isLong) log.warn(facts, "history count exceeds warn limit");
  if (isLarge) log.warn(facts, "history size exceeds warn limit");
}
