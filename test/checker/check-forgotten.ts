// Nothing is forgotten: when the cell has been calm for a while, no run has something due that did not happen, a task
// that nobody was given, or a debt to another run.
import {
  attachEvents,
  missingEvents,
  nextWakeAt,
  pendingEffects,
} from "../../services/cell/workflow/index.ts";
import type { StoredRun, StoredWorld } from "./stored-world.ts";

export function problemsOfForgotten(world: StoredWorld, calmSince: number, now: number): string[] {
  return world.runs.flatMap((run) =>
    forgotten(run, calmSince, now).map((what) => `forgotten in ${run.name}: ${what}`),
  );
}

function forgotten(run: StoredRun, calmSince: number, now: number): string[] {
  const { state } = run;
  const problems: string[] = [];
  const missing = new Set(missingEvents(state));
  const needed = run.events.filter((event) => missing.has(Number(event.eventId)));
  attachEvents(state, needed);
  const wakeAt = run.isOpen ? nextWakeAt(state) : undefined;
  if (wakeAt !== undefined && wakeAt < calmSince) problems.push(`was due ${String(now - wakeAt)} ms ago`);
  for (const effect of pendingEffects(state)) {
    const since = "scheduledAt" in effect ? effect.scheduledAt : 0;
    if (since < calmSince) problems.push(`${effect.kind} is still to be done`);
  }
  return problems;
}
