// Time and the order of everything that happens in a simulation: while it is installed, timers and immediates of all code
// wait here, and each belongs to the process that made it, so that a process can be killed or stopped like a real one.
// What runs next follows from the times alone: no thread, no real clock, no chance of its own.
import type { Clock } from "#shared/clock";

/** A simulated process: what it has planned is forgotten when it is killed, and waits while it is paused. */
export class SimulatedProcess {
  readonly name: string;
  isDead = false;
  isPaused = false;
  readonly held: Task[] = [];

  constructor(name: string) {
    this.name = name;
  }
}

export interface Task {
  at: number;
  order: number;
  owner: SimulatedProcess;
  run: () => void;
  isCancelled: boolean;
  /** Of an interval. */
  everyMs: number;
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  clearImmediate: globalThis.clearImmediate,
};

const START_OF_TIME = 1_700_000_000_000;

export class VirtualTime {
  /** Wall time of the simulated machine; `skewMs` is what its clock is wrong by. */
  skewMs = 0;
  #now = START_OF_TIME;
  #order = 0;
  steps = 0;
  readonly #heap: Task[] = [];
  /** Whose code runs now. */
  #current: SimulatedProcess;
  readonly outside = new SimulatedProcess("outside");

  constructor() {
    this.#current = this.outside;
  }

  get now(): number {
    return this.#now;
  }

  get clock(): Clock {
    return { now: () => Math.floor(this.#now + this.skewMs), monotonic: () => this.#now - START_OF_TIME };
  }

  /** Plans `run` as an act of `owner`. */
  after(delayMs: number, owner: SimulatedProcess, run: () => void): Task {
    const task: Task = {
      at: this.#now + Math.max(0, delayMs),
      order: ++this.#order,
      owner,
      run,
      isCancelled: false,
      everyMs: 0,
    };
    push(this.#heap, task);
    return task;
  }

  /** Runs code as if the process did it now; only for what does not wait. */
  as<Result>(owner: SimulatedProcess, run: () => Result): Result {
    const before = this.#current;
    this.#current = owner;
    try {
      return run();
    } finally {
      this.#current = before;
    }
  }

  kill(owner: SimulatedProcess): void {
    owner.isDead = true;
    owner.held.length = 0;
  }

  pause(owner: SimulatedProcess): void {
    owner.isPaused = true;
  }

  /** What came due meanwhile happens now, in the order in which it was due. */
  resume(owner: SimulatedProcess): void {
    owner.isPaused = false;
    for (const task of owner.held.splice(0)) {
      task.at = Math.max(task.at, this.#now);
      push(this.#heap, task);
    }
  }

  /** Lets things happen until `isOver`, nothing is left, or a step throws. Promises settle between two steps. */
  run(isOver: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const step = (): void => {
        try {
          if (isOver() || !this.#step()) return resolve();
        } catch (error) {
          return reject(error instanceof Error ? error : new Error(String(error)));
        }
        real.setImmediate(step);
      };
      step();
    });
  }

  #step(): boolean {
    for (;;) {
      const task = pop(this.#heap);
      if (task === undefined) return false;
      const { owner } = task;
      if (task.isCancelled || owner.isDead) continue;
      if (owner.isPaused) {
        owner.held.push(task);
        continue;
      }
      this.#now = Math.max(this.#now, task.at);
      this.steps += 1;
      this.#current = owner;
      if (task.everyMs > 0) {
        task.at = this.#now + task.everyMs;
        task.order = ++this.#order;
        push(this.#heap, task);
      }
      task.run();
      // Continuations of what ran belong to the same process: they all run before the next step.
      return true;
    }
  }

  /** Takes over the global timers. Gives back what restores them. */
  install(): () => void {
    const plan = (delayMs: number, run: (...args: unknown[]) => void, args: unknown[]): VirtualTimer => {
      const task = this.after(delayMs, this.#current, () => run(...args));
      return new VirtualTimer(task);
    };
    const cancel = (timer: unknown): void => {
      if (timer instanceof VirtualTimer) timer.task.isCancelled = true;
    };
    // The signatures of Node's globals have overloads and a promisified form that nothing here uses.
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delayMs?: number, ...args: unknown[]) =>
        plan(Math.max(1, Math.trunc(delayMs ?? 1)), run, args),
      setInterval: (run: () => void, delayMs?: number, ...args: unknown[]) => {
        const timer = plan(Math.max(1, Math.trunc(delayMs ?? 1)), run, args);
        timer.task.everyMs = Math.max(1, Math.trunc(delayMs ?? 1));
        return timer;
      },
      setImmediate: (run: () => void, ...args: unknown[]) => plan(0, run, args),
      clearTimeout: cancel,
      clearInterval: cancel,
      clearImmediate: cancel,
    });
    return () => void Object.assign(globalThis, real);
  }
}

/** What code keeps of a timer. */
class VirtualTimer {
  readonly task: Task;

  constructor(task: Task) {
    this.task = task;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Task[], task: Task): void {
  let place = heap.length;
  heap.push(task);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(task, above)) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = task;
}

function pop(heap: Task[]): Task | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    const right = heap[child + 1];
    if (right !== undefined && isBefore(right, heap[child] ?? last)) child += 1;
    const below = heap[child];
    if (below === undefined || !isBefore(below, last)) break;
    heap[place] = below;
    place = child;
  }
  heap[place] = last;
  return first;
}
