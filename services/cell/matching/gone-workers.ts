// Worker processes that said that they go: polls of theirs that were still on the way get nothing.

/** A poll that was sent before the worker went has arrived by then. */
const REMEMBERED_MS = 30_000;
const WORKERS_MAX = 10_000;

export class GoneWorkers {
  readonly #until = new Map<string, number>();

  add(namespaceId: string, workerInstanceKey: string, now: number): void {
    this.#until.set(keyOf(namespaceId, workerInstanceKey), now + REMEMBERED_MS);
    if (this.#until.size > WORKERS_MAX) this.#forget(now);
  }

  has(namespaceId: string, workerInstanceKey: string, now: number): boolean {
    if (this.#until.size === 0 || workerInstanceKey === "") return false;
    return (this.#until.get(keyOf(namespaceId, workerInstanceKey)) ?? 0) > now;
  }

  /** Those whose time is over; when too many are left, all. */
  #forget(now: number): void {
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    if (this.#until.size > WORKERS_MAX / 2) this.#until.clear();
  }
}

function keyOf(namespaceId: string, workerInstanceKey: string): string {
  return `${namespaceId}/${workerInstanceKey}`;
}
