// Runs `cellplane` from dist, as npx does, and waits for what it prints and how it ends.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

const BINARY = fileURLToPath(new URL("../../dist/services/cli/main.js", import.meta.url));
const SAYS_LIMIT_MS = 60_000;
const END_LIMIT_MS = 60_000;

export interface RunningCommand {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits for a text on stdout or stderr; fails when it ends before. */
  says(text: string): Promise<void>;
  /** Waits for the end; answers the exit code. */
  ended(): Promise<number | null>;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function runCellplane(args: string[], workingDirectory?: string): RunningCommand {
  const child = spawn(process.execPath, [BINARY, ...args], {
    cwd: workingDirectory ?? join(BINARY, ".."),
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = async (): Promise<number | null> => {
    await eventually(isOver, { limitMs: END_LIMIT_MS, what: `the end of cellplane ${args.join(" ")}` });
    return child.exitCode;
  };
  return {
    child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    says: async (text) => {
      const isSaid = (): boolean => (output.stdout + output.stderr).includes(text);
      await eventually(() => isSaid() || isOver(), { limitMs: SAYS_LIMIT_MS, what: `"${text}"` });
      if (!isSaid()) throw new Error(`it ended: ${output.stdout}${output.stderr}`);
    },
    ended,
    stop: (signal = "SIGINT") => {
      if (!isOver()) child.kill(signal);
      return ended();
    },
  };
}
