// Runs in memory, by run and as the one that an id names now. When there are too many of them or they hold too many
// bytes, those are let go that have not been used for longest. Of those that are over only the latest stay: hardly
// anybody comes back for them, and what lives longer than it is needed is what garbage collection costs most for.

export interface HeldRunsLimits {
  executionsMax: number;
  heldBytesMax: number;
}

interface HeldRun {
  readonly state: { readonly namespaceId: string; readonly runId: string };
  readonly isCurrent: boolean;
}

export interface HeldRunsOptions<Run> {
  limits: HeldRunsLimits;
  /** Names the run when it is the current one. */
  currentKeyOf: (run: Run) => string;
  /** Nobody needs it in memory. */
  isIdle: (run: Run) => boolean;
  /** Removes an idle run, or leaves it for a later round. */
  letGo: (run: Run) => void;
}

/** Runs looked at in one eviction, so that it stays short when many cannot be let go. */
const EVICTION_LOOKS_MAX = 64;
/** Runs that are over and stay for who asks for their result a moment later. */
const ENDED_MAX = 256;
/** Or this part of all that are held, when that is less. */
const ENDED_SHARE = 1 / 4;
/** More than one, so that those which could not be let go are made up for. */
const ENDED_LOOKS_MAX = 2;

export class HeldRuns<Run extends HeldRun> {
  readonly #options: HeldRunsOptions<Run>;
  /** In order of use, least recent first. */
  readonly #runs = new Map<string, Run>();
  readonly #current = new Map<string, Run>();
  /** Those of them that are over, in order of their end or later use. */
  readonly #ended = new Set<Run>();
  readonly #endedMax: number;
  /** What memory is mostly used for. */
  #heldBytes = 0;
  #isEvictionDue = false;

  constructor(options: HeldRunsOptions<Run>) {
    this.#options = options;
    this.#endedMax = Math.min(ENDED_MAX, options.limits.executionsMax * ENDED_SHARE);
  }

  get size(): number {
    return this.#runs.size;
  }

  byRun(runId: string): Run | undefined {
    return this.#runs.get(runId);
  }

  current(key: string): Run | undefined {
    return this.#current.get(key);
  }

  /** Whether this very object is the one that is held. */
  has(run: Run): boolean {
    return this.#runs.get(run.state.runId) === run;
  }

  ofNamespace(namespaceId: string): Run[] {
    return [...this.#runs.values()].filter(({ state }) => state.namespaceId === namespaceId);
  }

  add(run: Run): void {
    const { limits, currentKeyOf } = this.#options;
    this.#runs.set(run.state.runId, run);
    if (run.isCurrent) this.#current.set(currentKeyOf(run), run);
    if (this.#runs.size > limits.executionsMax) this.#scheduleEviction();
  }

  /** With the bytes that were counted for it; false when it is not held. */
  remove(run: Run, bytes: number): boolean {
    if (!this.has(run)) return false;
    this.#runs.delete(run.state.runId);
    this.#ended.delete(run);
    const key = this.#options.currentKeyOf(run);
    if (this.#current.get(key) === run) this.#current.delete(key);
    this.#heldBytes -= bytes;
    return true;
  }

  touch(run: Run): void {
    this.#runs.delete(run.state.runId);
    this.#runs.set(run.state.runId, run);
    if (this.#ended.delete(run)) this.#ended.add(run);
  }

  /** The run is over, and that is stored. */
  ended(run: Run): void {
    if (!this.has(run)) return;
    const { isIdle, letGo } = this.#options;
    this.#ended.add(run);
    let looks = 0;
    for (const oldest of this.#ended) {
      if (this.#ended.size <= this.#endedMax || looks >= ENDED_LOOKS_MAX) return;
      looks += 1;
      if (isIdle(oldest)) letGo(oldest);
      if (this.has(oldest)) this.touch(oldest);
    }
  }

  grow(bytes: number): void {
    this.#heldBytes += bytes;
    if (this.#heldBytes > this.#options.limits.heldBytesMax) this.#scheduleEviction();
  }

  #scheduleEviction(): void {
    if (this.#isEvictionDue) return;
    this.#isEvictionDue = true;
    setImmediate(() => this.#evict());
  }

  #evict(): void {
    this.#isEvictionDue = false;
    const { limits, isIdle, letGo } = this.#options;
    let looks = 0;
    for (const run of this.#runs.values()) {
      const isOver = this.#runs.size > limits.executionsMax || this.#heldBytes > limits.heldBytesMax;
      if (!isOver || looks >= EVICTION_LOOKS_MAX) return;
      looks += 1;
      if (isIdle(run)) letGo(run);
      else this.touch(run);
    }
  }
}
