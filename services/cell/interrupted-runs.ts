// Runs that a restart or a failed flush interrupted. They are loaded again, however often it takes; what loads them takes
// up what was under way.
import { delay } from "#shared/clock";
import type { Engine } from "./engine.ts";
import { FIRST_UUID, type PageAfter } from "./store/read-pages.ts";

const ROWS_PER_PAGE_MAX = 200;
const RETRY_MS = 500;

type Ports = Pick<Engine, "log" | "stopping">;

interface RunOfNamespace {
  namespaceId: string;
  runId: string;
}

interface Boot<Key> {
  /** For the log, in the plural. */
  what: string;
  /** Those with something to do at once, as the store says. */
  read: (page: PageAfter<RunOfNamespace>) => Promise<Key[]>;
  find: (key: Key) => Promise<unknown>;
}

export class InterruptedRuns<Key extends RunOfNamespace> {
  readonly #lost = new Map<string, Key>();
  #isBooting = true;

  /** What the store says is under way has not been loaded yet, or not all of it. */
  get isBooting(): boolean {
    return this.#isBooting;
  }

  /** Loads what was under way before the start, while the cell serves; how many there were. Rejects when the cell stops. */
  async boot({ log, stopping }: Ports, { what, read, find }: Boot<Key>): Promise<number> {
    let after: RunOfNamespace = { namespaceId: FIRST_UUID, runId: FIRST_UUID };
    let count = 0;
    while (!stopping.aborted) {
      try {
        const rows = await read({ after, rowsMax: ROWS_PER_PAGE_MAX });
        await Promise.all(rows.map(find));
        count += rows.length;
        const last = rows.at(-1);
        if (last === undefined || rows.length < ROWS_PER_PAGE_MAX) break;
        after = last;
      } catch (error) {
        log.warn({ err: error }, `${what} could not be read on start; trying again`);
        await delay(RETRY_MS, stopping);
      }
    }
    this.#isBooting = false;
    return count;
  }

  /** A flush with a transition of the run failed. */
  lose(key: Key): void {
    this.#lost.set(key.runId, key);
  }

  /** The run is in memory again; true when it had been lost. */
  found(runId: string): boolean {
    return this.#lost.delete(runId);
  }

  /** Loads what was lost; a run that was never stored is simply not there. */
  reload(ports: Ports, find: (key: Key) => Promise<unknown>): void {
    for (const key of [...this.#lost.values()]) this.#reloadOne(ports, key, find);
  }

  #reloadOne(ports: Ports, key: Key, find: (key: Key) => Promise<unknown>): void {
    const { log, stopping } = ports;
    find(key).then(
      () => this.#lost.delete(key.runId),
      (error: unknown) => {
        if (stopping.aborted) return;
        log.warn({ err: error, runId: key.runId }, "an execution could not be loaded again; trying again");
        setTimeout(() => this.#reloadOne(ports, key, find), RETRY_MS).unref();
      },
    );
  }
}
