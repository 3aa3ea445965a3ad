// One simulated life of a cell under load, decided by a seed: the real engine on a store in memory, with crashes, a
// database that comes and goes, lost and late messages, and a second process that takes over. Nothing here is real time.
import { setMaxListeners } from "node:events";
import { Random } from "#harness/random";
import { problemsOfForgotten } from "../checker/check-forgotten.ts";
import { problemsOfEach, problemsOfWorld } from "../checker/check-world.ts";
import { problemsOfNeighbours } from "../checker/check-neighbours.ts";
import { ClientJournal } from "../checker/client-journal.ts";
import { describeWorkflow } from "../checker/describe-workflow.ts";
import type { RunRecord, StoredWorld } from "../checker/stored-world.ts";
import { Caller } from "../workload/caller.ts";
import { Load, type LoadSettings } from "../workload/load.ts";
import { Adversity } from "./adversity.ts";
import { FaultyLink } from "./memory-store/faults.ts";
import { MemoryStore, type PreparedStatement } from "./memory-store/memory-store.ts";
import { readWorld, runOf } from "./memory-store/read-world.ts";
import type { Tables } from "./memory-store/tables.ts";
import { SimulatedCells } from "./simulated-cell.ts";
import { SimulatedNetwork } from "./simulated-network.ts";
import { SimulatedProcess, VirtualTime } from "./virtual-time.ts";

const NAMESPACE = "simulated";
/** Where everything is that is no workflow of the load. */
const NEIGHBOURS = "neighbours";
/** After the last fault: everything that is due must have happened. */
const CALM_MS = 90_000;
const SETTLE_MS = 60_000;
/** Workers poll, and end what is open; a poll that is answered at once would be sent again at once. */
const CALM_CALLS_MAX = 20_000;

export interface SimulationResult {
  seed: number;
  steps: number;
  calls: number;
  acts: { ok: number; refused: number; unknown: number };
  commits: number;
  cellStarts: number;
  virtualMs: number;
  problems: string[];
  tables: Tables;
  /** Everything about one workflow, for whoever looks into a problem. */
  describe: (workflowId: string) => string;
}

/** Sees everything that goes to the store. */
export interface StoreObserver {
  committed(statements: readonly PreparedStatement[]): void;
  read(text: string, values: readonly unknown[]): void;
}

export async function simulate(
  seed: number,
  stepsMax: number,
  observer?: StoreObserver,
): Promise<SimulationResult> {
  const time = new VirtualTime();
  const restore = time.install();
  try {
    return await new Simulation(seed, time).run(stepsMax, observer);
  } finally {
    restore();
  }
}

class Simulation {
  readonly #seed: number;
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #link: FaultyLink;
  readonly #store: MemoryStore;
  readonly #cells: SimulatedCells;
  readonly #network: SimulatedNetwork;
  readonly #journal = new ClientJournal();
  readonly #load: Load;
  readonly #neighbours: Load;
  readonly #neighboursJournal = new ClientJournal("neighbour");
  readonly #clients = new SimulatedProcess("clients");
  /** State of each run when it was last checked. */
  readonly #checked = new Map<string, Buffer>();
  readonly #problems: string[] = [];

