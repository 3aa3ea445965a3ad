// A binary heap of wake-up times with one timer for the earliest. What a wake-up means is the
// owner's. Setting a key again moves it.
import type { Clock } from "#shared/clock";

/** The longest delay that a timer of Node takes; later times are looked at again then. */
const DELAY_MS_MAX = 2_147_000_000;
/** Wake-ups handled in one turn of the event loop, so that a hundred thousand due at once do not stop everything else. */
const WAKES_PER_TURN_MAX = 500;

interface Node<Value> {
  key: string;
  value: Value;
  at: number;
  place: number;
}

export class WakeHeap<Value> {
  readonly #clock: Clock;
  readonly #onDue: (value: Value) => void;
  readonly #mayFire: () => boolean;
  readonly #nodes = new Map<string, Node<Value>>();
  readonly #heap: Node<Value>[] = [];
  #timer: NodeJS.Timeout | undefined;
  #armedFor = Infinity;
  #isTurnPending = false;
  #isHeldBack = false;
  #isStopped = false;

  /** While `mayFire` is false, what is due waits; the owner says by `resume` that it may be true again. */
  constructor(clock: Clock, onDue: (value: Value) => void, mayFire: () => boolean = () => true) {
    this.#clock = clock;
    this.#onDue = onDue;
    this.#mayFire = mayFire;
  }

  get size(): number {
    return this.#heap.length;
  }

  at(key: string): number | undefined {
    return this.#nodes.get(key)?.at;
  }

  /** All of them, in no order. */
  times(): number[] {
    return this.#heap.map((node) => node.at);
  }

  removeAfter(at: number): void {
    const kept = this.#heap.filter((node) => node.at <= at);
    this.#heap.length = 0;
    this.#nodes.clear();
    for (const node of kept) this.#insert({ ...node, place: this.#heap.length });
  }

  resume(): void {
    if (!this.#isHeldBack || this.#isStopped) return;
    this.#isHeldBack = false;
    this.#isTurnPending = true;
    setImmediate(() => this.#fire());
  }

  set(key: string, value: Value, at: number | undefined): void {
    const node = this.#nodes.get(key);
    if (at === undefined) {
      if (node !== undefined) this.#remove(node);
      return;
    }
    if (node === undefined) this.#insert({ key, value, at, place: this.#heap.length });
    else if (node.at !== at) {
      node.at = at;
      this.#up(node.place);
      this.#down(node.place);
    }
    this.#arm();
  }

  remove(key: string): void {
    const node = this.#nodes.get(key);
    if (node !== undefined) this.#remove(node);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #insert(node: Node<Value>): void {
    this.#nodes.set(node.key, node);
    this.#heap.push(node);
    this.#up(node.place);
  }

  #remove(node: Node<Value>): void {
    this.#nodes.delete(node.key);
    const last = this.#heap.pop();
    if (last === undefined || last === node) return;
    last.place = node.place;
    this.#heap[last.place] = last;
    this.#up(last.place);
    this.#down(last.place);
  }

  #arm(): void {
    const first = this.#heap[0];
    if (first === undefined || this.#isStopped || this.#isTurnPending || this.#isHeldBack) return;
    if (first.at >= this.#armedFor) return;
    clearTimeout(this.#timer);
    this.#armedFor = first.at;
    // A delay is cut to whole milliseconds, so one more makes sure that the time has come.
    const delayMs = Math.min(DELAY_MS_MAX, Math.max(0, first.at - this.#clock.now()) + 1);
    this.#timer = setTimeout(() => this.#fire(), delayMs);
  }

  #fire(): void {
    this.#armedFor = Infinity;
    this.#isTurnPending = false;
    if (this.#isStopped) return;
    const now = this.#clock.now();
    for (let count = 0; count < WAKES_PER_TURN_MAX; count += 1) {
      const first = this.#heap[0];
      if (first === undefined || first.at > now) break;
      if (!this.#mayFire()) {
        this.#isHeldBack = true;
        return;
      }
      this.#remove(first);
      this.#onDue(first.value);
    }
    const next = this.#heap[0];
    if (next !== undefined && next.at <= now) {
      this.#isTurnPending = true;
      setImmediate(() => this.#fire());
    } else this.#arm();
  }

  #up(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#swapIfBefore(place, parent)) return;
      place = parent;
    }
  }

  #down(from: number): void {
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      const leftNode = this.#heap[left];
      if (leftNode === undefined) return;
      const rightNode = this.#heap[right];
      const child = rightNode !== undefined && rightNode.at < leftNode.at ? right : left;
      if (!this.#swapIfBefore(child, place)) return;
      place = child;
    }
  }

  /** Swaps when the node at `lower` is due before the one at `upper`. */
  #swapIfBefore(lower: number, upper: number): boolean {
    const a = this.#heap[lower];
    const b = this.#heap[upper];
    if (a === undefined || b === undefined || a.at >= b.at) return false;
    this.#heap[lower] = b;
    this.#heap[upper] = a;
    a.place = upper;
    b.place = lower;
    return true;
  }
}
