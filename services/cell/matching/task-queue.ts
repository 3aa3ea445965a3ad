// One task queue: offers that wait for pollers, and pollers that wait for offers; never both.
import type { Clock } from "#shared/clock";
import { Fifo } from "./fifo.ts";
import type { TaskOffer } from "./task.ts";

/** Pollers are remembered for DescribeTaskQueue, and a sticky queue counts as served, for this long. */
const POLLER_MEMORY_MS = 5 * 60_000;
const STICKY_SERVED_MS = 10_000;
const REMEMBERED_POLLERS_MAX = 1_000;

export interface Poller {
  identity: string;
  /** False when the caller is gone or its time is over. */
  isWaiting: boolean;
  accept: (task: TaskOffer | undefined) => void;
}

export class TaskQueue {
  readonly #clock: Clock;
  readonly tasks = new Fifo<TaskOffer>();
  readonly #pollers = new Fifo<Poller>();
  readonly #seen = new Map<string, number>();
  #waiting = 0;
  #lastPollAt = 0;
  lastUsedAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.lastUsedAt = clock.now();
  }

  get waitingPollers(): number {
    return this.#waiting;
  }

  /** A worker polls or polled within the last seconds. */
  get isServed(): boolean {
    return this.#waiting > 0 || this.#clock.now() - this.#lastPollAt < STICKY_SERVED_MS;
  }

  get isIdle(): boolean {
    return this.#waiting === 0 && this.tasks.length === 0;
  }

  /** Hands the task to the poller that has waited longest, or keeps it. */
  offer(task: TaskOffer, options: { first?: boolean } = {}): void {
    this.lastUsedAt = this.#clock.now();
    for (let poller = this.#pollers.shift(); poller !== undefined; poller = this.#pollers.shift()) {
      if (!poller.isWaiting) continue;
      this.leave(poller);
      poller.accept(task);
      return;
    }
    if (options.first === true) this.tasks.pushFront(task);
    else this.tasks.push(task);
  }

  take(): TaskOffer | undefined {
    return this.tasks.shift();
  }

  wait(poller: Poller): void {
    this.#pollers.push(poller);
    this.#waiting += 1;
  }

  /** The poller got a task, left or ran out of time. Its place in line is skipped when it comes up. */
  leave(poller: Poller): void {
    if (!poller.isWaiting) return;
    poller.isWaiting = false;
    this.#waiting -= 1;
    if (this.#waiting === 0) while (this.#pollers.shift() !== undefined);
  }

  polledBy(identity: string): void {
    const now = this.#clock.now();
    this.#lastPollAt = now;
    this.lastUsedAt = now;
    this.#seen.delete(identity);
    this.#seen.set(identity, now);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > REMEMBERED_POLLERS_MAX && oldest !== undefined) this.#seen.delete(oldest);
  }

  /** The worker of a sticky queue says that it goes: its polls end, and the queue no longer counts as served. */
  close(): void {
    for (let poller = this.#pollers.shift(); poller !== undefined; poller = this.#pollers.shift()) {
      if (!poller.isWaiting) continue;
      this.leave(poller);
      poller.accept(undefined);
    }
    this.#lastPollAt = 0;
  }

  /** Newest first. */
  pollers(): { identity: string; lastAccessAt: number }[] {
    const oldest = this.#clock.now() - POLLER_MEMORY_MS;
    return [...this.#seen]
      .filter(([, at]) => at >= oldest)
      .map(([identity, lastAccessAt]) => ({ identity, lastAccessAt }))
      .reverse();
  }
}