  constructor(seed: number, time: VirtualTime) {
    this.#seed = seed;
    this.#time = time;
    this.#random = new Random(seed);
    this.#link = new FaultyLink(this.#random.fork());
    this.#store = new MemoryStore(time, this.#link);
    this.#cells = new SimulatedCells(time, this.#store, {
      random: this.#random.fork(),
      options: {
        namespaces: `${NAMESPACE},${NEIGHBOURS}`,
        executionsMax: this.#random.pick([100, 100, 5_000]),
        heldBytesMax: this.#random.pick([1_000_000, 48_000_000]),
      },
    });
    this.#network = new SimulatedNetwork(time, this.#cells, {
      random: this.#random.fork(),
      clients: this.#clients,
    });
    this.#load = new Load(settingsOf(this.#random), {
      caller: new Caller(this.#network.send),
      journal: this.#journal,
      random: this.#random.fork(),
    });
    this.#neighbours = new Load(neighboursOf(this.#random), {
      caller: new Caller(this.#network.send),
      journal: this.#neighboursJournal,
      random: this.#random.fork(),
    });
    for (const load of [this.#load, this.#neighbours]) setMaxListeners(0, load.over.signal, load.ending);
  }

  async run(stepsMax: number, observer?: StoreObserver): Promise<SimulationResult> {
    const adversity = new Adversity(this.#time, {
      random: this.#random.fork(),
      link: this.#link,
      store: this.#store,
      cells: this.#cells,
      network: this.#network,
      afterCrash: () => this.#checkChanged(),
    });
    if (observer !== undefined) this.#store.onRead = (text, values) => observer.read(text, values);
    this.#store.onCommit = (session, statements) => {
      observer?.committed(statements);
      if (!this.#store.isWriter(session))
        this.#problems.push("C3: a process that is not the writer has committed");
    };
    this.#cells.start();
    for (const load of [this.#load, this.#neighbours]) this.#time.as(this.#clients, () => load.start());
    adversity.start();
    await this.#time.run(() => this.#time.steps >= stepsMax || this.#problems.length > 0);
    adversity.end();
    await this.#calmDown();
    return this.#result();
  }

  /** No faults any more; workers end what they get. Then what is open is terminated, and everything is checked. */
  async #calmDown(): Promise<void> {
    for (const load of [this.#load, this.#neighbours]) this.#time.as(this.#clients, () => load.end());
    const callsBefore = this.#network.calls;
    const calmSince = this.#time.now + CALM_MS / 2;
    await this.#pass(CALM_MS);
    this.#problems.push(...problemsOfForgotten(this.#world, calmSince, this.#time.now));
    this.#problems.push(...problemsOfNeighbours(this.#world, this.#neighboursJournal, calmSince));
    this.#time.as(this.#clients, () => {
      for (const row of this.#store.tables.schedules.values()) this.#deleteSchedule(String(row.schedule_id));
    });
    await this.#pass(SETTLE_MS);
    const open = this.#world.runs.filter((run) => run.isOpen);
    this.#time.as(this.#clients, () => {
      for (const run of open) this.#terminate(run.record);
    });
    await this.#pass(SETTLE_MS);
    for (const load of [this.#load, this.#neighbours]) this.#time.as(this.#clients, () => void load.stop());
    await this.#pass(SETTLE_MS);
    this.#problems.push(...problemsOfWorld(this.#world, this.#journal));
    const stillOpen = this.#world.runs.filter((run) => run.isOpen);
    for (const run of stillOpen) this.#problems.push(`${run.name} is open at the end`);
    this.#problems.push(...this.#cells.scandals);
    const calls = this.#network.calls - callsBefore;
    if (calls > CALM_CALLS_MAX)
      this.#problems.push(`${String(calls)} calls in calm: somebody asks in a loop`);
  }

  get #world(): StoredWorld {
    return readWorld(this.#store.tables, NAMESPACE);
  }

  #terminate({ namespaceId, workflowId }: RunRecord): void {
    const namespace = String(this.#store.tables.namespaces.get(namespaceId)?.name);
    const journal = namespace === NAMESPACE ? this.#journal : this.#neighboursJournal;
    const act = journal.open("terminate", { workflowId });
    const request = { namespace, workflowExecution: { workflowId }, identity: act.id };
    void journal.attempt(act, () => this.#load.caller.call("TerminateWorkflowExecution", request));
  }

  #deleteSchedule(scheduleId: string): void {
    const act = this.#neighboursJournal.open("other");
    const request = { namespace: NEIGHBOURS, scheduleId };
    void this.#neighboursJournal.attempt(act, () => this.#load.caller.call("DeleteSchedule", request));
  }

  async #pass(ms: number): Promise<void> {
    const until = this.#time.now + ms;
    await this.#time.run(() => this.#time.now >= until);
  }

  /** After a crash, what changed since the last one must be sound (C2, C4). */
  #checkChanged(): void {
    const { tables } = this.#store;
    for (const [key, record] of tables.executions) {
      if (this.#checked.get(key) === record.state) continue;
      this.#checked.set(key, record.state);
      this.#problems.push(...problemsOfEach([runOf(tables, record)]));
    }
  }

  #result(): SimulationResult {
    return {
      seed: this.#seed,
      steps: this.#time.steps,
      calls: this.#network.calls,
      acts: {
        ok: this.#journal.count("ok"),
        refused: this.#journal.count("refused"),
        unknown: this.#journal.count("unknown"),
      },
      commits: this.#store.commits,
      cellStarts: this.#cells.starts,
      virtualMs: this.#time.clock.monotonic(),
      problems: this.#problems,
      tables: this.#store.tables,
      describe: (workflowId) => describeWorkflow(this.#world, this.#journal, workflowId),
    };
  }
}

function neighboursOf(random: Random): LoadSettings {
  const neighbours = random.pick([0, 1, 6]);
  return {
    ...settingsOf(random),
    ...{ namespace: NEIGHBOURS, clients: 0, neighbours, workers: 1, nexusWorkers: neighbours },
  };
}

function settingsOf(random: Random): LoadSettings {
  return {
    namespace: NAMESPACE,
    neighbours: 0,
    clients: random.between(2, 8),
    workers: random.between(1, 4),
    nexusWorkers: random.pick([0, 1]),
    versions: random.pick([0, 2]),
    workflows: random.pick([3, 10, 40]),
    pauseMsMax: random.pick([100, 1_000, 5_000]),
    workMsMax: random.pick([20, 200, 2_000]),
    forgetsOneIn: random.pick([10, 40]),
    updateMsMax: 15_000,
    mayDelete: true,
  };
}
