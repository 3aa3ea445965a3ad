// The tasks of one priority level: a plain line as long as no task has a fairness key, fair between keys from then on,
// and ahead of both what must not wait (queries, tasks that were given back).
import { FairKeys, type KeyRules, type Placed } from "./fair-keys.ts";
import { WaitingLine } from "./waiting-line.ts";

export class PriorityLevel<Task extends Placed> {
  readonly #rules: KeyRules;
  #ahead: WaitingLine<Task> | undefined;
  readonly #aheadTasks = new Set<Task>();
  #plain = new WaitingLine<Task>();
  #fair: FairKeys<Task> | undefined;

  constructor(rules: KeyRules) {
    this.#rules = rules;
  }

  get length(): number {
    return (this.#fair?.length ?? this.#plain.length) + this.#aheadTasks.size;
  }

  oldestAt(): number | undefined {
    const ahead = this.#ahead?.peek()?.scheduledAt;
    const behind = this.#fair === undefined ? this.#plain.peek()?.scheduledAt : this.#fair.oldestAt();
    if (ahead === undefined || behind === undefined) return ahead ?? behind;
    return Math.min(ahead, behind);
  }

  heldUntil(): number | undefined {
    return this.#fair?.heldUntil();
  }

  push(task: Task): void {
    if (this.#fair === undefined) {
      if (!this.#needsFairness(task)) return this.#plain.push(task);
      this.#fair = new FairKeys(this.#rules, this.#plain);
      this.#plain = new WaitingLine();
    }
    this.#fair.push(task);
  }

  /** `isFirst`: it comes before those that are ahead already. */
  pushAhead(task: Task, isFirst: boolean): void {
    const ahead = (this.#ahead ??= new WaitingLine());
    this.#aheadTasks.add(task);
    if (isFirst) ahead.pushFront(task);
    else ahead.push(task);
  }

  take(now: number): Task | undefined {
    if (this.#ahead !== undefined) {
      const task = this.#ahead.shift();
      if (task !== undefined) {
        this.#aheadTasks.delete(task);
        return task;
      }
      this.#ahead = undefined;
    }
    if (this.#fair === undefined) return this.#plain.shift();
    const task = this.#fair.take(now);
    if (this.#fair.length === 0) this.#fair = undefined;
    return task;
  }

  /** The task must be waiting here. */
  withdraw(task: Task): void {
    if (this.#aheadTasks.delete(task)) this.#ahead?.withdraw(task);
    else if (this.#fair === undefined) this.#plain.withdraw(task);
    else this.#fair.withdraw(task);
  }

  /** Limits of keys changed. From now on even tasks without a key may be held by one. */
  rulesChanged(): void {
    if (this.#fair !== undefined) this.#fair.releaseAll();
    else if (this.#rules.areKeysLimited && this.#plain.length > 0) {
      this.#fair = new FairKeys(this.#rules, this.#plain);
      this.#plain = new WaitingLine();
    }
  }

  #needsFairness(task: Task): boolean {
    return (task.place !== undefined && task.place.key !== "") || this.#rules.areKeysLimited;
  }
}
