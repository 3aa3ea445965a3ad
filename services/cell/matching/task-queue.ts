// One task queue: tasks that wait for polls, and polls that wait for tasks. Both wait only while a rate limit keeps them
// apart.
import type { Clock } from "#shared/clock";
import { Backlog, type LevelStats } from "./backlog.ts";
import { DispatchLimits, type DispatchRules, type EffectiveRate } from "./dispatch-limits.ts";
import { PollerHistory, type SeenPoller } from "./poller-history.ts";
import { PollerLine, type InLine } from "./poller-line.ts";
import { PollerScaling } from "./poller-scaling.ts";
import type { TaskOffer } from "./task.ts";
import { TaskRates } from "./task-rates.ts";
import type { WaitingByRun } from "./waiting-by-run.ts";

/** A sticky queue counts as served for this long after its last poll. */
const STICKY_SERVED_MS = 10_000;
/** A limit counts as active for this long after it held a task back. */
const LIMIT_ACTIVE_MS = 30_000;
const TIMER_MS_MAX = 60_000;
/** A queue counts as polled for this long: longer than one long poll. */
const POLLED_MS = 120_000;

export interface PollRequest extends SeenPoller {
  /** Names the process of the worker, if it tells. */
  workerInstanceKey?: string;
  /** Of a sticky queue: the queue that it stands for. */
  normalName?: string;
  timeoutMs: number;
  signal: AbortSignal;
}

export interface Dispatch {
  task: TaskOffer;
  /** How many polls more or fewer the worker should make. */
  pollerDelta: number;
  /** How many tasks wait behind it. */
  backlogCount: number;
  /** It waited for a poll, not the poll for it. */
  hasWaited: boolean;
}

interface WaitingPoll extends InLine<WaitingPoll> {
  identity: string;
  workerInstanceKey: string;
  startedAt: number;
  accept: (task: TaskOffer | undefined, hasWaited: boolean) => void;
}

export interface QueueStats {
  /** Of the default level, and of every other one that had tasks. */
  levels: (LevelStats & { addRate: number; dispatchRate: number })[];
  /** A limit held tasks back lately: more workers would not help. */
  isLimiting: boolean;
}

export class TaskQueue {
  readonly #clock: Clock;
  readonly #waitingByRun: WaitingByRun;
  readonly #limits: DispatchLimits;
  readonly #backlog: Backlog<TaskOffer>;
  readonly #polls = new PollerLine<WaitingPoll>();
  readonly #scaling = new PollerScaling();
  readonly #added: TaskRates;
  readonly #dispatched: TaskRates;
  readonly history = new PollerHistory();
  #timer: NodeJS.Timeout | undefined;
  #limitedAt = -Infinity;
  #lastPollAt = -Infinity;
  lastUsedAt: number;
  /** Of a sticky queue that was polled: the queue that it stands for. */
  normalName = "";

  /** The queues of a task queue's versions share its limits. */
  constructor(clock: Clock, waitingByRun: WaitingByRun, sharesLimitsOf?: TaskQueue) {
    this.#clock = clock;
    this.#waitingByRun = waitingByRun;
    this.#limits = sharesLimitsOf === undefined ? new DispatchLimits() : sharesLimitsOf.#limits;
    this.#backlog = new Backlog<TaskOffer>(this.#limits);
    this.lastUsedAt = clock.now();
    this.#added = new TaskRates(this.lastUsedAt);
    this.#dispatched = new TaskRates(this.lastUsedAt);
  }

  get waitingPolls(): number {
    return this.#polls.length;
  }

  get backlogCount(): number {
    return this.#backlog.length;
  }

  /** A worker polls, or polled within the last minutes. */
  get hasPollers(): boolean {
    return this.#polls.length > 0 || this.#clock.now() - this.#lastPollAt < POLLED_MS;
  }

  /** A worker polls or polled within the last seconds. */
  get isServed(): boolean {
    return this.#polls.length > 0 || this.#clock.now() - this.#lastPollAt < STICKY_SERVED_MS;
  }

