// Which workflow ids may be stored: a set of hashes, so that the start of a new id needs no lookup in the database. It
// answers only when it has every id of the store, of which the writer is the only one who adds any. An id is never taken
// out: one that is gone costs a lookup, as do two ids of the same hash.
import type { ExecutionLookup } from "../store/execution-queries.ts";

const SLOTS_MIN = 1 << 12;
/** 64 MiB, for 8 million ids; a cell with more asks the database again. */
const SLOTS_MAX = 1 << 24;
const FILLED_MAX = 0.5;
/** Ids that were chosen to collide must not make a look long. */
const PROBES_MAX = 128;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

type Id = Pick<ExecutionLookup, "namespaceId" | "workflowId">;

export class KnownIds {
  /** Hashes; 0 is an empty slot. */
  #slots = new Uint32Array(SLOTS_MIN);
  #filled = 0;
  #isComplete = false;
  #isGivenUp = false;

  /** True only if no run of this id is stored or in memory. */
  isNew(id: Id): boolean {
    if (!this.#isComplete || this.#isGivenUp) return false;
    return this.#slots[this.#place(hashOf(id))] === 0;
  }

  add(id: Id): void {
    if (this.#isGivenUp) return;
    const hash = hashOf(id);
    let place = this.#place(hash);
    while (place === NO_PLACE || this.#filled >= this.#slots.length * FILLED_MAX) {
      if (this.#slots[place] === hash) return;
      if (!this.#grow()) return this.giveUp();
      place = this.#place(hash);
    }
    if (this.#slots[place] === hash) return;
    this.#slots[place] = hash;
    this.#filled += 1;
  }

  /** Every id that was stored before has been added. */
  complete(): void {
    this.#isComplete = true;
  }

  /** From now on every id may be stored. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.#slots = new Uint32Array(0);
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /** Where the hash is or belongs; NO_PLACE when too many stand before it. */
  #place(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < PROBES_MAX; probe += 1) {
      const place = (hash + probe) & mask;
      const found = this.#slots[place];
      if (found === 0 || found === hash) return place;
    }
    return NO_PLACE;
  }

  /** False when it may not become larger, or when that does not help. */
  #grow(): boolean {
    const old = this.#slots;
    if (old.length >= SLOTS_MAX) return false;
    this.#slots = new Uint32Array(old.length * 2);
    for (const hash of old) {
      if (hash === 0) continue;
      const place = this.#place(hash);
      if (place === NO_PLACE) return false;
      this.#slots[place] = hash;
    }
    return true;
  }
}

/** No slot: reading it gives undefined, which is neither empty nor a hash. */
const NO_PLACE = -1;

/** Never 0. FNV-1a, mixed so that the low bits tell as much as the high ones. */
function hashOf({ namespaceId, workflowId }: Id): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < namespaceId.length; at += 1) {
    hash = Math.imul(hash ^ namespaceId.charCodeAt(at), FNV_PRIME);
  }
  for (let at = 0; at < workflowId.length; at += 1) {
    hash = Math.imul(hash ^ workflowId.charCodeAt(at), FNV_PRIME);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}
