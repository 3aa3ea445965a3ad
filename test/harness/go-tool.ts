// Programs in Go that suites compare with or drive: built once by `go install` into a cache outside the tree.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory } from "./cache-directory.ts";

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
  const binary = binaryOf(tool);
  if (existsSync(binary)) return binary;
  const directory = dirname(binary);
  mkdirSync(directory, { recursive: true });
  await promisify(execFile)("go", ["install", `${tool.package}@${tool.version}`], {
    cwd: directory,
    env: { ...process.env, GOBIN: directory },
    timeout: BUILD_LIMIT_MS,
  });
  return binary;
}

export function isGoToolBuilt(tool: GoTool): boolean {
  return existsSync(binaryOf(tool));
}

function binaryOf(tool: GoTool): string {
  return join(cacheDirectory(`${tool.name}-${tool.version}`), basename(tool.package));
}