  /** Tasks wait, or came within the last seconds. */
  get hasWork(): boolean {
    return this.#backlog.length > 0 || this.#added.rate(this.#clock.now()) > 0;
  }

  get isIdle(): boolean {
    return this.#polls.length === 0 && this.#backlog.length === 0;
  }

  get effectiveRate(): EffectiveRate {
    return this.#limits.effective();
  }

  /** Hands the task to the poll that has waited longest, or keeps it. A query goes ahead of the tasks of its level. */
  offer(task: TaskOffer): void {
    const now = this.#clock.now();
    this.lastUsedAt = now;
    this.#added.count(task.place?.level, now);
    this.#keep(task, now, { isAhead: task.kind === "query" });
  }

  /** Hands the task to the poll that has waited longest. False when none could get it now, and nothing happened. */
  handOver(task: TaskOffer): boolean {
    const now = this.#clock.now();
    if (!this.#giveToPoll(task)) return false;
    this.lastUsedAt = now;
    this.#added.count(task.place?.level, now);
    return true;
  }

  /** A task that waited in another queue: it comes after those of its kind that wait here. */
  moveHere(task: TaskOffer): void {
    const now = this.#clock.now();
    this.lastUsedAt = now;
    this.#keep(task, now, { isAhead: task.kind === "query" });
  }

  /** A task that was handed out for nothing: its poll is gone. It is the next one to be handed out. */
  giveBack(task: TaskOffer): void {
    const now = this.#clock.now();
    this.#limits.consume(task.place, now, -1);
    this.#keep(task, now, { isAhead: true, isFirst: true });
  }

  /** A task that was handed out turned out to be over: it does not count against the limits. */
  wasOver(task: TaskOffer): void {
    this.#limits.consume(task.place, this.#clock.now(), -1);
    this.#match();
  }

  /** The next task; undefined when the time is over, the caller is gone or the queue was closed. */
  poll(request: PollRequest): Promise<Dispatch | undefined> {
    const now = this.#clock.now();
    this.#sawPoll(request, now);
    if (request.signal.aborted) return Promise.resolve(undefined);
    if (this.#polls.length === 0) {
      const ready = this.#take(now);
      if (ready !== undefined) return Promise.resolve(this.#dispatch(ready, now, true));
    }
    if (request.timeoutMs <= 0) return Promise.resolve(undefined);
    return new Promise((resolve) => this.#wait(request, now, resolve));
  }

  /** Takes everything that waits, without handing it to a poll. */
  takeAll(): TaskOffer[] {
    const tasks: TaskOffer[] = [];
    for (let task = this.#backlog.take(Infinity); task !== undefined; task = this.#backlog.take(Infinity)) {
      this.#left(task);
      tasks.push(task);
    }
    return tasks;
  }

  /** The task must be waiting here. */
  withdraw(task: TaskOffer): void {
    this.#backlog.withdraw(task);
    this.#left(task);
  }

  /** The worker of a sticky queue says that it goes: its polls end, and the queue no longer counts as served. */
  close(): void {
    for (let poll = this.#polls.first(); poll !== undefined; poll = this.#polls.first()) this.#end(poll);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastPollAt = -Infinity;
  }

  /** Ends the polls of one worker process. */
  endPollsOf(workerInstanceKey: string): void {
    for (const poll of [...this.#polls]) if (poll.workerInstanceKey === workerInstanceKey) this.#end(poll);
  }

  setRules(rules: DispatchRules): void {
    this.#limits.setRules(rules, this.#clock.now());
    this.#backlog.rulesChanged();
    this.#match();
  }

  stats(): QueueStats {
    const now = this.#clock.now();
    return {
      levels: this.#backlog.stats().map((stats) => ({
        ...stats,
        addRate: this.#added.rate(now, stats.level),
        dispatchRate: this.#dispatched.rate(now, stats.level),
      })),
      isLimiting: now - this.#limitedAt < LIMIT_ACTIVE_MS,
    };
  }

  #sawPoll(request: PollRequest, now: number): void {
    this.#lastPollAt = now;
    this.lastUsedAt = now;
    if (request.normalName !== undefined) this.normalName = request.normalName;
    this.history.saw(request, now);
    if (this.#limits.setWorkerRate(request.tasksPerSecond, now)) this.#match();
  }

  #keep(task: TaskOffer, now: number, options: { isAhead: boolean; isFirst?: boolean }): void {
    if (this.#giveToPoll(task)) return;
    task.waitsIn = this;
    this.#waitingByRun.add(task);
    this.#backlog.push(task, options);
    if (this.#polls.length > 0) this.#match(now);
  }

  #giveToPoll(task: TaskOffer): boolean {
    const poll = this.#polls.first();
    if (poll === undefined || this.#backlog.length > 0 || !this.#limits.isFree) return false;
    this.#polls.remove(poll);
    poll.accept(task, false);
    return true;
  }

  #wait(request: PollRequest, startedAt: number, resolve: (dispatch: Dispatch | undefined) => void): void {
    const { signal } = request;
    const poll: WaitingPoll = {
      identity: request.identity,
      workerInstanceKey: request.workerInstanceKey ?? "",
      startedAt,
      previous: undefined,
      next: undefined,
      accept: (task, hasWaited) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", giveUp);
        if (!signal.aborted) this.history.saw(request, this.#clock.now());
        resolve(task === undefined ? undefined : this.#dispatch(task, startedAt, hasWaited));
      },
    };
    const giveUp = (): void => this.#end(poll);
    const timer = setTimeout(giveUp, request.timeoutMs);
    signal.addEventListener("abort", giveUp, { once: true });
    this.#polls.push(poll);
    // What waits beside a poll is held by a limit: the timer that frees it runs only while somebody polls.
    if (this.#backlog.length > 0) this.#match();
  }

  #end(poll: WaitingPoll): void {
    this.#polls.remove(poll);
    poll.accept(undefined, false);
  }

  #match(now = this.#clock.now()): void {
    for (let poll = this.#polls.first(); poll !== undefined; poll = this.#polls.first()) {
      const task = this.#take(now);
      if (task === undefined) return;
      this.#polls.remove(poll);
      poll.accept(task, true);
    }
  }

  /** The next task that the limits allow. */
  #take(now: number): TaskOffer | undefined {
    if (this.#backlog.length === 0) return undefined;
    const readyAt = this.#limits.queueReadyAt();
    if (readyAt > now) return this.#heldUntil(readyAt, now);
    const task = this.#backlog.take(now);
    if (task === undefined) return this.#heldUntil(this.#backlog.heldUntil() ?? Infinity, now);
    this.#limits.consume(task.place, now, 1);
    this.#left(task);
    return task;
  }

  #left(task: TaskOffer): void {
    task.waitsIn = undefined;
    this.#waitingByRun.remove(task);
  }

  #heldUntil(readyAt: number, now: number): undefined {
    this.#limitedAt = now;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (readyAt === Infinity) return;
    // A delay is cut to whole milliseconds, so one more makes sure that the time has come.
    this.#timer = setTimeout(() => this.#match(), Math.min(readyAt - now + 1, TIMER_MS_MAX)).unref();
  }

  #dispatch(task: TaskOffer, polledAt: number, hasWaited: boolean): Dispatch {
    const now = this.#clock.now();
    this.#dispatched.count(task.place?.level, now);
    const pollerDelta = this.#scaling.decide(now, this.history.size, now - polledAt, () => ({
      backlogCount: this.#backlog.length,
      backlogAgeMs: now - (this.#backlog.oldestAt() ?? now),
      addRate: this.#added.rate(now),
      dispatchRate: this.#dispatched.rate(now),
    }));
    return { task, pollerDelta, backlogCount: this.#backlog.length, hasWaited };
  }
}
