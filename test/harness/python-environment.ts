// Python programs that suites run: a virtual environment for each list of requirements, made once in a cache outside the
// tree and made again when the list changes.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * `requirements` is a file with exact versions, `version` the Python that they need if it is not any: "3.12". Answers the
 * folder of the environment's programs.
 */
export async function pythonEnvironment(
  environment: string,
  requirements: string,
  version?: string,
): Promise<string> {
  const installed = join(environment, "installed.txt");
  const programs = join(environment, "bin");
  const wanted = readFileSync(requirements, "utf8");
  if (!existsSync(installed) || readFileSync(installed, "utf8") !== wanted) {
    rmSync(environment, { recursive: true, force: true });
    mkdirSync(dirname(environment), { recursive: true });
    await run(version === undefined ? "python3" : await pythonOf(version), ["-m", "venv", environment]);
    await run(join(programs, "pip"), ["install", "--quiet", "--requirement", requirements]);
    writeFileSync(installed, wanted);
  }
  return programs;
}

/** On the path, or among those that pyenv has. Fails when there is none: a suite never skips. */
async function pythonOf(version: string): Promise<string> {
  const folder = join(process.env["PYENV_ROOT"] ?? join(homedir(), ".pyenv"), "versions");
  const kept = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${version}.`)) : [];
  const candidates = [`python${version}`, ...kept.map((name) => join(folder, name, "bin", "python3"))];
  for (const candidate of candidates) {
    // A name that pyenv knows and does not run fails here too.
    const works = await run(candidate, ["--version"]).then(
      () => true,
      () => false,
    );
    if (works) return candidate;
  }
  throw new Error(`there is no Python ${version} on the path or in ${folder}`);
}
