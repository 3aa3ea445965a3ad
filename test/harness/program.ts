// Runs a program of dist as a person does, with nothing of the environment but PATH and HOME, and waits for what it
// prints and how it ends.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventually } from "./eventually.ts";

const SERVICES = fileURLToPath(new URL("../../dist/services", import.meta.url));
const SAYS_LIMIT_MS = 60_000;
const END_LIMIT_MS = 60_000;
const OUTPUT_TAIL_CHARACTERS = 3_000;

export interface Program {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits for a text on stdout or stderr; fails when it ends before. */
  says(text: string, limitMs?: number): Promise<void>;
  /** Waits for the end; answers the exit code. */
  ended(limitMs?: number): Promise<number | null>;
  /** Sends the signal unless it has ended, and waits for the end. */
  stop(signal?: NodeJS.Signals, limitMs?: number): Promise<number | null>;
}

/** `script` is a path in services, without its extension: "cli/main". */
export function runProgram(script: string, args: readonly string[], workingDirectory?: string): Program {
  const child = spawn(process.execPath, [join(SERVICES, `${script}.js`), ...args], {
    cwd: workingDirectory,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const everything = (): string => output.stdout + output.stderr;
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = async (limitMs = END_LIMIT_MS): Promise<number | null> => {
    await eventually(isOver, { limitMs, what: `the end of ${script} ${args.join(" ")}` });
    return child.exitCode;
  };
  return {
    child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    says: async (text, limitMs = SAYS_LIMIT_MS) => {
      // What has ended says no more: that ends the wait as well.
      await eventually(() => everything().includes(text) || isOver(), { limitMs, what: `"${text}"` });
      if (!everything().includes(text))
        throw new Error(`it ended: ${everything().slice(-OUTPUT_TAIL_CHARACTERS)}`);
    },
    ended,
    stop: (signal = "SIGINT", limitMs) => {
      if (!isOver()) child.kill(signal);
      return ended(limitMs);
    },
  };
}
