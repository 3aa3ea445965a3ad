// Credentials that were obtained for a while, by what they are for: asked for again before they end.
import type { Clock } from "#shared/clock";

export interface Expiring<Value> {
  value: Value;
  expiresAt: number;
}

const ENTRIES_MAX = 1_000;
/** A batch must not begin with a credential that ends on its way. */
const MARGIN_MS = 5 * 60_000;

export class ExpiringValues<Value> {
  readonly #values = new Map<string, Expiring<Value>>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async get(key: string, obtain: () => Promise<Expiring<Value>>): Promise<Value> {
    const known = this.#values.get(key);
    if (known !== undefined && known.expiresAt - MARGIN_MS > this.#clock.now()) return known.value;
    const fresh = await obtain();
    if (this.#values.size >= ENTRIES_MAX) this.#values.clear();
    this.#values.set(key, fresh);
    return fresh.value;
  }
}
