// The same changes on the command line: what each form holds as a `temporal` command, made as text and run by nobody here.
import { shellWord } from "#format/show-as";

type Flags = readonly (readonly [string, string | undefined])[];

/** `temporal workflow signal --namespace … \`; flags that are undefined or empty are left out. */
export function temporalCommand(words: string, namespace: string, flags: Flags): string {
  const all: Flags = [["namespace", namespace], ...flags];
  const given = all.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`--${name} ${shellWord(value)}`],
  );
  return [`temporal ${words}`, ...given].join(" \\\n  ");
}

interface Run {
  namespace: string;
  workflowId: string;
  runId?: string;
}

/** For one run: "signal", "update execute", "reset". */
export function workflowCommand(verb: string, { namespace, workflowId, runId }: Run, flags: Flags): string {
  return temporalCommand(`workflow ${verb}`, namespace, [
    ["workflow-id", workflowId],
    ["run-id", runId],
    ...flags,
  ]);
}

/** For all that a list filter finds. */
export function batchCommand(verb: string, on: { namespace: string; query: string }, flags: Flags): string {
  return temporalCommand(`workflow ${verb}`, on.namespace, [["query", on.query], ...flags]);
}

/** The filter that finds certain runs: what a selection is on the command line. */
export function queryOfRuns(runIds: readonly string[]): string {
  return `RunId IN (${runIds.map((id) => JSON.stringify(id)).join(", ")})`;
}
