// Programs in Go that suites compare with or drive: built once by `go install` into a cache outside the tree.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const BUILD_LIMIT_MS = 900_000;

export interface GoTool {
  /** Its folder in the cache, with the version: "temporal-v1.32.1". */
  name: string;
  /** The package of the program: "go.temporal.io/server/cmd/server". */
  package: string;
  version: string;
}

/** Answers the path of the program. */
export async function builtGoTool(tool: GoTool): Promise<string> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const directory = join(cache, "cellplane", `${tool.name}-${tool.version}`);
  const binary = join(directory, basename(tool.package));
  if (existsSync(binary)) return binary;
  mkdirSync(directory, { recursive: true });
  await promisify(execFile)("go", ["install", `${tool.package}@${tool.version}`], {
    cwd: directory,
    env: { ...process.env, GOBIN: directory },
    timeout: BUILD_LIMIT_MS,
  });
  return binary;
}
