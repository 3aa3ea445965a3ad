// A cell under load while things are done to it: started again whenever it ends, as a supervisor does, and judged at the
// end by what its callers were told. The faults are given; how long it takes until calls work again is measured.
import { setMaxListeners } from "node:events";
import { delay, systemClock } from "#shared/clock";
import { createGrpcClient, type GrpcClient } from "#shared/grpc-client";
import { eventually } from "#harness/eventually";
import { Random } from "#harness/random";
import { NAMESPACE, startTestCell, type TestCell } from "../cell/cell-client.ts";
import { problemsOfForgotten, problemsOfUnended } from "../checker/check-forgotten.ts";
import { problemsOfNeighbours } from "../checker/check-neighbours.ts";
import { problemsOfWorld } from "../checker/check-world.ts";
import { ClientJournal } from "../checker/client-journal.ts";
import { readPostgresWorld } from "../checker/read-postgres-world.ts";
import type { StoredWorld } from "../checker/stored-world.ts";
import { Caller } from "../workload/caller.ts";
import { Load, type LoadSettings } from "../workload/load.ts";
import { SCHEDULE_IDS } from "../workload/neighbour.ts";

/** Where everything is that is no workflow of the load. */
const NEIGHBOURS = "neighbours";
const SETTINGS: LoadSettings = {
  namespace: NAMESPACE,
  clients: 12,
  neighbours: 0,
  workers: 3,
  nexusWorkers: 1,
  versions: 2,
  workflows: 20,
  pauseMsMax: 20,
  workMsMax: 10,
  forgetsOneIn: 60,
  // Who waits at the end holds up the verdict.
  updateMsMax: 3_000,
  mayDelete: false,
};
/** Some hundred acts. */
const BETWEEN_FAULTS_MS = [200, 1_500] as const;
const CALM_LIMIT_MS = 60_000;
/** Some places are reached once in a second or two. */
const TURN_LIMIT_MS = 5_000;
const CALM_POLL_MS = 200;
/** About as long as a process takes to connect. */
const STANDBY_MS = 1_000;
const PROBE_DEADLINE_MS = 1_000;
const SERVING_LIMIT_MS = 60_000;
/** Characters of its output. */
const LAST_WORDS = 4_000;

export interface FaultRunOptions {
  databaseUrl: string;
  /** Where the checker reads, when the cell's own way is to be broken. */
  worldUrl?: string;
  seed: number;
  environment?: Record<string, string>;
}

export class FaultRun {
  readonly journal = new ClientJournal();
  readonly load: Load;
  readonly neighbours: Load;
  readonly random: Random;
  /** From the end of a fault to the first call that worked, in milliseconds. */
  readonly recoveries: number[] = [];
  readonly #options: FaultRunOptions;
  #grpc: GrpcClient;
  #cell: TestCell;

  private constructor(options: FaultRunOptions, cell: TestCell) {
    this.#options = options;
    this.#cell = cell;
    this.random = new Random(options.seed);
    this.#grpc = createGrpcClient(cell.address);
    const send = (path: string, request: Uint8Array, more: object) => this.#grpc.call(path, request, more);
    this.load = new Load(SETTINGS, {
      caller: new Caller(send),
      journal: this.journal,
      random: this.random.fork(),
    });
    this.neighbours = new Load(
      {
        ...SETTINGS,
        namespace: NEIGHBOURS,
        clients: 0,
        neighbours: 2,
        workers: 1,
        nexusWorkers: 2,
        pauseMsMax: 100,
      },
      { caller: new Caller(send), journal: new ClientJournal("neighbour"), random: this.random.fork() },
    );
    for (const load of [this.load, this.neighbours]) setMaxListeners(0, load.over.signal, load.ending);
  }

  static async start(options: FaultRunOptions): Promise<FaultRun> {
    const environment = { CELLPLANE_NAMESPACES: `${NAMESPACE},${NEIGHBOURS}`, ...options.environment };
    const cell = await startTestCell(options.databaseUrl, environment);
    const run = new FaultRun({ ...options, environment }, cell);
    run.load.start();
    run.neighbours.start();
    return run;
  }

