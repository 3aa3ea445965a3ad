// When a flush begins. For the database and for the sockets a flush with one execution costs nearly as much as one with
// ten: while many change at once, it waits a moment for those that are about to come. One at a time never waits.
import { delay } from "#shared/clock";
import type { FlushGroup } from "./flush-group.ts";

/** Executions in the flush before from which on the next one waits: fewer may be all that there are. */
const COMPANY_MIN = 4;
/** So many are worth a flush of their own at once. */
const COMPANY_ENOUGH = 16;
/** When nothing came for so long, the others wait for this very flush. */
const SILENCE_MS = 1;
const WAIT_MS_MAX = 2;

export class FlushPace {
  #company = 0;

  /** Whether the next flush should `gather`. */
  get isWorthWaiting(): boolean {
    return this.#company >= COMPANY_MIN;
  }

  /** Waits until nothing more comes, enough has come, or it has lasted long enough; `gathering` may change meanwhile. */
  async gather(gathering: () => FlushGroup, monotonic: () => number): Promise<void> {
    const endsAt = monotonic() + WAIT_MS_MAX;
    let before = -1;
    for (let group = gathering(); companyIn(group) < COMPANY_ENOUGH; group = gathering()) {
      if (group.entries === before || monotonic() >= endsAt) return;
      before = group.entries;
      await delay(SILENCE_MS);
    }
  }

  began(group: FlushGroup): void {
    this.#company = companyIn(group);
  }
}

function companyIn(group: FlushGroup): number {
  return group.writes.size + group.standalone.size;
}
