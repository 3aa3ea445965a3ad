// The executions in memory: found by run or as the current run of a workflow id, loaded when cold, and let go again,
// least recently used first, when nothing in memory is ahead of the store.
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import { HeldRuns, type HeldRunsLimits } from "../held-runs.ts";
import type { Namespaces } from "../namespaces/namespaces.ts";
import type { ExecutionLookup } from "../store/execution-queries.ts";
import { hasVolatileState } from "../workflow/index.ts";
import { ExecutionLoader } from "./loader.ts";
import { Departures } from "./departures.ts";
import { KnownIds } from "./known-ids.ts";
import { currentKey, type LiveExecution } from "./live-execution.ts";

export interface RegistryOptions {
  pool: Queryable;
  namespaces: Namespaces;
  limits: HeldRunsLimits;
  /** Settles when loads may read the store; undefined when they may at once. */
  recovery: () => Promise<void> | undefined;
  /** An execution came from the store. */
  onLoaded: (execution: LiveExecution) => void;
  /** Makes the stored wake-up exact before the execution is let go; true when that needs a flush first. */
  beforeEviction: (execution: LiveExecution) => boolean;
}

export class ExecutionRegistry {
  readonly #options: RegistryOptions;
  readonly #loader: ExecutionLoader;
  /** Their bytes are those of histories and states. */
  readonly #runs: HeldRuns<LiveExecution>;
  readonly #departures = new Departures();
  readonly knownIds = new KnownIds();
  /** Deletions that are not durable yet, by run id. */
  readonly #deletions = new Map<string, Promise<void>>();

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.#loader = new ExecutionLoader(options.pool, options.namespaces, this.#departures);
    this.#runs = new HeldRuns({
      limits: options.limits,
      currentKeyOf: ({ state }) => currentKey(state),
      isIdle,
      letGo: (execution) => {
        if (!options.beforeEviction(execution)) this.#remove(execution);
      },
    });
  }

  get size(): number {
    return this.#runs.size;
  }

  /** The execution if it is in memory. With an empty run id, the current run. */
  held(lookup: ExecutionLookup): LiveExecution | undefined {
    const found =
      lookup.runId === "" ? this.#runs.current(currentKey(lookup)) : this.#runs.byRun(lookup.runId);
    if (found?.state.namespaceId !== lookup.namespaceId) return undefined;
    if (found.state.workflowId !== lookup.workflowId || found.isDeleted) return undefined;
    this.#runs.touch(found);
    return found;
  }

  /** The execution, from memory or from the store; undefined when it does not exist. */
  find(lookup: ExecutionLookup): Promise<LiveExecution | undefined> {
    return this.use(lookup, (execution) => execution);
  }

  /**
   * Finds the execution and acts on it before anybody else does anything: who starts a run because there is none must
   * not be overtaken by another who saw the same, and a promise of the finding would let them.
   */
  async use<Result>(
    lookup: ExecutionLookup,
    act: (execution: LiveExecution | undefined) => Result,
  ): Promise<Result> {
    for (;;) {
      const held = this.held(lookup);
      if (held !== undefined) return act(held);
      if (this.#isCertainlyNew(lookup)) return act(undefined);
      await this.#options.recovery();
      const { execution: loaded, isOutdated } = await this.#loader.load(lookup);
      // Another caller may have loaded, started or deleted it while we waited.
      const now = this.held(lookup);
      if (now !== undefined) return act(now);
      if (this.#options.recovery() !== undefined || isOutdated()) continue;
      // Deleted while the store answered: what it said is of a namespace that is gone.
      const isGone = this.#options.namespaces.byId(lookup.namespaceId) === undefined;
      if (loaded === undefined || isGone) return act(undefined);
      const { runId } = loaded.state;
      if (this.#deletions.has(runId)) {
        await this.deletionOf(runId);
        continue;
      }
      const sameRun = this.#runs.byRun(runId);
      // Found as the current run while it is held as a run that another one has replaced: the store is behind.
      if (sameRun !== undefined) return act(sameRun);
      this.#add(loaded);
      this.#options.onLoaded(loaded);
      return act(loaded);
    }
  }

  /**
   * Nobody needs to look. Errors: UNAVAILABLE while nobody knows whether the namespace is gone: a run that is made in it
   * would be lost with it.
   */
  #isCertainlyNew(lookup: ExecutionLookup): boolean {
    if (lookup.runId !== "" || this.#options.recovery() !== undefined) return false;
    return this.#options.namespaces.byId(lookup.namespaceId) !== undefined && this.knownIds.isNew(lookup);
  }

  /** A run that was just made; it is the current one of its workflow id from now on. */
  addNew(execution: LiveExecution): void {
    this.knownIds.add(execution.state);
    const previous = this.#runs.current(currentKey(execution.state));
    if (previous !== undefined) previous.isCurrent = false;
    this.#add(execution);
  }

  /** The close of the execution is durable. */
  ended(execution: LiveExecution): void {
    this.#runs.ended(execution);
  }

  grow(bytes: number): void {
    this.#runs.grow(bytes);
  }

  /** Counts the state anew: it was written or read. */
  measure(execution: LiveExecution): void {
    if (!this.#runs.has(execution)) return;
    const grown = execution.stateBytes - execution.countedStateBytes;
    execution.countedStateBytes = execution.stateBytes;
    this.grow(grown);
  }

  /** Gives an execution up: what memory knows of it is not to be trusted, or it was deleted. */
  drop(execution: LiveExecution): void {
    if (execution.isDropped) return;
    this.#remove(execution);
    const gone = new CloudError(
      "UNAVAILABLE",
      "The cell lost track of the workflow for a moment. Try again.",
    );
    execution.updates.rejectAll(gone);
    for (const query of execution.queries.splice(0)) query.reject(gone);
    execution.notify();
  }

  /** Gives up an execution whose deletion is in a flush. Until that is durable nobody may find it in the store. */
  delete(execution: LiveExecution, durable: Promise<void>): void {
    const { runId } = execution.state;
    execution.isDeleted = true;
    this.drop(execution);
    const over = (): void => {
      this.#deletions.delete(runId);
      this.#leave(execution);
    };
    this.#deletions.set(runId, durable.then(over, over));
  }

  /** Settles when a deletion of the run is durable or lost; at once when there is none. */
  async deletionOf(runId: string): Promise<void> {
    await this.#deletions.get(runId);
  }

  /** Gives up what is in memory of a namespace that goes; what that was. */
  dropNamespace(namespaceId: string): LiveExecution[] {
    const dropped = this.#runs.ofNamespace(namespaceId);
    for (const execution of dropped) {
      execution.isDeleted = true;
      this.drop(execution);
    }
    return dropped;
  }

  #add(execution: LiveExecution): void {
    this.#runs.add(execution);
    this.grow(heldHistoryBytes(execution));
    this.measure(execution);
  }

  #remove(execution: LiveExecution): void {
    execution.isDropped = true;
    const bytes = heldHistoryBytes(execution) + execution.countedStateBytes;
    if (!this.#runs.remove(execution, bytes)) return;
    execution.countedStateBytes = 0;
    this.#leave(execution);
  }

  #leave({ state }: LiveExecution): void {
    this.#departures.leave([state.runId, currentKey(state)]);
  }
}

function heldHistoryBytes({ batches, historyBytes }: LiveExecution): number {
  return batches === undefined ? 0 : historyBytes;
}

function isIdle(execution: LiveExecution): boolean {
  return (
    execution.group === undefined &&
    execution.watchers.size === 0 &&
    execution.queries.length === 0 &&
    execution.updates.size === 0 &&
    execution.actsUnderWay === 0 &&
    !hasVolatileState(execution.state)
  );
}
