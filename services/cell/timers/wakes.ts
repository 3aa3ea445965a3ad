// When to look at which execution: those in memory each have their wake-up here; of the others, the nearest are read
// ahead from the index of the store, a bounded number of them, so that a million that sleep cost no memory. The store is
// never asked while nothing is due.
import type { Clock } from "#shared/clock";
import type { Logger } from "#shared/log";
import { WakeHeap } from "./wake-heap.ts";

/** Wake-ups within this time are read ahead. */
const HORIZON_MS = 10 * 60_000;
const ROWS_PER_READ_MAX = 5_000;
const READ_RETRY_MS = 1_000;
/**
 * Executions being looked at: more of them due at once wait, so that they do not all come into memory together, and so
 * that what else is asked of the cell waits only for a flush of so many.
 */
const ACTING_MAX = 250;
/** With those whose outcome is being stored: while one crowd is flushed the next is read. */
const UNDER_WAY_MAX = 2 * ACTING_MAX;
const FAR_KEY = "far";

/** Names what wakes; its run id is unique. */
interface WakeKey {
  runId: string;
}

export interface WakesOptions<Key extends WakeKey> {
  clock: Clock;
  log: Logger;
  /** Stored wake-ups in (after, until], earliest first; the last time is complete or the page is not full. */
  read: (range: { after: number; until: number; rowsMax: number }) => Promise<{ key: Key; wakeAt: number }[]>;
  /** The earliest stored wake-up after a time. */
  readNext: (after: number) => Promise<number | undefined>;
  /** Resolves when the execution was looked at and what came of it is stored; never rejects. `acted` may say before that only the store is waited for. */
  onDue: (key: Key, acted: () => void) => Promise<void>;
  /** Wake-ups of executions that are not in memory, held here; a group due at the same moment may exceed it. */
  coldMax?: number;
}

const COLD_MAX = 50_000;

export class Wakes<Key extends WakeKey> {
  readonly #options: WakesOptions<Key>;
  readonly #coldMax: number;
  /** Of executions in memory. */
  readonly #warm: WakeHeap<Key>;
  /** Of others, as the store has them; each is at or before `readTo`. */
  readonly #cold: WakeHeap<Key>;
  readonly #far: WakeHeap<undefined>;
  /** Every wake-up stored at or before this time is in memory. */
  #readTo = 0;
  /** While a read is under way, the end of what it reads: a wake-up stored meanwhile may be missing in its rows. */
  #readingTo = 0;
  /** The store has more of the window than may be held. */
  #isCut = false;
  #tooMany: number;
  #acting = 0;
  #underWay = 0;
  #isStopped = false;

  constructor(options: WakesOptions<Key>) {
    this.#options = options;
    this.#coldMax = this.#tooMany = options.coldMax ?? COLD_MAX;
    const { clock } = options;
    const mayFire = (): boolean => this.#acting < ACTING_MAX && this.#underWay < UNDER_WAY_MAX;
    const onDue = (key: Key): void => this.#due(key);
    this.#warm = new WakeHeap(clock, onDue, mayFire);
    this.#cold = new WakeHeap(clock, onDue, mayFire);
    this.#far = new WakeHeap(clock, () => void this.#read());
  }

  /** Wake-ups held for executions that are not in memory. */
  get coldCount(): number {
    return this.#cold.size;
  }

  /** Reads the nearest wake-ups; others follow when they are near. */
  async start(): Promise<void> {
    await this.#read();
  }

  /** For what is in memory: any time may be given. */
  set(key: Key, at: number | undefined): void {
    this.#warm.set(key.runId, key, at);
    if (this.#cold.size === 0) return;
    this.#cold.remove(key.runId);
    this.#readWhenFew();
  }

  /** What it names leaves memory, where its stored wake-up is exact. `key` is kept: it should be small. */
  release(key: Key): void {
    const at = this.#warm.at(key.runId);
    if (at === undefined) return;
    this.#warm.remove(key.runId);
    if (at > Math.max(this.#readTo, this.#readingTo)) {
      if (!this.#isCut) this.#readAt(at - HORIZON_MS / 2);
      return;
    }
    this.#cold.set(key.runId, key, at);
    if (this.#cold.size > this.#tooMany && this.#readingTo === 0) this.#leaveToStore();
  }

  forget(runId: string): void {
    this.#warm.remove(runId);
    this.#cold.remove(runId);
  }

  stop(): void {
    this.#isStopped = true;
    for (const heap of [this.#warm, this.#cold, this.#far]) heap.stop();
  }

  #due(key: Key): void {
    this.#underWay += 1;
    this.#acting += 1;
    let isActing = true;
    const acted = (): void => {
      if (!isActing) return;
      isActing = false;
      this.#acting -= 1;
      if (this.#acting === ACTING_MAX - 1) this.#resume();
    };
    void this.#options.onDue(key, acted).finally(() => {
      acted();
      this.#underWay -= 1;
      if (this.#underWay === UNDER_WAY_MAX - 1) this.#resume();
    });
    this.#readWhenFew();
  }

  #resume(): void {
    this.#warm.resume();
    this.#cold.resume();
  }

  #readWhenFew(): void {
    if (this.#isCut && this.#cold.size <= this.#coldMax / 2) void this.#read();
  }

  /** Lets the later half of what is held go: the store has it. */
  #leaveToStore(): void {
    const times = [...this.#cold.times()].sort((a, b) => a - b);
    this.#readTo = times[times.length >> 1] ?? this.#readTo;
    this.#cold.removeAfter(this.#readTo);
    this.#isCut = true;
    // Many due at the same moment stay together, and are not sorted again for each that comes.
    this.#tooMany = Math.max(this.#coldMax, 2 * this.#cold.size);
  }

  #readAt(at: number): void {
    const planned = this.#far.at(FAR_KEY);
    if (planned === undefined || at < planned) this.#far.set(FAR_KEY, undefined, at);
  }

  async #read(): Promise<void> {
    if (this.#readingTo > 0 || this.#isStopped) return;
    const until = this.#options.clock.now() + HORIZON_MS;
    this.#readingTo = until;
    try {
      while (this.#readTo < until && this.#cold.size < this.#coldMax && !this.#isStopped) {
        await this.#readPage(until);
      }
      this.#isCut = this.#readTo < until;
      const next = this.#isCut ? undefined : await this.#options.readNext(this.#readTo);
      if (next !== undefined) this.#readAt(next - HORIZON_MS / 2);
    } catch (error) {
      this.#options.log.warn({ err: error }, "wake-ups could not be read; trying again");
      this.#readAt(this.#options.clock.now() + READ_RETRY_MS);
    } finally {
      this.#readingTo = 0;
    }
  }

  async #readPage(until: number): Promise<void> {
    const rowsMax = Math.min(ROWS_PER_READ_MAX, this.#coldMax);
    const rows = await this.#options.read({ after: this.#readTo, until, rowsMax });
    for (const { key, wakeAt } of rows) {
      // What is in memory knows better.
      if (this.#warm.at(key.runId) === undefined) this.#cold.set(key.runId, key, wakeAt);
    }
    this.#readTo = rows.length < rowsMax ? until : (rows.at(-1)?.wakeAt ?? until);
  }
}
