// The frame of every process: ready file, SIGTERM/SIGINT to an orderly stop, exit when the supervisor's pipe closes.
import { renameSync, writeFileSync } from "node:fs";
import type { Logger } from "./log.ts";

const STOP_TIMEOUT_MS = 10_000;

export interface RunningProcess {
  /** Stops taking work, finishes or fails what is under way, releases everything. */
  stop(): Promise<void>;
}

/** Runs `start`, writes the ready file, and stops in order on SIGTERM or SIGINT or when stdin closes (if asked). */
export async function runProcess(options: {
  log: Logger;
  readyFile?: string | undefined;
  stopWithStdin?: boolean | undefined;
  start: () => Promise<RunningProcess>;
}): Promise<void> {
  const running = await options.start();
  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    options.log.info({ reason }, "stopping");
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        options.log.error({ err: error }, "stop failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  if (options.stopWithStdin === true) {
    process.stdin.on("end", () => stop("supervisor gone"));
    process.stdin.on("error", () => stop("supervisor gone"));
    process.stdin.resume();
  }
  if (options.readyFile !== undefined) {
    writeFileSync(`${options.readyFile}.new`, `${process.pid}\n`);
    renameSync(`${options.readyFile}.new`, options.readyFile);
  }
  options.log.info("ready");
}
