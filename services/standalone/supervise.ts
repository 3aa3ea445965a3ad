// Runs one process of the cloud as a child: waits until it is ready, writes its output to a file, starts it again
// when it dies. The child ends when our end of its stdin closes, so a killed supervisor leaves nothing behind.
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { delay } from "#shared/clock";

const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 20;
const STOP_TIMEOUT_MS = 12_000;
const RESTART_DELAY_FIRST_MS = 50;
const RESTART_DELAY_MAX_MS = 5_000;
const LOG_TAIL_CHARACTERS = 3_000;

export interface ProcessPlan {
  /** Unique in the cloud: "api", "cell-a" ... */
  name: string;
  /** The entry point, e.g. dist/services/api/main.js. */
  script: string;
  /** CELLPLANE_* settings. */
  environment: Readonly<Record<string, string>>;
}

export interface SupervisedProcess {
  stop(): Promise<void>;
}

/** Starts the process and answers once it is ready; fails with the end of its log when it does not become so. */
export async function supervise(plan: ProcessPlan, dataDirectory: string): Promise<SupervisedProcess> {
  const supervisor = new Supervisor(plan, dataDirectory);
  await supervisor.start();
  return supervisor;
}

class Supervisor implements SupervisedProcess {
  readonly #plan: ProcessPlan;
  readonly #readyFile: string;
  readonly #logFile: string;
  #child: ChildProcess | undefined;
  #logOffset = 0;
  #isStopping = false;

  constructor(plan: ProcessPlan, dataDirectory: string) {
    this.#plan = plan;
    this.#readyFile = join(dataDirectory, "run", `${plan.name}.ready`);
    this.#logFile = join(dataDirectory, "log", `${plan.name}.log`);
  }

  async start(): Promise<void> {
    const child = this.#spawn();
    const deadline = performance.now() + READY_TIMEOUT_MS;
    while (!existsSync(this.#readyFile)) {
      const isDead = child.exitCode !== null || child.signalCode !== null;
      if (isDead || performance.now() > deadline) {
        await this.stop();
        throw new Error(`${this.#plan.name} did not become ready:\n${this.#logTail()}`);
      }
      await delay(READY_POLL_MS);
    }
    void this.#keepAlive(child);
  }

  #spawn(): ChildProcess {
    rmSync(this.#readyFile, { force: true });
    const log = openSync(this.#logFile, "a", 0o600);
    this.#logOffset = fstatSync(log).size;
    const child = spawn(process.execPath, ["--enable-source-maps", this.#plan.script], {
      env: {
        PATH: process.env["PATH"],
        NODE_EXTRA_CA_CERTS: process.env["NODE_EXTRA_CA_CERTS"],
        ...this.#plan.environment,
        CELLPLANE_READY_FILE: this.#readyFile,
        CELLPLANE_STOP_WITH_STDIN: "true",
      },
      stdio: ["pipe", log, log],
    });
    closeSync(log);
    // Writing to a dead child's stdin is no news: its exit is what we look at.
    child.stdin?.on("error", () => undefined);
    this.#child = child;
    return child;
  }

  async #keepAlive(first: ChildProcess): Promise<void> {
    let child = first;
    let waitMs = RESTART_DELAY_FIRST_MS;
    for (;;) {
      const startedAt = performance.now();
      await ended(child);
      this.#child = undefined;
      if (this.#isStopping) return;
      waitMs = performance.now() - startedAt > RESTART_DELAY_MAX_MS * 2 ? RESTART_DELAY_FIRST_MS : waitMs;
      await delay(waitMs);
      // The stop may have come while waiting; TypeScript cannot see that across the await.
      if (this.#isStoppingNow()) return;
      waitMs = Math.min(waitMs * 2, RESTART_DELAY_MAX_MS);
      child = this.#spawn();
    }
  }

  #isStoppingNow(): boolean {
    return this.#isStopping;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.stdin?.end();
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
    await ended(child);
    clearTimeout(timer);
  }

  /** The end of what the last start wrote. */
  #logTail(): string {
    if (!existsSync(this.#logFile)) return "";
    return readFileSync(this.#logFile).subarray(this.#logOffset).toString().slice(-LOG_TAIL_CHARACTERS);
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
