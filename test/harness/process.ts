// Starts one of the project's processes from dist, as production does, and waits for its ready file.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, openSync, closeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_LIMIT_MS = 60_000;
const OUTPUT_TAIL_CHARACTERS = 4_000;

export interface TestProcess {
  pid: number;
  /** Everything it printed so far. */
  output(): string;
  hasEnded(): boolean;
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
  // A process that has ended will not become ready: that ends the wait as well.
  await eventually(() => existsSync(readyFile) || hasEnded(child), {
    limitMs: READY_LIMIT_MS,
    what: `${name} ready`,
  }).catch(() => undefined);
  if (!existsSync(readyFile)) {
    const outcome = hasEnded(child)
      ? `ended with ${String(child.exitCode ?? child.signalCode)}`
      : "is not ready in time";
    child.kill("SIGKILL");
    const printed = output().slice(-OUTPUT_TAIL_CHARACTERS);
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`${name} ${outcome}:\n${printed}`);
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!hasEnded(child)) {
      const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill(signal);
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  return {
    pid: child.pid ?? 0,
    output,
    hasEnded: () => hasEnded(child),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
