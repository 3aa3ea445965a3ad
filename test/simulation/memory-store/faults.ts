// What goes wrong between a cell and its database, how often and for how long. Chance comes from the seed.
import type { Random } from "#harness/random";

/**
 * The fate of one request to the database. `doneButLost` and `doneLate` are stored, and reported as failed; after
 * `swallowed` and `doneButSwallowed` nothing comes through the connection any more, and neither side is told.
 */
export type Fate =
  "done" | "doneButLost" | "doneLate" | "lost" | "refused" | "swallowed" | "doneButSwallowed";

export interface StoreFaults {
  /** One request in so many breaks; 0: none. */
  readonly breaksOneIn: number;
  /** One request in so many takes long. */
  readonly slowOneIn: number;
  readonly slowMsMax: number;
}

export const NO_FAULTS: StoreFaults = { breaksOneIn: 0, slowOneIn: 0, slowMsMax: 0 };

const SWALLOWS: readonly Fate[] = ["swallowed", "doneButSwallowed"];
const BREAKS: readonly Fate[] = ["doneButLost", "doneButLost", "doneLate", "lost", "refused", ...SWALLOWS];

export class FaultyLink {
  faults: StoreFaults = NO_FAULTS;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  fate(): Fate {
    const { breaksOneIn } = this.faults;
    return breaksOneIn > 0 && this.#random.oneIn(breaksOneIn) ? this.#random.pick(BREAKS) : "done";
  }

  latencyMs(): number {
    const { slowOneIn, slowMsMax } = this.faults;
    if (slowOneIn > 0 && this.#random.oneIn(slowOneIn)) return this.#random.between(10, slowMsMax);
    return 0.2 + this.#random.below(8) / 10;
  }

  /** How long until one side notices that the other is gone. */
  noticeMs(): number {
    return this.#random.between(0, 300);
  }
}
