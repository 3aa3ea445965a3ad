// All task queues of the cell, in memory: offers meet pollers. What waits here is derived from the states of executions
// and is offered again after a restart; a task that is offered twice is refused when it is started the second time.
import type { Clock } from "#shared/clock";
import { TaskQueue, type Poller } from "./task-queue.ts";
import type { QueueName, TaskOffer } from "./task.ts";

/** Queues without pollers and tasks are forgotten after this time. */
const IDLE_QUEUE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

export class Matching {
  readonly #clock: Clock;
  readonly #queues = new Map<string, TaskQueue>();
  readonly #sweep: NodeJS.Timeout;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#sweep = setInterval(() => this.#forgetIdle(), SWEEP_MS).unref();
  }

  queue(name: QueueName): TaskQueue {
    const key = `${name.namespaceId}/${name.type}/${name.name}`;
    let queue = this.#queues.get(key);
    if (queue === undefined) {
      queue = new TaskQueue(this.#clock);
      this.#queues.set(key, queue);
    }
    return queue;
  }

  offer(name: QueueName, task: TaskOffer): void {
    this.queue(name).offer(task);
  }

  /** The next task of the queue; undefined when the time is over or the caller is gone. */
  poll(
    name: QueueName,
    poller: { identity: string; timeoutMs: number; signal: AbortSignal },
  ): Promise<TaskOffer | undefined> {
    const queue = this.queue(name);
    queue.polledBy(poller.identity);
    if (poller.signal.aborted) return Promise.resolve(undefined);
    const ready = queue.take();
    if (ready !== undefined) return Promise.resolve(ready);
    if (poller.timeoutMs <= 0) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const waiting: Poller = {
        identity: poller.identity,
        isWaiting: true,
        accept: (task) => {
          clearTimeout(timer);
          poller.signal.removeEventListener("abort", giveUp);
          resolve(task);
        },
      };
      const giveUp = (): void => {
        queue.leave(waiting);
        waiting.accept(undefined);
      };
      const timer = setTimeout(giveUp, poller.timeoutMs);
      poller.signal.addEventListener("abort", giveUp, { once: true });
      queue.wait(waiting);
    });
  }

  /** Ends every poll that waits, with an empty answer. */
  stop(): void {
    clearInterval(this.#sweep);
    for (const queue of this.#queues.values()) queue.close();
    this.#queues.clear();
  }

  forgetNamespace(namespaceId: string): void {
    for (const key of this.#queues.keys()) {
      if (!key.startsWith(`${namespaceId}/`)) continue;
      this.#queues.get(key)?.close();
      this.#queues.delete(key);
    }
  }

  #forgetIdle(): void {
    const oldest = this.#clock.now() - IDLE_QUEUE_MS;
    for (const [key, queue] of this.#queues) {
      if (queue.isIdle && queue.lastUsedAt < oldest) this.#queues.delete(key);
    }
  }
}
