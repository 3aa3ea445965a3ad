// The runtime of one kind of standalone executions: finds and loads them, hands their transitions to the journal, wakes
// them, and takes up after a crash or a failed flush what was under way. Transitions of one happen without a pause.
import type { Action } from "#usage/actions";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Engine } from "../engine.ts";
import { Departures } from "../executions/departures.ts";
import type { FlushGroup } from "../journal/flush-group.ts";
import type { HeldRunsLimits } from "../held-runs.ts";
import { InterruptedRuns } from "../interrupted-runs.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  readExpiredStandalone,
  readNextStandaloneExpiry,
  readNextStandaloneWake,
  readStandalone,
  readStandaloneWakes,
  readStandaloneWithTasks,
  type StandaloneKey,
  type StoredStandalone,
} from "../store/standalone-queries.ts";
import { Retention } from "../timers/retention.ts";
import { Wakes } from "../timers/wakes.ts";
import { LiveStandalone } from "./live-standalone.ts";
import type { StandaloneKind, StandaloneState } from "./standalone-kind.ts";
import { StandaloneRegistry } from "./standalone-registry.ts";

const RETRY_MS = 500;

/** What a transition asks of the runtime. Effects run when it is durable. */
export interface StandaloneOutcome {
  actions: readonly Action[];
  isDurable: boolean;
  run: () => void;
}

export interface StandalonePorts extends Pick<Engine, "clock" | "log" | "pool"> {
  /** For reads that a caller waits for. */
  lookups: Queryable;
}

/** What a load brought. Ask `isOutdated` at once, before anything else happens. */
interface Loaded<State extends StandaloneState> {
  execution: LiveStandalone<State> | undefined;
  isOutdated: () => boolean;
}

export class StandaloneExecutions<State extends StandaloneState> {
  readonly #kind: StandaloneKind<State>;
  readonly #engine: () => Engine;
  readonly #lookups: Queryable;
  readonly #registry: StandaloneRegistry<State>;
  readonly #wakes: Wakes<StandaloneKey>;
  readonly #retention: Retention<StandaloneKey>;
  readonly #loading = new Map<string, Promise<Loaded<State>>>();
  readonly #departures = new Departures();
  /** Deletions that are not durable yet, by run id. */
  readonly #deletions = new Map<string, Promise<void>>();
  readonly #interrupted = new InterruptedRuns<StandaloneKey>();

