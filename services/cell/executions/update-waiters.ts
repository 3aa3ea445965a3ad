// Callers that wait until an update of one execution reaches a stage. In memory only: after a crash they ask again.
import type { UpdateAborted, UpdateReached, UpdateStage, UpdateStatus } from "../workflow/index.ts";

interface Waiter {
  stage: UpdateStage;
  resolve: (reached: UpdateReached) => void;
  reject: (error: Error) => void;
}

export class UpdateWaiters {
  readonly #waiters = new Map<string, Set<Waiter>>();

  get size(): number {
    return this.#waiters.size;
  }

  /** Resolves when the stage is reached, or with undefined when `signal` aborts first. */
  wait(updateId: string, stage: UpdateStage, signal: AbortSignal): Promise<UpdateReached | undefined> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        stage,
        resolve: (reached) => finish(() => resolve(reached)),
        reject: (error) => finish(() => reject(error)),
      };
      const onAbort = (): void => finish(() => resolve(undefined));
      const finish = (settle: () => void): void => {
        signal.removeEventListener("abort", onAbort);
        this.#remove(updateId, waiter);
        settle();
      };
      this.#add(updateId, waiter);
      if (signal.aborted) onAbort();
      else signal.addEventListener("abort", onAbort, { once: true });
    });
  }

  settle(effect: UpdateReached | UpdateAborted): void {
    for (const waiter of [...(this.#waiters.get(effect.updateId) ?? [])]) {
      if (effect.kind === "updateAborted") waiter.reject(effect.error);
      else if (isAtLeast(effect.stage, waiter.stage)) waiter.resolve(effect);
    }
  }

  rejectAll(error: Error): void {
    for (const waiters of [...this.#waiters.values()])
      for (const waiter of [...waiters]) waiter.reject(error);
  }

  #add(updateId: string, waiter: Waiter): void {
    const waiters = this.#waiters.get(updateId);
    if (waiters === undefined) this.#waiters.set(updateId, new Set([waiter]));
    else waiters.add(waiter);
  }

  #remove(updateId: string, waiter: Waiter): void {
    const waiters = this.#waiters.get(updateId);
    waiters?.delete(waiter);
    if (waiters?.size === 0) this.#waiters.delete(updateId);
  }
}

const ORDER: Record<UpdateStatus["stage"], number> = { admitted: 1, accepted: 2, completed: 3 };

export function isAtLeast(stage: UpdateStage, wanted: UpdateStage): boolean {
  return ORDER[stage] >= ORDER[wanted];
}
