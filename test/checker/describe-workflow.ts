// Everything that is known of one workflow, as text: its runs with their events, and what callers did to it.
import type { ClientJournal } from "./client-journal.ts";
import type { StoredWorld } from "./stored-world.ts";

const LINE_MAX = 300;

export function describeWorkflow(world: StoredWorld, journal: ClientJournal, workflowId: string): string {
  const lines: string[] = [];
  for (const run of world.runs.filter(({ record }) => record.workflowId === workflowId)) {
    const { status, startRequestIds, transitionCount } = run.state;
    lines.push(`${run.name}: ${JSON.stringify({ status, startRequestIds, transitionCount })}`);
    for (const event of run.allEvents) lines.push(`  ${JSON.stringify(event)}`);
  }
  for (const act of journal.acts) if (act.workflowId === workflowId) lines.push(JSON.stringify(act));
  return lines.map((line) => line.slice(0, LINE_MAX)).join("\n");
}