  /** The engine is asked for when it is there: it holds this. */
  constructor(
    kind: StandaloneKind<State>,
    { clock, log, pool, lookups }: StandalonePorts,
    { engine, limits }: { engine: () => Engine; limits: HeldRunsLimits },
  ) {
    this.#lookups = lookups;
    this.#kind = kind;
    this.#engine = engine;
    this.#registry = new StandaloneRegistry(limits, ({ state }) => {
      this.#leave(state);
      this.#wakes.release(keyOf(state));
    });
    this.#wakes = new Wakes({
      clock,
      log,
      read: (range) => readStandaloneWakes(pool, kind.number, range),
      readNext: (after) => readNextStandaloneWake(pool, kind.number, after),
      onDue: (key) => this.#wake(key),
    });
    this.#retention = new Retention({
      clock,
      log,
      read: (now, rowsMax) => readExpiredStandalone(pool, kind.number, { now, rowsMax }),
      readNext: () => readNextStandaloneExpiry(pool, kind.number),
      deleteRows: (rows) => this.delete(rows, (found) => found.isClosed),
    });
  }

  /** Plans what is due, then takes up in the background what was under way. */
  async start(): Promise<void> {
    await Promise.all([this.#wakes.start(), this.#retention.start()]);
    this.#boot().catch(() => undefined);
  }

  stop(): void {
    this.#wakes.stop();
    this.#retention.stop();
  }

  /** From memory or from the store; with an empty run id the run that the id names; undefined when there is none. */
  find(key: StandaloneKey): Promise<LiveStandalone<State> | undefined> {
    return this.use(key, (execution) => execution);
  }

  /**
   * Finds and acts before anybody else does anything: who starts a run because there is none must not be overtaken by
   * another who saw the same, and a promise of the finding would let them.
   */
  async use<Result>(
    key: StandaloneKey,
    act: (execution: LiveStandalone<State> | undefined) => Result,
  ): Promise<Result> {
    for (;;) {
      const held = this.#registry.held(key);
      if (held !== undefined) return act(held);
      await this.#engine().journal.recovery;
      const { execution: loaded, isOutdated } = await this.#load(key);
      const now = this.#registry.held(key);
      if (now !== undefined) return act(now);
      if (this.#engine().journal.recovery !== undefined || isOutdated()) continue;
      // Deleted while the store answered: what it said is of a namespace that is gone.
      const isGone = this.#engine().namespaces.byId(key.namespaceId) === undefined;
      if (loaded === undefined || isGone) return act(undefined);
      const deletion = this.#deletions.get(loaded.state.runId);
      if (deletion !== undefined) {
        await deletion;
        continue;
      }
      // Found as the current run while it is held as one that another has replaced: the store is behind.
      const sameRun = this.#registry.byRun(loaded.state.runId);
      if (sameRun !== undefined) return act(sameRun);
      this.#admit(loaded);
      return act(loaded);
    }
  }

  /** Registers and records a run that did not exist before; `replaced` is the run that its id named. Does not pause. */
  add(
    namespace: Namespace,
    made: { state: State; outcome: StandaloneOutcome; replaced: LiveStandalone<State> | undefined },
  ): LiveStandalone<State> {
    const { state, outcome, replaced } = made;
    const execution = new LiveStandalone(this.#kind, namespace, { state, isCurrent: true, isNew: true });
    this.#engine().journal.group().heldBytes += this.#kind.encodeRequest(state).length;
    if (replaced !== undefined) {
      replaced.isCurrent = false;
      this.#engine().journal.group().writeStandalone(replaced);
    }
    this.#registry.add(execution);
    this.record(execution, outcome);
    return execution;
  }

  /** Refuses before a transition when the journal takes nothing now, or the execution is gone. */
  admitTransition(execution: LiveStandalone<State>): void {
    this.#engine().journal.group();
    if (execution.isDeleted) throw this.#kind.notFound(execution.state.id);
    if (execution.isDropped) throw lostTrack(this.#kind.noun);
  }

  /** As `find`. Errors: NOT_FOUND. */
  async named(key: StandaloneKey): Promise<LiveStandalone<State>> {
    const found = await this.find(key);
    if (found === undefined) throw this.#kind.notFound(key.id);
    return found;
  }

  /** Hands a transition that was just decided to the journal. */
  record(execution: LiveStandalone<State>, outcome: StandaloneOutcome): void {
    const engine = this.#engine();
    const { state, namespace } = execution;
    this.#wakes.set(state, this.#kind.nextWakeAt(state));
    if (!outcome.isDurable) {
      if (execution.group === undefined) outcome.run();
      else execution.group.afterCommit.push(outcome.run);
      return;
    }
    const group = engine.journal.group();
    group.writeStandalone(execution);
    if (outcome.actions.length > 0) {
      const labels = engine.counters.labels(namespace.name, this.#kind.actionLabels(state));
      group.counts.actions.add(labels, engine.clock.now(), outcome.actions);
    }
    if (execution.isClosed) this.#retention.closed(state.closedAt, namespace);
    group.afterCommit.push(() => {
      this.#registry.measure(execution);
      outcome.run();
      execution.notify();
    });
  }

  /**
   * Deletes runs with everything that is stored of them. Repeatable: what is gone stays gone. Whoever finds one in memory
   * deletes it, so that its bytes are taken off once, however many ask for it at the same time.
   */
  async delete(
    keys: readonly StandaloneKey[],
    isDoomed: (found: LiveStandalone<State>) => boolean = () => true,
  ): Promise<void> {
    const deleteOne = (found: LiveStandalone<State> | undefined): Promise<void> | undefined =>
      found !== undefined && isDoomed(found) ? this.#delete(found) : undefined;
    await Promise.all(keys.map((key) => this.use(key, deleteOne)));
  }

  /** Does not pause before it is in the group. Until that is durable nobody may find it in the store. */
  #delete(found: LiveStandalone<State>): Promise<void> {
    const engine = this.#engine();
    const group = engine.journal.group();
    const { state, namespace, sizeBytes } = found;
    const storageClass = found.isCloseRecorded ? "retained" : "active";
    group.counts.storage.add(namespace.name, storageClass, engine.clock.now(), -sizeBytes);
    group.deletedStandalone.push(keyOf(state));
    found.isDeleted = true;
    this.#drop(found);
    this.#wakes.forget(state.runId);
    // What waits in task queues of it leaves them.
    engine.matching.review(state.runId, () => false);
    const over = (): void => {
      this.#deletions.delete(state.runId);
      this.#leave(state);
    };
    this.#deletions.set(state.runId, group.durable.then(over, over));
    return group.durable;
  }

  /** Gives up what is in memory of a namespace that goes with the flush. */
  dropNamespace(namespaceId: string, group: FlushGroup): void {
    for (const execution of this.#registry.ofNamespace(namespaceId)) {
      group.droppedStandalone.push(keyOf(execution.state));
      execution.isDeleted = true;
      this.#wakes.forget(execution.state.runId);
      this.#drop(execution);
    }
  }

  /** Gives up everything that the lost groups touched, before anybody hears of it. */
  dropLost(groups: readonly FlushGroup[]): void {
    for (const group of groups) {
      for (const { state } of group.standalone) {
        const held = this.#registry.byRun(state.runId);
        if (held === undefined) continue;
        this.#interrupted.lose(keyOf(state));
        this.#wakes.forget(state.runId);
        this.#drop(held);
      }
      // Those of other kinds are not found, and forgotten.
      for (const key of [...group.deletedStandalone, ...group.droppedStandalone]) this.#interrupted.lose(key);
    }
  }

  /** Loads them again. */
  reloadLost(): void {
    this.#interrupted.reload(this.#engine(), (key) => this.find(key));
  }

  #drop(execution: LiveStandalone<State>): void {
    execution.isDropped = true;
    this.#registry.remove(execution);
    this.#leave(execution.state);
    execution.notify();
  }

  #leave({ namespaceId, id, runId }: StandaloneKey): void {
    this.#departures.leave([runId, `${namespaceId}/${id}`]);
  }

  #load(key: StandaloneKey): Promise<Loaded<State>> {
    const name = `${key.namespaceId}/${key.runId}/${key.id}`;
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = this.#read(key).finally(() => this.#loading.delete(name));
      this.#loading.set(name, loading);
    }
    return loading;
  }

  async #read(key: StandaloneKey): Promise<Loaded<State>> {
    const load = this.#departures.begin();
    try {
      const stored = await readStandalone(this.#lookups, this.#kind.number, key);
      const execution = stored && this.#revive(stored);
      const keys = [`${key.namespaceId}/${key.id}`, execution?.state.runId ?? key.runId];
      return { execution, isOutdated: () => this.#departures.isOutdated(load, keys) };
    } finally {
      // When those who wait for it have looked.
      setImmediate(() => this.#departures.end(load));
    }
  }

  /** Undefined when its namespace is gone. */
  #revive(stored: StoredStandalone): LiveStandalone<State> | undefined {
    const namespace = this.#engine().namespaces.byId(stored.namespaceId);
    if (namespace === undefined) return undefined;
    const state = this.#kind.decode(keyOf(stored), stored);
    const { isCurrent } = stored;
    const execution = new LiveStandalone(this.#kind, namespace, { state, isCurrent, isNew: false });
    execution.hadTasks = stored.hasTasks;
    execution.requestBytes = stored.request.length;
    execution.sizeBytes = stored.sizeBytes;
    execution.isCloseRecorded = execution.isClosed;
    execution.durableTransitionCount = state.transitionCount;
    return execution;
  }

  #admit(execution: LiveStandalone<State>): void {
    const { state } = execution;
    const wasLost = this.#interrupted.found(state.runId);
    this.#registry.add(execution);
    this.#wakes.set(state, this.#kind.nextWakeAt(state));
    if ((this.#interrupted.isBooting && execution.hadTasks) || wasLost)
      this.#kind.resume(this.#engine(), execution);
  }

  async #boot(): Promise<void> {
    const engine = this.#engine();
    await this.#interrupted.boot(engine, {
      what: "standalone executions",
      read: (page) => readStandaloneWithTasks(engine.pool, this.#kind.number, page),
      find: (key) => this.find(key),
    });
  }

  async #wake(key: StandaloneKey): Promise<void> {
    const engine = this.#engine();
    try {
      const execution = this.#registry.held(key) ?? (await this.find(key));
      if (execution === undefined || execution.isDropped) return;
      const at = this.#kind.nextWakeAt(execution.state);
      if (at === undefined || at > engine.clock.now()) this.#wakes.set(execution.state, at);
      else this.#kind.wake(engine, execution);
      // When it is lost, the execution is loaded again, and with it its wake-up.
      await execution.settled().catch(() => undefined);
    } catch (error) {
      if (engine.stopping.aborted) return;
      engine.log.warn({ err: error, runId: key.runId }, "a wake-up failed; trying again");
      this.#wakes.set(key, engine.clock.now() + RETRY_MS);
    }
  }
}

function keyOf({ namespaceId, id, runId }: StandaloneKey): StandaloneKey {
  return { namespaceId, id, runId };
}

function lostTrack(noun: string): CloudError {
  return new CloudError("UNAVAILABLE", `The cell lost track of the ${noun} for a moment. Try again.`);
}
