// Builds the Go suite.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory, suiteDirectory, type SuiteCommand } from "./suite.ts";

export async function buildGo(): Promise<SuiteCommand> {
  const binary = join(cacheDirectory("go"), "suite");
  const cwd = suiteDirectory("go");
  await promisify(execFile)("go", ["build", "-buildvcs=false", "-o", binary, "."], { cwd });
  return { file: binary, args: [], cwd };
}
