// Starts the standalone cloud or the quickstart exactly as npm does, from dist, on its own folder and ports.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram, type Program } from "./program.ts";

const STOP_LIMIT_MS = 30_000;

export interface Command extends Omit<Program, "stop"> {
  dataDirectory: string;
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
  const program = runProgram(`standalone/${script}`, ["--data", directory, ...args]);
  return {
    ...program,
    dataDirectory: directory,
    pidOf: (part) => Number(readFileSync(join(directory, "run", `${part}.ready`), "utf8")),
    stop: async () => {
      await program.stop("SIGINT", STOP_LIMIT_MS);
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

/** host:port of the API over TLS, as `npm start` printed it. */
export function tlsAddressOf(command: Command): string {
  const address = /API over TLS\s+https:\/\/(localhost:\d+)/.exec(command.stdout())?.[1];
  if (address === undefined) throw new Error(`no TLS address in ${command.stdout()}`);
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
