// Counts what a peer can make us do for nothing (rapid reset, CONTINUATION, SETTINGS, PING and empty-frame floods) and
// ends the connection with ENHANCE_YOUR_CALM above the named limits.
import { ConnectionFault, H2_ERROR } from "./frames.ts";
import type { ConnectionLimits } from "./limits.ts";

/** What a HEADERS or DATA frame of ours earns the peer: clients send PINGs to measure the path under load. */
const USEFUL_WORK_CREDIT = 10;

export class FloodGuard {
  readonly #limits: ConnectionLimits;
  #windowEndsAt = 0;
  #controlFrames = 0;
  #resets = 0;
  #emptyFrames = 0;

  constructor(limits: ConnectionLimits) {
    this.#limits = limits;
  }

  /** A SETTINGS, PING, PRIORITY or unknown frame. */
  control(): void {
    this.#roll();
    this.#controlFrames += 1;
    if (this.#controlFrames > this.#limits.controlFramesMax) throw calm("control frames");
  }

  /** A stream that ended by the peer's RST_STREAM or by its mistake: each costs us the work of a call. */
  reset(): void {
    this.#roll();
    this.#resets += 1;
    if (this.#resets > this.#limits.resetsMax) throw calm("rapid reset");
  }

  emptyFrame(): void {
    this.#roll();
    this.#emptyFrames += 1;
    if (this.#emptyFrames > this.#limits.emptyFramesMax) throw calm("empty frames");
  }

  usefulWork(): void {
    if (this.#controlFrames > 0) this.#controlFrames = Math.max(0, this.#controlFrames - USEFUL_WORK_CREDIT);
  }

  #roll(): void {
    const now = performance.now();
    if (now < this.#windowEndsAt) return;
    this.#windowEndsAt = now + this.#limits.floodWindowMs;
    this.#controlFrames = 0;
    this.#resets = 0;
    this.#emptyFrames = 0;
  }
}

function calm(what: string): ConnectionFault {
  return new ConnectionFault(H2_ERROR.ENHANCE_YOUR_CALM, `too many ${what}`);
}
