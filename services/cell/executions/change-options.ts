// Changes the options of a run for a client, and tells deployments of the version that it is bound to now.
import type { Engine } from "../engine.ts";
import type { CommandResults, OptionsChange } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { noticeOverride } from "./notice-override.ts";
import { commit } from "./transact.ts";

/** Errors: those of the command, UNAVAILABLE. */
export async function changeOptions(
  engine: Engine,
  execution: LiveExecution,
  change: OptionsChange,
): Promise<CommandResults["updateOptions"]> {
  const result = await commit(engine, execution, { kind: "updateOptions", change });
  noticeOverride(engine, execution.state.namespaceId, change.options.versioningOverride);
  return result;
}
