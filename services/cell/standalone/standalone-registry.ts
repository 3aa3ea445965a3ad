// The standalone executions of one kind in memory: found by run or by id, loaded when cold, and let go again, least
// recently used first, when nothing in memory is ahead of the store.
import type { LiveStandalone } from "./live-standalone.ts";
import type { StandaloneState } from "./standalone-kind.ts";

export interface RegistryLimits {
  executionsMax: number;
  heldBytesMax: number;
}

/** Executions looked at in one eviction, so that it stays short when many cannot be let go. */
const EVICTION_LOOKS_MAX = 64;

interface Key {
  namespaceId: string;
  id: string;
  runId: string;
}

export class StandaloneRegistry<State extends StandaloneState> {
  readonly #limits: RegistryLimits;
  readonly #onEvicted: (execution: LiveStandalone<State>) => void;
  /** In order of use, least recent first. */
  readonly #runs = new Map<string, LiveStandalone<State>>();
  readonly #current = new Map<string, LiveStandalone<State>>();
  #heldBytes = 0;
  #isEvictionDue = false;

  constructor(limits: RegistryLimits, onEvicted: (execution: LiveStandalone<State>) => void) {
    this.#limits = limits;
    this.#onEvicted = onEvicted;
  }

  /** With an empty run id, the run that the id names. */
  held(key: Key): LiveStandalone<State> | undefined {
    const found = key.runId === "" ? this.#current.get(idKey(key)) : this.#runs.get(key.runId);
    if (found?.state.namespaceId !== key.namespaceId || found.state.id !== key.id) return undefined;
    if (found.isDeleted) return undefined;
    this.#touch(found);
    return found;
  }

  byRun(runId: string): LiveStandalone<State> | undefined {
    return this.#runs.get(runId);
  }

  add(execution: LiveStandalone<State>): void {
    this.#runs.set(execution.state.runId, execution);
    if (execution.isCurrent) this.#current.set(idKey(execution.state), execution);
    this.measure(execution);
    if (this.#runs.size > this.#limits.executionsMax) this.#scheduleEviction();
  }

  remove(execution: LiveStandalone<State>): void {
    if (this.#runs.get(execution.state.runId) !== execution) return;
    this.#runs.delete(execution.state.runId);
    const key = idKey(execution.state);
    if (this.#current.get(key) === execution) this.#current.delete(key);
    this.#heldBytes -= execution.countedBytes;
    execution.countedBytes = 0;
  }

  /** Counts it anew: it was written or read. */
  measure(execution: LiveStandalone<State>): void {
    if (this.#runs.get(execution.state.runId) !== execution) return;
    this.#heldBytes += execution.sizeBytes - execution.countedBytes;
    execution.countedBytes = execution.sizeBytes;
    if (this.#heldBytes > this.#limits.heldBytesMax) this.#scheduleEviction();
  }

  ofNamespace(namespaceId: string): LiveStandalone<State>[] {
    return [...this.#runs.values()].filter(({ state }) => state.namespaceId === namespaceId);
  }

  #touch(execution: LiveStandalone<State>): void {
    this.#runs.delete(execution.state.runId);
    this.#runs.set(execution.state.runId, execution);
  }

  #scheduleEviction(): void {
    if (this.#isEvictionDue) return;
    this.#isEvictionDue = true;
    setImmediate(() => this.#evict());
  }

  #evict(): void {
    this.#isEvictionDue = false;
    const { executionsMax, heldBytesMax } = this.#limits;
    let looks = 0;
    for (const execution of this.#runs.values()) {
      const isOver = this.#runs.size > executionsMax || this.#heldBytes > heldBytesMax;
      if (!isOver || looks >= EVICTION_LOOKS_MAX) return;
      looks += 1;
      if (execution.group !== undefined || execution.watchers.size > 0) {
        this.#touch(execution);
        continue;
      }
      this.remove(execution);
      this.#onEvicted(execution);
    }
  }
}

function idKey({ namespaceId, id }: { namespaceId: string; id: string }): string {
  return `${namespaceId}/${id}`;
}
