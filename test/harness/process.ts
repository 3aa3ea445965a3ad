// Starts one of the project's processes from dist, as production does, and waits for its ready file.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, openSync, closeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_LIMIT_MS = 30_000;

export interface TestProcess {
  pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** SIGTERM and wait. */
  stop(): Promise<void>;
  /** SIGKILL and wait. */
  kill(): Promise<void>;
}

/** `name` is a folder of services/ with a main.ts; `environment` holds its CELLPLANE_* settings. */
export async function startProcess(name: string, environment: Record<string, string>): Promise<TestProcess> {
  const directory = mkdtempSync(join(tmpdir(), `cellplane-${name}-`));
  const readyFile = join(directory, "ready");
  const logFile = join(directory, "log");
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, [join(PROJECT_ROOT, "dist", "services", name, "main.js")], {
    env: {
      PATH: process.env["PATH"],
      ...environment,
      CELLPLANE_READY_FILE: readyFile,
      CELLPLANE_STOP_WITH_STDIN: "true",
    },
    stdio: ["pipe", log, log],
  });
  closeSync(log);
  const output = (): string => readFileSync(logFile, "utf8");
  await eventually(() => existsSync(readyFile) || failIfEnded(child, name, output), {
    limitMs: READY_LIMIT_MS,
    what: `${name} ready`,
  }).catch((error: unknown) => {
    child.kill("SIGKILL");
    throw new Error(`${name} did not become ready:\n${output().slice(-4000)}`, { cause: error });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill(signal);
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  return { pid: child.pid ?? 0, output, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

function failIfEnded(child: ChildProcess, name: string, output: () => string): false {
  if (child.exitCode !== null)
    throw new Error(`${name} ended with ${child.exitCode}: ${output().slice(-2000)}`);
  return false;
}
