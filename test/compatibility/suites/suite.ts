// A language's compatibility suite: one executable that runs programs against a server and prints a JSON line for each.
// Its protocol is in ../README.md. Builds and their caches live outside the tree.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cacheDirectory } from "#harness/cache-directory";

export type Language = "go" | "python" | "java";

/** How to call the built executable; the suite's own arguments are appended. */
export interface SuiteCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly ms: number;
}

/** A suite that runs. */
export interface RunningSuite {
  /** Waits for the program's line. Fails when the suite ends without it. */
  outcomeOf(name: string): Promise<Outcome>;
  /** All lines, when the suite has ended. */
  ended(): Promise<Outcome[]>;
  stop(): Promise<void>;
}

const STDERR_TAIL_CHARACTERS = 4_000;

/** The sources of a language's suite. */
export function suiteDirectory(language: Language): string {
  return fileURLToPath(new URL(`../${language}`, import.meta.url));
}

/** Where a language's suite is built. */
export function buildDirectory(language: Language): string {
  const directory = cacheDirectory("compatibility", language);
  mkdirSync(directory, { recursive: true });
  return directory;
}

export function runSuite(command: SuiteCommand, args: readonly string[]): RunningSuite {
  const child = spawn(command.file, [...command.args, ...args], {
    cwd: command.cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const outcomes = new Map<string, Outcome>();
  const waiting = new Map<string, (outcome: Outcome | undefined) => void>();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_TAIL_CHARACTERS);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    // The suite's own protocol.
    const outcome = JSON.parse(line) as Outcome;
    outcomes.set(outcome.name, outcome);
    waiting.get(outcome.name)?.(outcome);
  });
  const end = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      stderr += String(error);
      resolve();
    });
    child.once("close", () => resolve());
  }).then(() => {
    for (const resolve of waiting.values()) resolve(undefined);
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    outcomeOf: async (name) => {
      const outcome =
        outcomes.get(name) ??
        (hasEnded()
          ? await end.then(() => outcomes.get(name))
          : await new Promise<Outcome | undefined>((resolve) => waiting.set(name, resolve)));
      if (outcome === undefined) throw new Error(`the suite ended without a word of ${name}: ${stderr}`);
      return outcome;
    },
    ended: async () => {
      await end;
      return [...outcomes.values()];
    },
    stop: async () => {
      if (!hasEnded()) child.kill("SIGTERM");
      await end;
    },
  };
}
