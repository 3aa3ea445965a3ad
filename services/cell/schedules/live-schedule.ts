// One schedule in memory. Whatever reads or changes it takes its turn, and a turn ends when its change is durable: so
// nothing is ever told that a crash could take back.
import { CompiledSpec } from "./spec/index.ts";
import type { ScheduleState } from "./state.ts";

export class LiveSchedule {
  state: ScheduleState;
  /** Deleted, or its namespace is. */
  isGone = false;
  #spec: CompiledSpec | undefined;
  #compiledFrom: unknown;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(state: ScheduleState) {
    this.state = state;
  }

  get key(): string {
    return keyOf(this.state);
  }

  get spec(): CompiledSpec {
    const { schedule, namespaceId, scheduleId } = this.state;
    if (this.#spec === undefined || this.#compiledFrom !== schedule.spec) {
      this.#spec = new CompiledSpec(schedule.spec, `${namespaceId}-${scheduleId}`);
      this.#compiledFrom = schedule.spec;
    }
    return this.#spec;
  }

  /** Runs `act` after all turns before it, whatever became of them. */
  turn<Result>(act: () => Promise<Result> | Result): Promise<Result> {
    const result = this.#tail.then(act);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}

export function keyOf(schedule: { namespaceId: string; scheduleId: string }): string {
  return `${schedule.namespaceId}/${schedule.scheduleId}`;
}
