// Cells that count as ours do, without their engine: actions are added up in memory, and read as pages of absolute totals
// in the bytes that cross the wire. What making them costs is kept apart.
import { cellV1, decodeCounterPage, type ReadCounterPage } from "#contracts";
import type { Action } from "#usage/actions";
import type { CounterSource } from "../../services/usage/intake/cell-source.ts";
import { ActionCounts, type ActionLabels } from "../../services/cell/counters/action-counts.ts";

const PAGE_ROWS = 5_000;
export const MINUTE_MS = 60_000;

export class CounterFeed implements CounterSource {
  readonly name: string;
  /** CPU time of this process in `read` that a cell would have used. */
  cellMicros = 0;
  #pages: (() => cellV1.IReadCountersResponse)[] = [];
  readonly #totals = new Map<string, number>();
  readonly #counts = new ActionCounts();
  #revision = 0;
  #next = 0;

  constructor(name: string) {
    this.name = name;
  }

  act(labels: ActionLabels, now: number, actions: readonly Action[]): void {
    this.#counts.add(labels, now, actions);
  }

  /** What was counted since the last time becomes pages of totals, as a fold of a cell makes them. */
  fold(): void {
    const counters = this.#counts
      .deltas()
      .map(({ namespace, minute, kind, workflowType, taskQueue, count }) => {
        const key = `${namespace}\0${minute}\0${kind}\0${workflowType}\0${taskQueue}`;
        const total = (this.#totals.get(key) ?? 0) + count;
        this.#totals.set(key, total);
        return { namespace, minuteMs: minute, kind, workflowType, taskQueue, count: total };
      });
    this.#counts.clear();
    for (let from = 0; from < counters.length; from += PAGE_ROWS)
      this.offer(() => counters.slice(from, from + PAGE_ROWS));
  }

  /** A page that is made when it is read. */
  offer(counters: () => cellV1.IActionCounter[]): void {
    this.#pages.push(() => ({ actions: counters() }));
  }

  read(): Promise<ReadCounterPage> {
    const before = process.cpuUsage();
    const make = this.#pages[this.#next];
    if (make !== undefined) {
      this.#next += 1;
      this.#revision += PAGE_ROWS;
    }
    const hasMore = this.#next < this.#pages.length;
    if (!hasMore) [this.#pages, this.#next] = [[], 0];
    const bytes = cellV1.ReadCountersResponse.encode(make?.() ?? {});
    const spent = process.cpuUsage(before);
    this.cellMicros += spent.user + spent.system;
    const page = decodeCounterPage(bytes);
    return Promise.resolve({ ...page, lastRevision: String(this.#revision), hasMore });
  }

  close(): void {}
}
