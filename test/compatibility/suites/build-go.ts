// Builds the Go suite.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildDirectory, suiteDirectory, type SuiteCommand } from "./suite.ts";

export async function buildGo(): Promise<SuiteCommand> {
  const binary = join(buildDirectory("go"), "suite");
  const cwd = suiteDirectory("go");
  await promisify(execFile)("go", ["build", "-buildvcs=false", "-o", binary, "."], { cwd });
  return { file: binary, args: [], cwd };
}
