// A first-in first-out line from which any task can be withdrawn in constant time: its place is skipped when it comes up,
// and a line that is mostly withdrawn is made anew, so what is gone takes no memory.
import { Fifo } from "./fifo.ts";

const REBUILD_FROM_WITHDRAWN = 64;

export class WaitingLine<Task> {
  #line = new Fifo<Task>();
  readonly #withdrawn = new Set<Task>();

  get length(): number {
    return this.#line.length - this.#withdrawn.size;
  }

  push(task: Task): void {
    this.#line.push(task);
  }

  pushFront(task: Task): void {
    this.#line.pushFront(task);
  }

  peek(): Task | undefined {
    if (this.#withdrawn.size > 0) this.#skipWithdrawn();
    return this.#line.peek();
  }

  shift(): Task | undefined {
    if (this.#withdrawn.size > 0) this.#skipWithdrawn();
    return this.#line.shift();
  }

  /** The task must be in this line. */
  withdraw(task: Task): void {
    this.#withdrawn.add(task);
    if (this.#withdrawn.size >= REBUILD_FROM_WITHDRAWN && this.#withdrawn.size > this.length) this.#rebuild();
  }

  #skipWithdrawn(): void {
    for (let task = this.#line.peek(); task !== undefined; task = this.#line.peek()) {
      if (!this.#withdrawn.delete(task)) return;
      this.#line.shift();
    }
  }

  #rebuild(): void {
    const kept = new Fifo<Task>();
    for (let task = this.#line.shift(); task !== undefined; task = this.#line.shift()) {
      if (!this.#withdrawn.has(task)) kept.push(task);
    }
    this.#withdrawn.clear();
    this.#line = kept;
  }
}
