// Commands of the temporal CLI on a namespace, with an API key from the environment.
import { shellWord } from "./show-as.ts";

export interface CliTarget {
  /** "localhost:7320". */
  address: string;
  namespace: string;
}

/** A flag with several values is said once for each; one that is undefined, false or empty is left out. */
export type CliFlags = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** "temporal schedule create \\\n  --schedule-id nightly ...". */
export function temporalCommand(words: string, { address, namespace }: CliTarget, flags: CliFlags): string {
  const lines = [
    `temporal ${words}`,
    `--address ${shellWord(address)} --namespace ${shellWord(namespace)} --api-key "$TEMPORAL_API_KEY"`,
    ...Object.entries(flags).flatMap(([name, value]) => flagLines(name, value)),
  ];
  return lines.join(" \\\n  ");
}

function flagLines(name: string, value: CliFlags[string]): string[] {
  if (value === undefined || value === false || value === "") return [];
  if (value === true) return [`--${name}`];
  const values = typeof value === "object" ? value : [String(value)];
  return values.map((each) => `--${name} ${shellWord(each)}`);
}
