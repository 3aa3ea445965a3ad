// Starts the standalone cloud or the quickstart exactly as npm does, from dist, on its own folder and ports.
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

export interface Command {
  child: ChildProcess;
  dataDirectory: string;
  stdout(): string;
  stderr(): string;
  /** Waits for a text on stdout or stderr. */
  says(text: string, limitMs?: number): Promise<void>;
  /** Waits for the end; answers the exit code. */
  ended(limitMs: number): Promise<number | null>;
  /** The process id of one part of the cloud, as its ready file tells. */
  pidOf(part: string): number;
  /** Ctrl-C, wait, and remove the data unless it is another's. */
  stop(): Promise<void>;
}

/** `script` is "main" (npm start) or "quickstart/main". A given data directory is kept. */
export function runStandalone(
  script: "main" | "quickstart/main",
  args: string[],
  dataDirectory?: string,
): Command {
  const directory = dataDirectory ?? mkdtempSync(join(tmpdir(), "cellplane data "));
  // Under root, PostgreSQL runs as another user and keeps its data here only if it can pass.
  if (dataDirectory === undefined) chmodSync(directory, 0o755);
  const path = join(PROJECT_ROOT, "dist", "services", "standalone", `${script}.js`);
  const child = spawn(process.execPath, [path, "--data", directory, ...args], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const everything = (): string => output.stdout + output.stderr;
  return {
    child,
    dataDirectory: directory,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    says: async (text, limitMs = READY_LIMIT_MS) => {
      // What has ended says no more: that ends the wait as well.
      await eventually(() => everything().includes(text) || isOver(), { limitMs, what: `"${text}"` });
      if (!everything().includes(text)) throw new Error(`it ended: ${everything().slice(-3000)}`);
    },
    ended: async (limitMs) => {
      await eventually(isOver, { limitMs, what: `the end of ${script}` });
      return child.exitCode;
    },
    pidOf: (part) => Number(readFileSync(join(directory, "run", `${part}.ready`), "utf8")),
    stop: async () => {
      if (!isOver()) child.kill("SIGINT");
      await eventually(isOver, { limitMs: STOP_LIMIT_MS, what: "an orderly stop" });
      if (dataDirectory === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The address that `npm start` printed for the API. */
export function apiAddressOf(command: Command): string {
  const address = /https?:\/\/localhost:\d+/.exec(command.stdout())?.[0];
  if (address === undefined) throw new Error(`no address in ${command.stdout()}`);
  return address;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