  /** kill -9, and a new process on the same address. */
  async killCell(more: Record<string, string> = {}): Promise<void> {
    const { address } = this.#cell;
    this.#cell.client.close();
    await this.#cell.process.kill();
    const environment = { ...this.#options.environment, ...more, CELLPLANE_LISTEN_ADDRESS: address };
    this.#cell = await startTestCell(this.#options.databaseUrl, environment);
  }

  /** kill -9 and nothing more: `killCell` starts it again. */
  kill(): void {
    process.kill(this.#cell.process.pid, "SIGKILL");
  }

  /**
   * Starts the cell so that it ends when it is at a failpoint for the `turn`th time, and resolves when it has. `provoke`
   * makes it get there.
   */
  async endAt(
    { place, turn }: { place: string; turn: number },
    provoke: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const failpoint = `${place}:${String(turn)}`;
    try {
      await this.killCell({ CELLPLANE_FAILPOINT: failpoint });
    } catch (error) {
      // It may end before it is ready.
      if (String(error).includes("ended with SIGKILL")) return;
      throw error;
    }
    await eventually(
      async () => {
        if (!this.#cell.process.hasEnded()) await provoke().catch(() => undefined);
        return this.#cell.process.hasEnded();
      },
      { limitMs: SERVING_LIMIT_MS + turn * TURN_LIMIT_MS, what: `the end at ${failpoint}` },
    );
  }

  /** The writer stops moving until a second process has taken over, and then moves again: it must end by itself (C3). */
  async takeOver(): Promise<void> {
    const before = this.#cell;
    const starting = startTestCell(this.#options.databaseUrl, this.#options.environment);
    // A standby is ready only when it writes.
    await delay(STANDBY_MS);
    process.kill(before.process.pid, "SIGSTOP");
    this.#cell = await starting;
    const grpc = this.#grpc;
    this.#grpc = createGrpcClient(this.#cell.address);
    process.kill(before.process.pid, "SIGCONT");
    await eventually(() => before.process.hasEnded(), {
      limitMs: SERVING_LIMIT_MS,
      what: "the end of the writer that was superseded",
    });
    grpc.close();
    before.client.close();
    await before.process.kill();
  }

  /** Does things to the cell or its database, one after the other, for so long. */
  async suffer(forMs: number, faults: readonly (() => Promise<void>)[]): Promise<number> {
    const until = performance.now() + forMs;
    let count = 0;
    while (performance.now() < until) {
      await delay(this.random.between(...BETWEEN_FAULTS_MS));
      await this.random.pick(faults)();
      count += 1;
      this.recoveries.push(await this.timeUntilServing());
    }
    return count;
  }

  get pid(): number {
    return this.#cell.process.pid;
  }

  /** Milliseconds until a signal is stored again: a write is the proof. */
  async timeUntilServing(): Promise<number> {
    const from = performance.now();
    const { process: serving } = this.#cell;
    await eventually(
      async () => {
        // Nothing starts it again meanwhile: what it printed last tells why.
        if (serving.hasEnded()) return true;
        const workflowId = `probe-${String(this.recoveries.length)}`;
        await this.#cell.client.call(
          "SignalWithStartWorkflowExecution",
          {
            namespace: NAMESPACE,
            workflowId,
            workflowType: { name: "probe" },
            taskQueue: { name: "nobody" },
            signalName: "s",
            requestId: workflowId,
          },
          { deadlineMs: PROBE_DEADLINE_MS },
        );
        return true;
      },
      { limitMs: SERVING_LIMIT_MS, what: "a call that works" },
    );
    if (serving.hasEnded())
      throw new Error(`the cell ended by itself:\n${serving.output().slice(-LAST_WORDS)}`);
    return performance.now() - from;
  }

  /** Ends the load in order and gives everything that is wrong. */
  async verdict(): Promise<string[]> {
    for (const load of [this.load, this.neighbours]) load.end();
    const problems: string[] = [];
    // What a client still does could be in the middle when everything is compared.
    await Promise.all([this.load.clientsLeft(), this.neighbours.clientsLeft()]);
    const calmSince = systemClock.now();
    await eventually(() => this.#endSchedules(), {
      limitMs: CALM_LIMIT_MS,
      what: "the end of all schedules",
    });
    problems.push(...(await this.#forgottenSince(calmSince)));
    await eventually(() => this.#endAllRuns(), {
      limitMs: CALM_LIMIT_MS,
      pollMs: CALM_POLL_MS,
      what: "the end of all runs",
    }).catch(async (error: unknown) =>
      problems.push(String(error), ...problemsOfUnended(await this.#world())),
    );
    await Promise.all([this.load.stop(), this.neighbours.stop()]);
    return [...problems, ...problemsOfWorld(await this.#world(), this.journal)];
  }

  /** What is due and does not happen. What a busy machine still works on becomes less and less, and is waited for. */
  async #forgottenSince(calmSince: number): Promise<string[]> {
    let forgotten: string[] = [];
    for (let stuckSince = performance.now(); performance.now() - stuckSince < CALM_LIMIT_MS;) {
      const world = await this.#world();
      // Probes have no worker.
      const left = [
        ...problemsOfForgotten(withoutProbes(world), calmSince, systemClock.now()),
        ...problemsOfNeighbours(world, this.neighbours.journal, calmSince),
      ];
      if (left.length === 0) return [];
      if (left.length !== forgotten.length) stuckSince = performance.now();
      forgotten = left;
      await delay(CALM_POLL_MS);
    }
    return forgotten;
  }

  /** Again until none is open: a run that ends may still owe the start of a child or of its next run. */
  async #endAllRuns(): Promise<boolean> {
    // A repeat that came late may have made one anew.
    const areSchedulesGone = await this.#endSchedules();
    const { runs, namespaces } = await this.#world();
    const names = new Map(namespaces.map(({ namespaceId, name }) => [namespaceId, name]));
    for (const { record } of runs.filter(({ isOpen }) => isOpen)) {
      const namespace = names.get(record.namespaceId);
      const journal = namespace === NAMESPACE ? this.journal : this.neighbours.journal;
      const act = journal.open("terminate", { workflowId: record.workflowId });
      const workflowExecution = { workflowId: act.workflowId };
      const request = { namespace, workflowExecution, identity: act.id };
      await journal.attempt(act, () => this.load.caller.call("TerminateWorkflowExecution", request));
    }
    return areSchedulesGone && runs.every((run) => !run.isOpen && run.record.pending === 0);
  }

  /** They would start new runs for ever. */
  async #endSchedules(): Promise<boolean> {
    const { journal, caller } = this.neighbours;
    const verdicts = SCHEDULE_IDS.map(async (scheduleId) => {
      const act = journal.open("other");
      const request = { namespace: NEIGHBOURS, scheduleId };
      await journal.attempt(act, () => caller.call("DeleteSchedule", request));
      return act.verdict === "ok" || act.refusedWith === "NOT_FOUND";
    });
    return (await Promise.all(verdicts)).every(Boolean);
  }

  async stop(): Promise<void> {
    for (const load of [this.load, this.neighbours]) load.end();
    this.#grpc.close();
    await Promise.all([this.load.stop(), this.neighbours.stop()]);
    this.#cell.client.close();
    await this.#cell.process.kill();
  }

  get summary(): string {
    const sorted = [...this.recoveries].sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
    const { journal } = this;
    return (
      `${String(journal.count("ok"))} acts acknowledged, ${String(journal.count("unknown"))} unknown, ` +
      `${String(this.neighbours.journal.count("ok"))} beside them, ` +
      `${String(this.recoveries.length)} faults; served again after ${at(0.5)} ms (median), ${at(1)} ms (longest)`
    );
  }

  #world(): Promise<StoredWorld> {
    return readPostgresWorld(this.#options.worldUrl ?? this.#options.databaseUrl, NAMESPACE);
  }
}

function withoutProbes(world: StoredWorld): StoredWorld {
  return { ...world, runs: world.runs.filter(({ record }) => !record.workflowId.startsWith("probe-")) };
}
