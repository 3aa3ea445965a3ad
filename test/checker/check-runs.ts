// What holds between runs: one open run for each workflow id, the current one; a chain whose links meet; and lists that
// tell what the executions are.
import type { StoredRun, StoredWorld } from "./stored-world.ts";

export function problemsOfRuns(world: StoredWorld): string[] {
  const byId = new Map<string, StoredRun[]>();
  for (const run of world.runs) {
    const { workflowId } = run.record;
    byId.set(workflowId, [...(byId.get(workflowId) ?? []), run]);
  }
  const problems: string[] = [];
  for (const [workflowId, runs] of byId) problems.push(...problemsOfWorkflow(workflowId, runs));
  for (const run of world.runs) problems.push(...problemsOfListing(world, run));
  const known = new Set(world.runs.map((run) => run.name));
  for (const name of world.listed.keys())
    if (!known.has(name)) problems.push(`${name} is listed and not there`);
  return problems;
}

function problemsOfWorkflow(workflowId: string, runs: readonly StoredRun[]): string[] {
  const problems: string[] = [];
  const open = runs.filter((run) => run.isOpen);
  if (open.length > 1) problems.push(`${workflowId} has ${open.length} open runs`);
  if (open.some((run) => !run.record.isCurrent))
    problems.push(`the open run of ${workflowId} is not its current one`);
  const byRun = new Map(runs.map((run) => [run.record.runId, run]));
  for (const run of runs) {
    const { newRunId, firstRunId } = run.state;
    const next = byRun.get(newRunId);
    if (next === undefined) continue;
    if (next.state.continuedRunId !== run.record.runId)
      problems.push(`${run.name} is not what ${next.name} continues`);
    if (next.state.firstRunId !== firstRunId)
      problems.push(`${next.name} has another first run than ${run.name}`);
  }
  return problems;
}

function problemsOfListing(world: StoredWorld, run: StoredRun): string[] {
  const listed = world.listed.get(run.name);
  if (listed === undefined) return [`${run.name} is not listed`];
  const isRight = listed.status === run.state.status && listed.isClosed === !run.isOpen;
  return isRight ? [] : [`${run.name} has status ${run.state.status} and is listed with ${listed.status}`];
}
