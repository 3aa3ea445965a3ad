// All task queues of the cell, in memory: offers meet polls. What waits here is derived from the states of executions
// and is offered again after a restart; a task that is offered twice is refused when it is started the second time.
import type { Clock } from "#shared/clock";
import type { Journal } from "../journal/journal.ts";
import type { QueueConfigKey } from "../store/queue-config-store.ts";
import { DispatchLimits, type EffectiveRate } from "./dispatch-limits.ts";
import { GoneWorkers } from "./gone-workers.ts";
import { dispatchRulesOf, type QueueConfig } from "./queue-config.ts";
import { QueueConfigs } from "./queue-configs.ts";
import { numberOfQueueType } from "./queue-type.ts";
import type { QueueName, TaskOffer } from "./task.ts";
import { TaskQueue, type Dispatch, type PollRequest } from "./task-queue.ts";
import { WaitingByRun } from "./waiting-by-run.ts";

/** Queues without pollers and tasks are forgotten after this time. */
const IDLE_QUEUE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

export class Matching {
  readonly #clock: Clock;
  readonly #configs: QueueConfigs;
  readonly #queues = new Map<string, TaskQueue>();
  readonly #waitingByRun = new WaitingByRun();
  readonly #gone = new GoneWorkers();
  readonly #sweep: NodeJS.Timeout;

  constructor(clock: Clock, configs = new QueueConfigs()) {
    this.#clock = clock;
    this.#configs = configs;
    this.#sweep = setInterval(() => this.#forgetIdle(), SWEEP_MS).unref();
  }

  queue(name: QueueName): TaskQueue {
    const key = keyOf(name);
    let queue = this.#queues.get(key);
    if (queue === undefined) {
      queue = new TaskQueue(this.#clock, this.#waitingByRun);
      const config = this.configOf(name);
      if (config !== undefined) queue.setRules(dispatchRulesOf(config));
      this.#queues.set(key, queue);
    }
    return queue;
  }

  /** The queue if it is in use: looking at one makes none. */
  find(name: QueueName): TaskQueue | undefined {
    return this.#queues.get(keyOf(name));
  }

  /** How fast the queue may hand out tasks, and who said so. */
  effectiveRate(name: QueueName): EffectiveRate {
    const queue = this.find(name);
    if (queue !== undefined) return queue.effectiveRate;
    const limits = new DispatchLimits();
    const config = this.configOf(name);
    if (config !== undefined) limits.setRules(dispatchRulesOf(config), this.#clock.now());
    return limits.effective();
  }

  configOf(name: QueueName): QueueConfig | undefined {
    return this.#configs.get(configKeyOf(name));
  }

  /** Changes what is configured, which holds when it is durable. Errors: those of QueueConfigs and of `change`. */
  async configure(
    journal: Journal,
    name: QueueName,
    change: (before: QueueConfig | undefined) => QueueConfig,
  ): Promise<QueueConfig> {
    const config = await this.#configs.update(journal, configKeyOf(name), change);
    this.find(name)?.setRules(dispatchRulesOf(config));
    return config;
  }

  offer(name: QueueName, task: TaskOffer): void {
    this.queue(name).offer(task);
  }

  /** The next task of the queue; undefined when the time is over or the caller is gone. */
  poll(name: QueueName, request: PollRequest): Promise<Dispatch | undefined> {
    const { workerInstanceKey = "" } = request;
    if (this.#gone.has(name.namespaceId, workerInstanceKey, this.#clock.now())) {
      return Promise.resolve(undefined);
    }
    return this.queue(name).poll(request);
  }

  /** Polls of this worker process that come from now on are too late. */
  workerGoes(namespaceId: string, workerInstanceKey: string): void {
    this.#gone.add(namespaceId, workerInstanceKey, this.#clock.now());
  }

  /** A run changed: those of its tasks that wait and are not wanted any more go. */
  review(runId: string, isWanted: (task: TaskOffer) => boolean): void {
    this.#waitingByRun.review(runId, isWanted);
  }

  /** Ends every poll that waits, with an empty answer. */
  stop(): void {
    clearInterval(this.#sweep);
    for (const queue of this.#queues.values()) queue.close();
    this.#queues.clear();
  }

  forgetNamespace(namespaceId: string): void {
    for (const [key, queue] of this.#queues) {
      if (!key.startsWith(`${namespaceId}/`)) continue;
      queue.takeAll();
      queue.close();
      this.#queues.delete(key);
    }
  }

  #forgetIdle(): void {
    const oldest = this.#clock.now() - IDLE_QUEUE_MS;
    for (const [key, queue] of this.#queues) {
      if (!queue.isIdle || queue.lastUsedAt >= oldest) continue;
      queue.close();
      this.#queues.delete(key);
    }
  }
}

function configKeyOf({ namespaceId, type, name }: QueueName): QueueConfigKey {
  return { namespaceId, queueType: numberOfQueueType(type), name };
}

function keyOf({ namespaceId, type, name }: QueueName): string {
  return `${namespaceId}/${type}/${name}`;
}
