// Wake-up times in a heap, with one timer for the earliest. What a wake-up means is the
// owner's. Setting a key again moves it.
import type { Clock } from "#shared/clock";
import type { SteadyClock } from "../steady-clock.ts";
import { Heap, type HeapNode } from "#shared/heap";

/** The longest delay that a timer of Node takes; later times are looked at again then. */
const DELAY_MS_MAX = 2_147_000_000;
/** Wake-ups handled in one turn of the event loop, so that a hundred thousand due at once do not stop everything else. */
const WAKES_PER_TURN_MAX = 500;

interface Wake<Value> extends HeapNode {
  key: string;
  value: Value;
  at: number;
}

export class WakeHeap<Value> {
  readonly #clock: Clock;
  readonly #onDue: (value: Value) => void;
  readonly #mayFire: () => boolean;
  readonly #wakes = new Map<string, Wake<Value>>();
  readonly #heap = new Heap<Wake<Value>>((one, other) => one.at < other.at);
  #timer: NodeJS.Timeout | undefined;
  #armedFor = Infinity;
  #isTurnPending = false;
  #isHeldBack = false;
  #isStopped = false;

  /** While `mayFire` is false, what is due waits; the owner says by `resume` that it may be true again. */
  constructor(
    clock: Clock & Partial<SteadyClock>,
    onDue: (value: Value) => void,
    mayFire: () => boolean = () => true,
  ) {
    this.#clock = clock;
    this.#onDue = onDue;
    this.#mayFire = mayFire;
    clock.onStepAhead?.(() => this.#lookAgain());
  }

  get size(): number {
    return this.#heap.size;
  }

  at(key: string): number | undefined {
    return this.#wakes.get(key)?.at;
  }

  /** All of them, in no order. */
  times(): number[] {
    return this.#heap.nodes().map((wake) => wake.at);
  }

  removeAfter(at: number): void {
    for (const wake of this.#heap.nodes().filter((one) => one.at > at)) this.#remove(wake);
  }

  resume(): void {
    if (!this.#isHeldBack || this.#isStopped) return;
    this.#isHeldBack = false;
    this.#isTurnPending = true;
    setImmediate(() => this.#fire());
  }

  set(key: string, value: Value, at: number | undefined): void {
    const wake = this.#wakes.get(key);
    if (at === undefined) {
      if (wake !== undefined) this.#remove(wake);
      return;
    }
    if (wake === undefined) this.#insert({ key, value, at, place: -1 });
    else if (wake.at !== at) {
      wake.at = at;
      this.#heap.move(wake);
    }
    this.#arm();
  }

  remove(key: string): void {
    const wake = this.#wakes.get(key);
    if (wake !== undefined) this.#remove(wake);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #insert(wake: Wake<Value>): void {
    this.#wakes.set(wake.key, wake);
    this.#heap.add(wake);
  }

  #remove(wake: Wake<Value>): void {
    this.#wakes.delete(wake.key);
    this.#heap.remove(wake);
  }

  #arm(): void {
    const first = this.#heap.first();
    if (first === undefined || this.#isStopped || this.#isTurnPending || this.#isHeldBack) return;
    if (first.at >= this.#armedFor) return;
    clearTimeout(this.#timer);
    this.#armedFor = first.at;
    // A delay is cut to whole milliseconds, so one more makes sure that the time has come.
    const delayMs = Math.min(DELAY_MS_MAX, Math.max(0, first.at - this.#clock.now()) + 1);
    this.#timer = setTimeout(() => this.#fire(), delayMs);
  }

  /** The planned delay is too long now. */
  #lookAgain(): void {
    clearTimeout(this.#timer);
    this.#armedFor = Infinity;
    this.#arm();
  }

  #fire(): void {
    this.#armedFor = Infinity;
    this.#isTurnPending = false;
    if (this.#isStopped) return;
    const now = this.#clock.now();
    for (let count = 0; count < WAKES_PER_TURN_MAX; count += 1) {
      const first = this.#heap.first();
      if (first === undefined || first.at > now) break;
      if (!this.#mayFire()) {
        this.#isHeldBack = true;
        return;
      }
      this.#remove(first);
      this.#onDue(first.value);
    }
    const next = this.#heap.first();
    if (next !== undefined && next.at <= now) {
      this.#isTurnPending = true;
      setImmediate(() => this.#fire());
    } else this.#arm();
  }
}
