// The tasks of one priority level, fair between fairness keys: start-time fair queueing. Each key has a line of its own and
// a pass; the key with the lowest pass is served next, and serving it moves its pass on by 1 / weight. So the keys that
// have a backlog share the dispatches by weight, none starves, and the order within a key is kept. All in O(log keys).
import { Heap, type HeapNode } from "#shared/heap";
import { fractionOf } from "#shared/text-fraction";
import { clampedWeight, type Place } from "./place.ts";
import { WaitingLine } from "./waiting-line.ts";

/** Keys without tasks whose pass is ahead are remembered, so that leaving and coming back wins nothing. */
const IDLE_KEYS_MAX = 10_000;

export interface Placed {
  place?: Place | undefined;
  scheduledAt: number;
}

/** How keys are limited and weighed; the time is that of the limits' clock. */
export interface KeyRules {
  /** Each key has a limit of its own, the empty one as well. */
  readonly areKeysLimited: boolean;
  /** When the key may be served next; a time that is over means now. */
  readyAt(key: string): number;
  weightOf(place: Place | undefined): number;
}

interface KeyLine<Task> extends HeapNode {
  key: string;
  tasks: WaitingLine<Task>;
  pass: number;
  /** Breaks ties: the key that came first. */
  order: number;
  heldUntil: number;
  isHeld: boolean;
  age: Age;
}

interface Age extends HeapNode {
  at: number;
}

export class FairKeys<Task extends Placed> {
  readonly #rules: KeyRules;
  readonly #keys = new Map<string, KeyLine<Task>>();
  readonly #ready = new Heap<KeyLine<Task>>(
    (a, b) => a.pass < b.pass || (a.pass === b.pass && a.order < b.order),
  );
  readonly #held = new Heap<KeyLine<Task>>((a, b) => a.heldUntil < b.heldUntil);
  readonly #ages = new Heap<Age>((a, b) => a.at < b.at);
  /** Keys without tasks, with the pass they come back with. */
  readonly #idle = new Map<string, number>();
  /** The pass of the key served last. */
  #pass = 0;
  #arrivals = 0;
  #length = 0;

  /** `keyless` is the line of tasks without a key so far. */
  constructor(rules: KeyRules, keyless: WaitingLine<Task>) {
    this.#rules = rules;
    if (keyless.length > 0) this.#adopt(this.#newLine("", keyless, 0));
    this.#length = keyless.length;
  }

  get length(): number {
    return this.#length;
  }

  oldestAt(): number | undefined {
    return this.#ages.first()?.at;
  }

  /** When the first key that is held by its limit may be served; undefined when none is held. */
  heldUntil(): number | undefined {
    return this.#held.first()?.heldUntil;
  }

  push(task: Task): void {
    const key = task.place?.key ?? "";
    const line = this.#keys.get(key);
    this.#length += 1;
    if (line !== undefined) {
      line.tasks.push(task);
      return;
    }
    const tasks = new WaitingLine<Task>();
    tasks.push(task);
    this.#adopt(this.#newLine(key, tasks, this.#firstPass(key, task)));
  }

  /** The next task; undefined when there is none or every key is held by its limit. */
  take(now: number): Task | undefined {
    this.#release(now);
    for (let line = this.#ready.first(); line !== undefined; line = this.#ready.first()) {
      const readyAt = this.#rules.readyAt(line.key);
      if (readyAt > now) {
        this.#hold(line, readyAt);
        continue;
      }
      const task = line.tasks.shift();
      if (task === undefined) {
        this.#retire(line);
        continue;
      }
      this.#length -= 1;
      this.#pass = line.pass;
      line.pass += 1 / clampedWeight(this.#rules.weightOf(task.place));
      this.#headChanged(line);
      return task;
    }
    return undefined;
  }

  /** The task must be waiting here. */
  withdraw(task: Task): void {
    const line = this.#keys.get(task.place?.key ?? "");
    if (line === undefined) return;
    line.tasks.withdraw(task);
    this.#length -= 1;
    this.#headChanged(line);
  }

  /** Limits changed: whoever is held is looked at again. */
  releaseAll(): void {
    this.#release(Infinity);
  }

  #newLine(key: string, tasks: WaitingLine<Task>, pass: number): KeyLine<Task> {
    const at = tasks.peek()?.scheduledAt ?? 0;
    return {
      key,
      tasks,
      pass,
      order: this.#arrivals++,
      heldUntil: 0,
      isHeld: false,
      place: -1,
      age: { place: -1, at },
    };
  }

  #adopt(line: KeyLine<Task>): void {
    this.#keys.set(line.key, line);
    this.#ready.add(line);
    this.#ages.add(line.age);
  }

  /**
   * A key that was here before goes on where it was. A new one begins now, and one of a low weight somewhere within its
   * first stride, so that many of them do not all come before those of a high weight.
   */
  #firstPass(key: string, task: Task): number {
    const left = this.#idle.get(key);
    this.#idle.delete(key);
    if (left !== undefined && left > this.#pass) return left;
    const stride = 1 / clampedWeight(this.#rules.weightOf(task.place));
    return this.#pass + Math.max(0, stride - 1) * fractionOf(key);
  }

  #headChanged(line: KeyLine<Task>): void {
    const head = line.tasks.peek();
    if (head === undefined) this.#retire(line);
    else {
      line.age.at = head.scheduledAt;
      this.#ages.move(line.age);
      if (!line.isHeld) this.#ready.move(line);
    }
  }

  #retire(line: KeyLine<Task>): void {
    this.#keys.delete(line.key);
    if (line.isHeld) this.#held.remove(line);
    else this.#ready.remove(line);
    this.#ages.remove(line.age);
    this.#idle.set(line.key, line.pass);
    if (this.#idle.size > IDLE_KEYS_MAX) this.#forgetIdle();
  }

  /** Those that are not ahead are like new ones; when too many are, they get away with it. */
  #forgetIdle(): void {
    for (const [key, pass] of this.#idle) if (pass <= this.#pass) this.#idle.delete(key);
    if (this.#idle.size > IDLE_KEYS_MAX / 2) this.#idle.clear();
  }

  #hold(line: KeyLine<Task>, until: number): void {
    this.#ready.remove(line);
    line.isHeld = true;
    line.heldUntil = until;
    this.#held.add(line);
  }

  /** A key that was held does not catch up on what it could not get. */
  #release(now: number): void {
    for (let line = this.#held.first(); line !== undefined; line = this.#held.first()) {
      if (line.heldUntil > now) return;
      this.#held.remove(line);
      line.isHeld = false;
      line.pass = Math.max(line.pass, this.#pass);
      this.#ready.add(line);
    }
  }
}
