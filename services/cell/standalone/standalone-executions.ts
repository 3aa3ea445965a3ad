// The runtime of one kind of standalone executions: finds and loads them, hands their transitions to the journal, wakes
// them, and takes up after a crash or a failed flush what was under way. Transitions of one happen without a pause.
import type { Action } from "#usage/actions";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import type { Engine } from "../engine.ts";
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
  type DoomedStandalone,
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

export class StandaloneExecutions<State extends StandaloneState> {
  readonly #kind: StandaloneKind<State>;
  readonly #engine: () => Engine;
  readonly #lookups: Queryable;
  readonly #registry: StandaloneRegistry<State>;
  readonly #wakes: Wakes<StandaloneKey>;
  readonly #retention: Retention<DoomedStandalone>;
  readonly #loading = new Map<string, Promise<LiveStandalone<State> | undefined>>();
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
    this.#registry = new StandaloneRegistry(limits, ({ state }) => this.#wakes.release(keyOf(state)));
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
      deleteRows: (rows) => this.delete(rows),
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
      const loaded = await this.#load(key);
      const now = this.#registry.held(key);
      if (now !== undefined) return act(now);
      if (this.#engine().journal.recovery !== undefined) continue;
      if (loaded === undefined) return act(undefined);
      if (loaded.isDeleted || loaded.isDropped) continue;
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

  /** Deletes runs with everything that is stored of them, in one flush. Repeatable: what is gone stays gone. */
  async delete(keys: readonly DoomedStandalone[]): Promise<void> {
    const engine = this.#engine();
    const group = engine.journal.group();
    const now = engine.clock.now();
    for (const key of keys) {
      const held = this.#registry.byRun(key.runId);
      const namespace = engine.namespaces.byId(key.namespaceId);
      const storageClass = held === undefined || held.isCloseRecorded ? "retained" : "active";
      if (namespace !== undefined) {
        group.counts.storage.add(namespace.name, storageClass, now, -(held?.sizeBytes ?? key.sizeBytes));
      }
      group.deletedStandalone.push({ namespaceId: key.namespaceId, runId: key.runId });
      if (held !== undefined) {
        held.isDeleted = true;
        this.#drop(held);
      }
      this.#wakes.forget(key.runId);
      // What waits in task queues of it leaves them.
      engine.matching.review(key.runId, () => false);
    }
    await group.durable;
  }

  dropNamespace(namespaceId: string): void {
    for (const execution of this.#registry.ofNamespace(namespaceId)) {
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
    }
  }

  /** Loads them again. */
  reloadLost(): void {
    this.#interrupted.reload(this.#engine(), (key) => this.find(key));
  }

  #drop(execution: LiveStandalone<State>): void {
    execution.isDropped = true;
    this.#registry.remove(execution);
    execution.notify();
  }

  #load(key: StandaloneKey): Promise<LiveStandalone<State> | undefined> {
    const name = `${key.namespaceId}/${key.runId}/${key.id}`;
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = readStandalone(this.#lookups, this.#kind.number, key)
        .then((stored) => (stored === undefined ? undefined : this.#revive(stored)))
        .finally(() => this.#loading.delete(name));
      this.#loading.set(name, loading);
    }
    return loading;
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
