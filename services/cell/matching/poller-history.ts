// Who polled a queue lately, by identity, with what the latest poll said of its worker.
import type { temporal } from "#contracts";

/** Pollers are remembered for this long. */
const MEMORY_MS = 5 * 60_000;
const POLLERS_MAX = 1_000;

export interface SeenPoller {
  identity: string;
  /** What it asked for, if anything. */
  tasksPerSecond?: number | undefined;
  deploymentOptions?: temporal.api.deployment.v1.IWorkerDeploymentOptions | null | undefined;
  workerVersionCapabilities?: temporal.api.common.v1.IWorkerVersionCapabilities | null | undefined;
}

interface Seen extends SeenPoller {
  lastAccessAt: number;
}

export class PollerHistory {
  readonly #seen = new Map<string, Seen>();

  get size(): number {
    return this.#seen.size;
  }

  /** One that does not say who it is leaves no trace. */
  saw(poller: SeenPoller, now: number): void {
    if (poller.identity === "") return;
    const { identity, tasksPerSecond, deploymentOptions, workerVersionCapabilities } = poller;
    const known = this.#seen.get(identity);
    const seen = {
      identity,
      tasksPerSecond,
      deploymentOptions,
      workerVersionCapabilities,
      lastAccessAt: now,
    };
    if (known !== undefined) Object.assign(known, seen);
    else {
      this.#seen.set(identity, seen);
      if (this.#seen.size > POLLERS_MAX) this.#forgetOldest(now);
    }
  }

  forget(identity: string): void {
    this.#seen.delete(identity);
  }

  /** Newest first. */
  list(now: number): Readonly<Seen>[] {
    return [...this.#seen.values()]
      .filter(({ lastAccessAt }) => lastAccessAt >= now - MEMORY_MS)
      .sort((a, b) => b.lastAccessAt - a.lastAccessAt);
  }

  /** Half of them at a time, so that it costs little for each poll. */
  #forgetOldest(now: number): void {
    const kept = this.list(now).slice(0, POLLERS_MAX / 2);
    this.#seen.clear();
    for (const poller of kept.reverse()) this.#seen.set(poller.identity, poller);
  }
}
