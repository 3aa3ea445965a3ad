// Builds the Java suite with Maven: online only when something is missing in its local repository.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { buildDirectory, suiteDirectory, type SuiteCommand } from "./suite.ts";

const run = promisify(execFile);

export async function buildJava(): Promise<SuiteCommand> {
  const cwd = suiteDirectory("java");
  const cache = buildDirectory("java");
  const build = join(cache, "build");
  const classpath = join(cache, "classpath");
  const goals = ["compile", "dependency:build-classpath"];
  const settings = [`-DbuildDirectory=${build}`, `-Dmdep.outputFile=${classpath}`];
  const maven = (...flags: string[]): Promise<unknown> =>
    run("mvn", ["--quiet", "--batch-mode", ...flags, ...goals, ...settings], { cwd });
  await maven("--offline").catch(() => maven());
  const places = [join(build, "classes"), readFileSync(classpath, "utf8").trim()];
  return { file: "java", args: ["-cp", places.join(delimiter), "compatibility.Suite"], cwd };
}
