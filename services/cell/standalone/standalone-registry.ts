// The standalone executions of one kind in memory: found by run or by id, loaded when cold, and let go again, least
// recently used first, when nothing in memory is ahead of the store.
import { HeldRuns, type HeldRunsLimits } from "../held-runs.ts";
import type { LiveStandalone } from "./live-standalone.ts";
import type { StandaloneState } from "./standalone-kind.ts";

interface Key {
  namespaceId: string;
  id: string;
  runId: string;
}

export class StandaloneRegistry<State extends StandaloneState> {
  readonly #runs: HeldRuns<LiveStandalone<State>>;

  constructor(limits: HeldRunsLimits, onEvicted: (execution: LiveStandalone<State>) => void) {
    this.#runs = new HeldRuns({
      limits,
      currentKeyOf: ({ state }) => idKey(state),
      isIdle: ({ group, watchers }) => group === undefined && watchers.size === 0,
      letGo: (execution) => {
        this.remove(execution);
        onEvicted(execution);
      },
    });
  }

  /** With an empty run id, the run that the id names. */
  held(key: Key): LiveStandalone<State> | undefined {
    const found = key.runId === "" ? this.#runs.current(idKey(key)) : this.#runs.byRun(key.runId);
    if (found?.state.namespaceId !== key.namespaceId || found.state.id !== key.id) return undefined;
    if (found.isDeleted) return undefined;
    this.#runs.touch(found);
    return found;
  }

  byRun(runId: string): LiveStandalone<State> | undefined {
    return this.#runs.byRun(runId);
  }

  add(execution: LiveStandalone<State>): void {
    this.#runs.add(execution);
    this.measure(execution);
  }

  remove(execution: LiveStandalone<State>): void {
    if (this.#runs.remove(execution, execution.countedBytes)) execution.countedBytes = 0;
  }

  /** Counts it anew: it was written or read. */
  measure(execution: LiveStandalone<State>): void {
    if (!this.#runs.has(execution)) return;
    const grown = execution.sizeBytes - execution.countedBytes;
    execution.countedBytes = execution.sizeBytes;
    this.#runs.grow(grown);
  }

  ofNamespace(namespaceId: string): LiveStandalone<State>[] {
    return this.#runs.ofNamespace(namespaceId);
  }
}

function idKey({ namespaceId, id }: { namespaceId: string; id: string }): string {
  return `${namespaceId}/${id}`;
}
