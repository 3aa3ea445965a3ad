// Python programs that suites run: a virtual environment for each list of requirements, made once in a cache outside the
// tree and made again when the list changes.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** `requirements` is a file with exact versions. Answers the folder of the environment's programs. */
export async function pythonEnvironment(environment: string, requirements: string): Promise<string> {
  const installed = join(environment, "installed.txt");
  const programs = join(environment, "bin");
  const wanted = readFileSync(requirements, "utf8");
  if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
    rmSync(environment, { recursive: true, force: true });
    mkdirSync(dirname(environment), { recursive: true });
    await run("python3", ["-m", "venv", environment]);
    await run(join(programs, "pip"), ["install", "--quiet", "--requirement", requirements]);
    writeFileSync(installed, wanted);
  }
  return programs;
}
