// The tasks of one queue that wait for pollers: strictly by priority level, fair between the keys of a level, first in
// first out within a key. A queue whose tasks have no priority is one plain line.
import type { KeyRules, Placed } from "./fair-keys.ts";
import { DEFAULT_LEVEL, LEVELS } from "./place.ts";
import { PriorityLevel } from "./priority-level.ts";

export interface LevelStats {
  level: number;
  count: number;
  /** When the oldest of them was scheduled. */
  oldestAt: number | undefined;
}

export class Backlog<Task extends Placed> {
  readonly #rules: KeyRules;
  readonly #levels: (PriorityLevel<Task> | undefined)[] = [];
  #length = 0;

  constructor(rules: KeyRules) {
    this.#rules = rules;
  }

  get length(): number {
    return this.#length;
  }

  push(task: Task, options: { isAhead?: boolean; isFirst?: boolean } = {}): void {
    const level = this.#levelOf(task);
    if (options.isAhead === true) level.pushAhead(task, options.isFirst === true);
    else level.push(task);
    this.#length += 1;
  }

  /** The next task; undefined when there is none or the limits of keys hold every one. */
  take(now: number): Task | undefined {
    if (this.#length === 0) return undefined;
    for (const level of this.#levels) {
      const task = level?.take(now);
      if (task === undefined) continue;
      this.#length -= 1;
      return task;
    }
    return undefined;
  }

  /** The task must be waiting here. */
  withdraw(task: Task): void {
    this.#levelOf(task).withdraw(task);
    this.#length -= 1;
  }

  /** When the first key that is held by its limit may be served. */
  heldUntil(): number | undefined {
    let first: number | undefined;
    for (const level of this.#levels) {
      const until = level?.heldUntil();
      if (until !== undefined && (first === undefined || until < first)) first = until;
    }
    return first;
  }

  rulesChanged(): void {
    for (const level of this.#levels) level?.rulesChanged();
  }

  oldestAt(): number | undefined {
    let oldest: number | undefined;
    for (const level of this.#levels) {
      const at = level?.oldestAt();
      if (at !== undefined && (oldest === undefined || at < oldest)) oldest = at;
    }
    return oldest;
  }

  /** Of the default level, and of every other one that had tasks. */
  stats(): LevelStats[] {
    const stats: LevelStats[] = [];
    for (let level = 1; level <= LEVELS; level += 1) {
      const tasks = this.#levels[level - 1];
      if (tasks !== undefined) stats.push({ level, count: tasks.length, oldestAt: tasks.oldestAt() });
      else if (level === DEFAULT_LEVEL) stats.push({ level, count: 0, oldestAt: undefined });
    }
    return stats;
  }

  #levelOf(task: Task): PriorityLevel<Task> {
    const index = (task.place?.level ?? DEFAULT_LEVEL) - 1;
    return (this.#levels[index] ??= new PriorityLevel(this.#rules));
  }
}
