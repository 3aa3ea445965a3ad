// The tasks that wait in backlogs, by run: when a run ends or a task is over, its places in line go at once, so that what
// nobody wants any more neither counts nor takes memory. Tasks of one run are a list through the tasks themselves.
import type { TaskOffer } from "./task.ts";

export class WaitingByRun {
  readonly #firsts = new Map<string, TaskOffer>();

  add(task: TaskOffer): void {
    const { runId } = task.run;
    task.nextOfRun = this.#firsts.get(runId);
    this.#firsts.set(runId, task);
  }

  remove(task: TaskOffer): void {
    const { runId } = task.run;
    const next = task.nextOfRun;
    task.nextOfRun = undefined;
    let before = this.#firsts.get(runId);
    if (before === task) {
      if (next === undefined) this.#firsts.delete(runId);
      else this.#firsts.set(runId, next);
      return;
    }
    while (before !== undefined && before.nextOfRun !== task) before = before.nextOfRun;
    if (before !== undefined) before.nextOfRun = next;
  }

  /** Withdraws the waiting tasks of a run that are not wanted any more. */
  review(runId: string, isWanted: (task: TaskOffer) => boolean): void {
    for (let task = this.#firsts.get(runId); task !== undefined;) {
      const next: TaskOffer | undefined = task.nextOfRun;
      if (!isWanted(task)) task.waitsIn?.withdraw(task);
      task = next;
    }
  }
}
