// Temporal's own server and its schema tool, of the version that the contract suite compares with.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { builtGoTool, isGoToolBuilt, type GoTool } from "#harness/go-tool";
import { TEMPORAL_SERVER } from "#harness/temporal-process";

const SQL_TOOL: GoTool = { ...TEMPORAL_SERVER, package: "go.temporal.io/server/cmd/tools/sql" };

export interface TemporalBinaries {
  server: string;
  sql: string;
}

/** Undefined when they are not built and Go is not there to build them. */
export async function temporalBinaries(): Promise<TemporalBinaries | undefined> {
  const areBuilt = [TEMPORAL_SERVER, SQL_TOOL].every(isGoToolBuilt);
  if (!areBuilt && !(await hasGo())) return undefined;
  return { server: await builtGoTool(TEMPORAL_SERVER), sql: await builtGoTool(SQL_TOOL) };
}

async function hasGo(): Promise<boolean> {
  try {
    await promisify(execFile)("go", ["version"]);
    return true;
  } catch {
    return false;
  }
}
