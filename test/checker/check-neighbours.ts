// What must hold of everything in a cell that is no workflow of the load: what was acknowledged is there, once; what was
// deleted is gone with all it had; batches and what has a time end.
import type { ClientJournal } from "./client-journal.ts";
import type { StoredStandalone, StoredWorld } from "./stored-world.ts";

/** temporal.api.enums.v1.BatchOperationState */
const BATCH_COMPLETED = 2;

/** When the load has been calm since `calmSince`. */
export function problemsOfNeighbours(
  world: StoredWorld,
  journal: ClientJournal,
  calmSince: number,
): string[] {
  return [
    ...journal.scandals,
    ...problemsOfNamespaces(world, journal),
    ...problemsOfStandalone(world, calmSince),
    ...problemsOfStarts(world, journal),
    ...problemsOfBatches(world, journal),
  ];
}

function problemsOfNamespaces(world: StoredWorld, journal: ClientJournal): string[] {
  const problems: string[] = [];
  const live = new Map(world.namespaces.filter((one) => !one.isDeleted).map((one) => [one.name, one]));
  const doomed = new Set<string>();
  // A repeat that comes late makes it anew.
  const mayBeAnew = new Set(
    journal.acts
      .filter(({ kind, tries }) => kind === "createNamespace" && tries > 1)
      .map(({ workflowId }) => workflowId),
  );
  for (const act of journal.acts.filter(({ kind }) => kind === "deleteNamespace")) {
    doomed.add(act.workflowId);
    if (act.verdict === "ok" && live.has(act.workflowId) && !mayBeAnew.has(act.workflowId))
      problems.push(`C1: namespace ${act.workflowId} was deleted and is there`);
  }
  for (const { kind, verdict, workflowId } of journal.acts) {
    if (kind === "createNamespace" && verdict === "ok" && !doomed.has(workflowId) && !live.has(workflowId))
      problems.push(`C1: namespace ${workflowId} was made and is not there`);
  }
  const known = new Set([...live.values()].map(({ namespaceId }) => namespaceId));
  for (const { namespaceId, runId } of [...world.runs.map(({ record }) => record), ...world.standalone])
    if (!known.has(namespaceId)) problems.push(`run ${runId} is of namespace ${namespaceId}, which is gone`);
  return problems;
}

function problemsOfStandalone(world: StoredWorld, calmSince: number): string[] {
  const problems: string[] = [];
  const byId = new Map<string, StoredStandalone[]>();
  for (const one of world.standalone) {
    const key = `${one.namespaceId}/${String(one.kind)}/${one.id}`;
    byId.set(key, [...(byId.get(key) ?? []), one]);
    if (one.wakeAt !== undefined && one.wakeAt < calmSince)
      problems.push(`forgotten: standalone ${one.id}/${one.runId} was due before the calm`);
  }
  for (const [key, runs] of byId) {
    if (runs.filter(({ isCurrent }) => isCurrent).length > 1) problems.push(`${key} names two runs`);
    if (runs.filter(({ isClosed }) => !isClosed).length > 1) problems.push(`C2: ${key} has two open runs`);
  }
  return problems;
}

function problemsOfStarts(world: StoredWorld, journal: ClientJournal): string[] {
  const live = new Set(world.namespaces.filter((one) => !one.isDeleted).map(({ name }) => name));
  const deleted = world.deletedStandalone ?? [];
  const there = new Set([...world.runs.map(({ record }) => record.runId), ...deleted]);
  for (const { runId } of world.standalone) there.add(runId);
  const mustBeThere = journal.acts.filter(
    ({ kind, verdict, workflowId }) =>
      verdict === "ok" && (kind === "startStandalone" || (kind === "startTenant" && live.has(workflowId))),
  );
  const deletes = journal.acts.filter(
    ({ kind, verdict }) => kind === "deleteStandalone" && verdict !== "refused",
  );
  const mayBeGone = new Set(
    world.deletedStandalone === undefined ? deletes.map((act) => act.workflowId) : [],
  );
  return mustBeThere
    .filter(({ newRunId, workflowId }) => !there.has(newRunId) && !mayBeGone.has(workflowId))
    .map((act) => `C1: a start was acknowledged and is not there: ${JSON.stringify(act)}`);
}

function problemsOfBatches(world: StoredWorld, journal: ClientJournal): string[] {
  const states = new Map(world.batches.map(({ jobId, state }) => [jobId, state]));
  const problems = world.batches
    .filter(({ state }) => state !== BATCH_COMPLETED)
    .map(({ jobId, state }) => `forgotten: batch ${jobId} is in state ${String(state)}`);
  for (const { kind, verdict, id } of journal.acts)
    if (kind === "startBatch" && verdict === "ok" && !states.has(id))
      problems.push(`C1: batch ${id} was acknowledged and is not there`);
  return problems;
}
