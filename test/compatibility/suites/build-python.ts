// Makes the Python suite's virtual environment: once for each list of requirements.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildDirectory, suiteDirectory, type SuiteCommand } from "./suite.ts";

const run = promisify(execFile);

export async function buildPython(): Promise<SuiteCommand> {
  const cwd = suiteDirectory("python");
  const requirements = join(cwd, "requirements.txt");
  const environment = join(buildDirectory("python"), "venv");
  const installed = join(environment, "installed.txt");
  const wanted = readFileSync(requirements, "utf8");
  if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
    rmSync(environment, { recursive: true, force: true });
    await run("python3", ["-m", "venv", environment]);
    await run(join(environment, "bin", "pip"), ["install", "--quiet", "--requirement", requirements]);
    writeFileSync(installed, wanted);
  }
  return { file: join(environment, "bin", "python"), args: ["-B", join(cwd, "suite.py")], cwd };
}
