// Loads cold executions: lookups that come while a read is under way share the next one.
import { codecOf, type temporal } from "#contracts";
import type { Queryable } from "#shared/postgres";
import type { Namespaces } from "../namespaces/namespaces.ts";
import {
  readBatchesOfEvents,
  readExecutions,
  type ExecutionLookup,
  type StoredExecution,
} from "../store/execution-queries.ts";
import { attachEvents, decodeState, missingEvents } from "../workflow/index.ts";
import type { Departures } from "./departures.ts";
import { currentKey, LiveExecution } from "./live-execution.ts";

const LOOKUPS_PER_READ_MAX = 500;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

interface Waiting {
  lookup: ExecutionLookup;
  resolve: (stored: StoredExecution | undefined) => void;
  reject: (error: unknown) => void;
}

/** What a load brought. Ask `isOutdated` at once, before anything else happens. */
export interface Loaded {
  execution: LiveExecution | undefined;
  /** It left memory after the load had begun: the store may have changed since the load looked. */
  isOutdated: () => boolean;
}

export class ExecutionLoader {
  readonly #pool: Queryable;
  readonly #namespaces: Namespaces;
  readonly #departures: Departures;
  readonly #loading = new Map<string, Promise<Loaded>>();
  #waiting: Waiting[] = [];
  #isReading = false;

  constructor(pool: Queryable, namespaces: Namespaces, departures: Departures) {
    this.#pool = pool;
    this.#namespaces = namespaces;
    this.#departures = departures;
  }

  /** Callers that ask for the same at the same time get the same object. */
  load(lookup: ExecutionLookup): Promise<Loaded> {
    const key = `${lookup.namespaceId}/${lookup.runId}/${lookup.workflowId}`;
    let loading = this.#loading.get(key);
    if (loading === undefined) {
      loading = this.#load(lookup).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
    }
    return loading;
  }

  async #load(lookup: ExecutionLookup): Promise<Loaded> {
    const load = this.#departures.begin();
    try {
      const execution = await this.#execution(lookup);
      const keys = [currentKey(lookup), execution?.state.runId ?? lookup.runId];
      return { execution, isOutdated: () => this.#departures.isOutdated(load, keys) };
    } finally {
      // When those who wait for it have looked.
      setImmediate(() => this.#departures.end(load));
    }
  }

  async #execution(lookup: ExecutionLookup): Promise<LiveExecution | undefined> {
    const stored = await new Promise<StoredExecution | undefined>((resolve, reject) => {
      this.#waiting.push({ lookup, resolve, reject });
      if (!this.#isReading) {
        this.#isReading = true;
        setImmediate(() => void this.#read());
      }
    });
    return stored === undefined ? undefined : revive(this.#pool, this.#namespaces, stored);
  }

  async #read(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, LOOKUPS_PER_READ_MAX);
      try {
        const found = await readExecutions(
          this.#pool,
          batch.map(({ lookup }) => lookup),
        );
        batch.forEach(({ resolve }, place) => resolve(found[place]));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isReading = false;
  }
}

/** The execution of a stored row, with the events that its pending work needs; undefined when its namespace is gone. */
export async function revive(
  pool: Queryable,
  namespaces: Namespaces,
  stored: StoredExecution,
): Promise<LiveExecution | undefined> {
  const namespace = namespaces.byId(stored.namespaceId);
  if (namespace === undefined) return undefined;
  const state = decodeState(stored.state);
  let stateBytes = stored.state.length;
  const missing = missingEvents(state);
  if (missing.length > 0) {
    const batches = await readBatchesOfEvents(pool, state, missing);
    for (const batch of batches) {
      attachEvents(state, historyCodec.decode(batch).events ?? []);
      stateBytes += batch.length;
    }
  }
  const execution = new LiveExecution(namespace, state, stored.isCurrent);
  execution.stateBytes = stateBytes;
  execution.historyBytes = stored.historyBytes;
  execution.storedWakeAt = stored.wakeAt;
  execution.storedPending = stored.pending;
  execution.isCloseRecorded = execution.isDurablyClosed = execution.isClosed;
  execution.durableNextEventId = state.nextEventId;
  return execution;
}
