// Temporal's own server and its schema tool, built once by `go install` into the cache that the contract suite uses.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export const TEMPORAL_VERSION = "v1.32.1";
const BUILD_LIMIT_MS = 1_800_000;
const PACKAGES = {
  server: "go.temporal.io/server/cmd/server",
  sql: "go.temporal.io/server/cmd/tools/sql",
};

const run = promisify(execFile);

export interface TemporalBinaries {
  server: string;
  sql: string;
}

/** Undefined when they are not built and Go is not there to build them. */
export async function temporalBinaries(): Promise<TemporalBinaries | undefined> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const directory = join(cache, "cellplane", `temporal-${TEMPORAL_VERSION}`);
  const binaries = { server: join(directory, "server"), sql: join(directory, "sql") };
  const missing = (["server", "sql"] as const).filter((name) => !existsSync(binaries[name]));
  if (missing.length > 0 && !(await hasGo())) return undefined;
  mkdirSync(directory, { recursive: true });
  for (const name of missing) {
    await run("go", ["install", `${PACKAGES[name]}@${TEMPORAL_VERSION}`], {
      cwd: directory,
      env: { ...process.env, GOBIN: directory },
      timeout: BUILD_LIMIT_MS,
    });
  }
  return binaries;
}

async function hasGo(): Promise<boolean> {
  try {
    await run("go", ["version"]);
    return true;
  } catch {
    return false;
  }
}
