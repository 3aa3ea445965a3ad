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

/** Told of polls and offers, for whoever measures. */
export interface MatchingObserver {
  /** `normalName`: of the queue that a sticky one stands for. */
  polled(queue: QueueName, normalName: string, outcome: "sync" | "waited" | "timeout"): void;
  offeredToNobody(queue: QueueName): void;
}

/** Whose workers a task of a task queue is for; empty: those without a version. */
export type VersionOf = (name: QueueName, task: TaskOffer) => string;

export class Matching {
  readonly #clock: Clock;
  readonly #configs: QueueConfigs;
  readonly #versionOf: VersionOf;
  readonly #observer: MatchingObserver | undefined;
  readonly #queues = new Map<string, TaskQueue>();
  /** Versions that have a queue, by the key of the task queue. */
  readonly #versions = new Map<string, Set<string>>();
  readonly #waitingByRun = new WaitingByRun();
  readonly #gone = new GoneWorkers();
  readonly #sweep: NodeJS.Timeout;

  constructor(
    clock: Clock,
    configs = new QueueConfigs(),
    versionOf: VersionOf = () => "",
    observer?: MatchingObserver,
  ) {
    this.#clock = clock;
    this.#observer = observer;
    this.#configs = configs;
    this.#versionOf = versionOf;
    this.#sweep = setInterval(() => this.#forgetIdle(), SWEEP_MS).unref();
  }

  queue(name: QueueName): TaskQueue {
    const key = keyOf(name);
    let queue = this.#queues.get(key);
    if (queue === undefined) {
      queue = isVersioned(name) ? this.#newVersion(name) : this.#newQueue(name);
      this.#queues.set(key, queue);
    }
    return queue;
  }

  /** A task queue with the queues of its versions, as far as they are in use. */
  family({ namespaceId, type, name }: QueueName): TaskQueue[] {
    const own = { namespaceId, type, name };
    const versions = [...(this.#versions.get(keyOf(own)) ?? [])];
    return [own, ...versions.map((version) => ({ ...own, version }))].flatMap((one) => this.find(one) ?? []);
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
    for (const queue of this.family(name)) queue.setRules(dispatchRulesOf(config));
    return config;
  }

  /** Offers a task of a task queue to the workers of the version that it is for. Sticky queues have no versions. */
  offer(name: QueueName, task: TaskOffer): void {
    const queue = this.#queueFor(name, task);
    if (!queue.hasPollers) this.#observer?.offeredToNobody(name);
    queue.offer(task);
  }

  /** Gives a task of a task queue to a poll that waits for it. False when there is none, and nothing happened. */
  handOver(name: QueueName, task: TaskOffer): boolean {
    const version = this.#versionOf(name, task);
    return this.find(version === "" ? name : { ...name, version })?.handOver(task) ?? false;
  }

  /** Which version a task queue's tasks are for has changed: those that wait go where they belong now, in order. */
  reroute(name: QueueName): void {
    const queues = this.family(name).filter((queue) => queue.backlogCount > 0);
    const moved = queues.flatMap((queue) => queue.takeAll());
    if (queues.length > 1) moved.sort((a, b) => a.scheduledAt - b.scheduledAt);
    for (const task of moved) this.#queueFor(name, task).moveHere(task);
  }

  /** The next task of the queue; undefined when the time is over or the caller is gone. */
  async poll(name: QueueName, request: PollRequest): Promise<Dispatch | undefined> {
    const { workerInstanceKey = "", normalName = name.name } = request;
    if (this.#gone.has(name.namespaceId, workerInstanceKey, this.#clock.now())) return undefined;
    const dispatch = await this.queue(name).poll(request);
    if (dispatch !== undefined) {
      this.#observer?.polled(name, normalName, dispatch.hasWaited ? "waited" : "sync");
    } else if (!request.signal.aborted) this.#observer?.polled(name, normalName, "timeout");
    return dispatch;
  }

  /** The task queues in use, with how many of their tasks wait at each level of priority. */
  *backlogs(): Generator<QueueName & { level: number; count: number }> {
    for (const [key, queue] of this.#queues) {
      if (queue.backlogCount === 0) continue;
      const name = nameOf(key);
      if (queue.normalName !== "") name.name = queue.normalName;
      for (const { level, count } of queue.stats().levels) if (count > 0) yield { ...name, level, count };
    }
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
    for (const key of this.#versions.keys()) {
      if (key.startsWith(`${namespaceId}/`)) this.#versions.delete(key);
    }
  }

  #newQueue(name: QueueName): TaskQueue {
    const queue = new TaskQueue(this.#clock, this.#waitingByRun);
    const config = this.configOf(name);
    if (config !== undefined) queue.setRules(dispatchRulesOf(config));
    return queue;
  }

  #newVersion({ namespaceId, type, name, version = "" }: QueueName): TaskQueue {
    const base = { namespaceId, type, name };
    const key = keyOf(base);
    this.#versions.set(key, (this.#versions.get(key) ?? new Set()).add(version));
    return new TaskQueue(this.#clock, this.#waitingByRun, this.queue(base));
  }

  #queueFor(name: QueueName, task: TaskOffer): TaskQueue {
    const version = this.#versionOf(name, task);
    return this.queue(version === "" ? name : { ...name, version });
  }

  #forgetIdle(): void {
    const oldest = this.#clock.now() - IDLE_QUEUE_MS;
    for (const [key, queue] of this.#queues) {
      if (!queue.isIdle || queue.lastUsedAt >= oldest || this.#versions.has(key)) continue;
      queue.close();
      this.#queues.delete(key);
      const [base = "", version] = key.split("\0");
      if (version !== undefined) this.#versions.get(base)?.delete(version);
      if (this.#versions.get(base)?.size === 0) this.#versions.delete(base);
    }
  }
}

function configKeyOf({ namespaceId, type, name }: QueueName): QueueConfigKey {
  return { namespaceId, queueType: numberOfQueueType(type), name };
}

function keyOf({ namespaceId, type, name, version }: QueueName): string {
  const key = `${namespaceId}/${type}/${name}`;
  return version === undefined || version === "" ? key : `${key}\0${version}`;
}

/** Undoes `keyOf`, without the version: names may have slashes, ids and types have none. */
function nameOf(key: string): QueueName {
  const [base = ""] = key.split("\0");
  const [namespaceId = "", type = "", ...name] = base.split("/");
  // Keys are made of queue names alone.
  return { namespaceId, type: type as QueueName["type"], name: name.join("/") };
}

function isVersioned({ version }: QueueName): boolean {
  return version !== undefined && version !== "";
}
