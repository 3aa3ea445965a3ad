// A load on one cell: clients and workers with a will of their own, decided by chance. What they do and hear is in the
// journal. The same load runs against a simulated cell and against real processes.
import { delay } from "#shared/clock";
import type { Random } from "#harness/random";
import type { ClientJournal } from "../checker/client-journal.ts";
import { runActivityWorker, workOnActivity, type ActivityTask } from "./activity-worker.ts";
import type { Caller } from "./caller.ts";
import { runClient } from "./client.ts";
import { createEndpoint, runNeighbour } from "./neighbour.ts";
import { runNexusWorker } from "./nexus-worker.ts";
import { runWorkflowWorker } from "./workflow-worker.ts";

export interface LoadSettings {
  namespace: string;
  clients: number;
  /** Callers of everything that is no workflow of the load. */
  neighbours: number;
  workers: number;
  /** Versions of workers: so many more of each kind. With 0 no worker has one. */
  versions: number;
  /** Handlers of the Nexus operations of its workflows and of neighbours; with 0 workflows ask for none. */
  nexusWorkers: number;
  /** Workflow ids in use at a time. */
  workflows: number;
  /** Pause between two acts of a client, at most. */
  pauseMsMax: number;
  /** Longest time that a worker takes for a task. */
  workMsMax: number;
  /** One task in so many is kept until it times out; 0: none. */
  forgetsOneIn: number;
  /** Longest time that a caller waits for an update. */
  updateMsMax: number;
  /** Deletes runs: what they did can only be recounted where the store is asked before. */
  mayDelete: boolean;
}

export class Load {
  readonly settings: LoadSettings;
  readonly caller: Caller;
  readonly journal: ClientJournal;
  readonly random: Random;
  readonly #ending = new AbortController();
  /** Everybody goes home. */
  readonly over = new AbortController();
  /** Rises with every new workflow id. */
  workflowsMade = 0;
  namespacesMade = 0;
  /** The endpoint whose handlers are the load's own is there. */
  hasEndpoint = false;
  #working: Promise<unknown>[] = [];
  /** Those that stop by themselves when the load is ending. */
  readonly #leaving: Promise<unknown>[] = [];

  constructor(
    settings: LoadSettings,
    { caller, journal, random }: { caller: Caller; journal: ClientJournal; random: Random },
  ) {
    this.settings = settings;
    this.caller = caller;
    this.journal = journal;
    this.random = random;
  }

  /** Calms down: clients stop, workers end what they get. */
  end(): void {
    this.#ending.abort(new Error("the load is ending"));
  }

  get isEnding(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Of those who wait for something that may never come: at the end they give up. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  start(): void {
    const { clients, neighbours, workers, versions, nexusWorkers } = this.settings;
    if (nexusWorkers > 0) this.#leaving.push(createEndpoint(this));
    for (let number = 0; number < neighbours; number += 1) this.#leaving.push(runNeighbour(this));
    for (let number = 0; number < nexusWorkers; number += 1)
      this.#working.push(runNexusWorker(this, `nexus-${String(number)}`));
    for (let version = 1; version <= versions; version += 1) {
      this.#working.push(runWorkflowWorker(this, `version-${String(version)}`, version));
      this.#working.push(runActivityWorker(this, `version-${String(version)}`, version));
    }
    for (let number = 0; number < clients; number += 1) this.#leaving.push(runClient(this));
    for (let number = 0; number < workers; number += 1) {
      this.#working.push(runWorkflowWorker(this, `worker-${String(number)}`));
      this.#working.push(runActivityWorker(this, `activities-${String(number)}`));
    }
  }

  /** When it is ending: resolves when no client does anything any more. Workers go on with what is open. */
  async clientsLeft(): Promise<void> {
    await Promise.all(this.#leaving);
  }

  /** Ends polls and waits until everybody is gone. */
  async stop(): Promise<void> {
    this.end();
    this.over.abort(new Error("the load is over"));
    await Promise.all([...this.#working, ...this.#leaving]);
  }

  /** Waits, or gives up at once when the load is over. */
  async pause(ms: number): Promise<void> {
    if (ms > 0) await delay(ms, this.over.signal).catch(() => undefined);
  }

  /** The same of somebody who has something to do afterwards: at the end at once. */
  async linger(ms: number): Promise<void> {
    if (ms > 0) await delay(ms, this.ending).catch(() => undefined);
  }

  /** The time that a worker takes; none at the end, so that what waits is soon done. */
  async work(): Promise<void> {
    if (!this.isEnding) await this.pause(this.random.below(this.settings.workMsMax + 1));
  }

  get isOver(): boolean {
    return this.over.signal.aborted;
  }

  get namespace(): string {
    return this.settings.namespace;
  }

  /** Where all work waits: one queue of each kind, so that every worker may get any task. */
  readonly taskQueue = "work";

  /** Names of endpoints are the cell's. */
  get endpoint(): string {
    return `of-${this.namespace}`;
  }

  /** Works on an activity that came with a workflow task. */
  workOn(task: ActivityTask): void {
    this.#working.push(workOnActivity(this, task));
  }

  /** A workflow id in use, or a new one. */
  someWorkflowId(): string {
    const { workflows } = this.settings;
    if (this.random.oneIn(6) || this.workflowsMade === 0) this.workflowsMade += 1;
    const newest = this.workflowsMade;
    return `w-${String(this.random.between(Math.max(1, newest - workflows + 1), newest))}`;
  }
}
