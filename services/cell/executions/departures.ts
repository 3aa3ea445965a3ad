// Tells which loads are outdated: an execution that left memory while a load was under way may have changed since that
// load looked at the store, and what it brings must not come back as the truth.

export class Departures {
  #sequence = 0;
  /** Loads under way, oldest first. */
  readonly #loads = new Set<number>();
  /** When a key last left memory, oldest first; only as long as a load is under way that began before. */
  readonly #left = new Map<string, number>();

  /** A load begins; give what this returns to `isOutdated` and `end`. */
  begin(): number {
    this.#sequence += 1;
    this.#loads.add(this.#sequence);
    return this.#sequence;
  }

  /** To be called when everybody who waited for the load has looked at what it brought. */
  end(load: number): void {
    this.#loads.delete(load);
    const [oldest = Infinity] = this.#loads;
    for (const [key, at] of this.#left) {
      if (at > oldest) return;
      this.#left.delete(key);
    }
  }

  leave(keys: readonly string[]): void {
    if (this.#loads.size === 0) return;
    this.#sequence += 1;
    for (const key of keys) {
      this.#left.delete(key);
      this.#left.set(key, this.#sequence);
    }
  }

  isOutdated(load: number, keys: readonly string[]): boolean {
    return keys.some((key) => (this.#left.get(key) ?? 0) > load);
  }
}
