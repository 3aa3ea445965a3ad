// Temporal's command line, as people have it: built once, and run with nothing of the environment but a home of its own.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtGoTool } from "#harness/go-tool";

/** The newest version that `go install` builds: later ones need a module that is not published. */
const CLI = { name: "temporal-cli", package: "github.com/temporalio/cli/cmd/temporal", version: "v1.5.1" };
const COMMAND_LIMIT_MS = 60_000;
const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

export interface CommandOutcome {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface TemporalCli {
  run(args: readonly string[], server?: { address: string; namespace: string }): Promise<CommandOutcome>;
  close(): void;
}

/** The path of the program. */
export function temporalProgram(): Promise<string> {
  return builtGoTool(CLI);
}

export async function openTemporalCli(): Promise<TemporalCli> {
  const binary = await temporalProgram();
  const home = mkdtempSync(join(tmpdir(), "cellplane-cli-"));
  return {
    run: (args, server) => {
      const target =
        server === undefined ? [] : ["--address", server.address, "--namespace", server.namespace];
      return outcomeOf(binary, [...args, ...target], {
        HOME: home,
        PATH: process.env["PATH"],
        TZ: "UTC",
        USER: "cli",
      });
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

function outcomeOf(binary: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const options = { env, timeout: COMMAND_LIMIT_MS, maxBuffer: OUTPUT_BYTES_MAX };
    const child = execFile(binary, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : -1;
      resolve({ exitCode: error === null ? 0 : code, stdout, stderr });
    });
    child.stdin?.end();
  });
}
