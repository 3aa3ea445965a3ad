// Makes the Python suite's virtual environment.
import { join } from "node:path";
import { pythonEnvironment } from "#harness/python-environment";
import { buildDirectory, suiteDirectory, type SuiteCommand } from "./suite.ts";

export async function buildPython(): Promise<SuiteCommand> {
  const cwd = suiteDirectory("python");
  const environment = join(buildDirectory("python"), "venv");
  const programs = await pythonEnvironment(environment, join(cwd, "requirements.txt"));
  return { file: join(programs, "python"), args: ["-B", join(cwd, "suite.py")], cwd };
}
