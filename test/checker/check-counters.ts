// U1: what the counters say is the recount of all histories, kind by kind, plus the calls that leave no event.
import { actionsOfHistory, comparableKind, EVENTLESS_KINDS, type ActionKind } from "#usage/actions";
import type { ActKind, ClientJournal } from "./client-journal.ts";
import { decodeHistory, type StoredWorld } from "./stored-world.ts";

/** Kinds without an event that callers know of; the others depend on what workers were told. */
const BY_ACT: Partial<Record<ActionKind, ActKind>> = {
  query_workflow: "query",
  record_activity_heartbeat: "heartbeat",
};

export function problemsOfCounters(world: StoredWorld, journal: ClientJournal): string[] {
  const counted = new Map<ActionKind, number>();
  for (const [kind, count] of world.actions) add(counted, comparableKind(kind as ActionKind), count);
  const recounted = new Map<ActionKind, number>();
  const runs = world.runs.filter(({ record }) => record.namespaceId === world.recountedNamespaceId);
  const histories = [...runs.map((run) => run.events), ...world.deletedHistories.map(decodeHistory)];
  for (const events of histories) {
    for (const [kind, count] of actionsOfHistory(events)) add(recounted, comparableKind(kind), count);
  }
  const eventless: ReadonlySet<ActionKind> = new Set(EVENTLESS_KINDS);
  const problems: string[] = [];
  for (const kind of new Set([...counted.keys(), ...recounted.keys()])) {
    const [meter, events] = [counted.get(kind) ?? 0, recounted.get(kind) ?? 0];
    if (eventless.has(kind)) problems.push(...problemsOfEventless(kind, meter, journal));
    else if (meter !== events)
      problems.push(`U1: ${kind} is counted ${meter} times, histories tell ${events}`);
  }
  return [...problems, ...problemsOfBytes(world)];
}

function problemsOfEventless(kind: ActionKind, meter: number, journal: ClientJournal): string[] {
  const act = BY_ACT[kind];
  if (act === undefined) return [];
  const acts = journal.acts.filter((one) => one.kind === act);
  const least = acts.filter(({ verdict }) => verdict === "ok").length;
  const most = acts.reduce((sum, { tries }) => sum + tries, 0);
  return meter < least || meter > most
    ? [`U1: ${kind} is counted ${meter} times, callers know of ${least} to ${most}`]
    : [];
}

function problemsOfBytes(world: StoredWorld): string[] {
  const histories = world.runs.reduce((sum, { record }) => sum + record.historyBytes, 0);
  const stored = world.standalone.reduce((sum, { sizeBytes }) => sum + sizeBytes, histories);
  return stored === world.storedBytes
    ? []
    : [`U3: ${world.storedBytes} bytes are counted, ${stored} are stored`];
}

function add(counts: Map<ActionKind, number>, kind: ActionKind, count: number): void {
  counts.set(kind, (counts.get(kind) ?? 0) + count);
}
