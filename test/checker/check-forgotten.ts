// Nothing is forgotten: when the cell has been calm for a while, no run has something due that did not happen, a task
// that nobody was given, or a debt to another run.
import {
  attachEvents,
  missingEvents,
  nextWakeAt,
  pendingEffects,
  type Effect,
} from "../../services/cell/workflow/index.ts";
import type { StoredRun, StoredWorld } from "./stored-world.ts";

export function problemsOfForgotten(world: StoredWorld, calmSince: number, now: number): string[] {
  return world.runs.flatMap((run) =>
    forgotten(run, calmSince, now).map((what) => `forgotten in ${run.name}: ${what}`),
  );
}

/** What is left of a load that should have ended: what is open, and what is owed to others by what is closed. */
export function problemsOfUnended(world: StoredWorld): string[] {
  return world.runs
    .filter((run) => run.isOpen || run.record.pending > 0)
    .map((run) => {
      const owed = effectsOwed(run).map((effect) => JSON.stringify(effect, withoutPayloads));
      const what = run.isOpen ? "is open" : `is closed with pending ${String(run.record.pending)}`;
      return `${run.name} ${what}; to be done: ${owed.join(", ") || "nothing"}`;
    });
}

function forgotten(run: StoredRun, calmSince: number, now: number): string[] {
  const problems: string[] = [];
  const effects = effectsOwed(run);
  // A closed one may have callbacks to tell.
  const wakeAt = nextWakeAt(run.state);
  if (wakeAt !== undefined && wakeAt < calmSince) problems.push(`was due ${String(now - wakeAt)} ms ago`);
  for (const effect of effects) {
    const since = "scheduledAt" in effect ? effect.scheduledAt : 0;
    if (since < calmSince) problems.push(`${effect.kind} is still to be done`);
  }
  return problems;
}

function effectsOwed(run: StoredRun): Effect[] {
  const missing = new Set(missingEvents(run.state));
  const needed = run.events.filter((event) => missing.has(Number(event.eventId)));
  attachEvents(run.state, needed);
  return pendingEffects(run.state);
}

/** Ids and names say what is owed; what is inside would fill pages. */
function withoutPayloads(key: string, value: unknown): unknown {
  return key === "input" || key === "closeEvent" ? undefined : value;
}
