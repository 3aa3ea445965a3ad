// How often an account's metrics may be read: a budget per account, in memory, on each API process of its own.
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";

const SCRAPES_PER_HOUR = 180;
const HOUR_MS = 3_600_000;
/** Accounts that are remembered; the one that was read longest ago is forgotten, with a full budget. */
const ACCOUNTS_MAX = 50_000;

export class ScrapeBudget {
  readonly #clock: Pick<Clock, "monotonic">;
  readonly #budgets = new Map<string, { left: number; filledAt: number }>();

  constructor(clock: Pick<Clock, "monotonic">) {
    this.#clock = clock;
  }

  /** Errors: RESOURCE_EXHAUSTED with the time to wait. */
  take(accountId: string): void {
    const now = this.#clock.monotonic();
    const known = this.#budgets.get(accountId) ?? { left: SCRAPES_PER_HOUR, filledAt: now };
    const gained = ((now - known.filledAt) / HOUR_MS) * SCRAPES_PER_HOUR;
    const left = Math.min(SCRAPES_PER_HOUR, known.left + gained);
    const isRefused = left < 1;
    this.#budgets.delete(accountId);
    this.#budgets.set(accountId, { left: isRefused ? left : left - 1, filledAt: now });
    for (const oldest of this.#budgets.keys()) {
      if (this.#budgets.size <= ACCOUNTS_MAX) break;
      this.#budgets.delete(oldest);
    }
    if (!isRefused) return;
    throw new CloudError(
      "RESOURCE_EXHAUSTED",
      `Metrics may be read ${SCRAPES_PER_HOUR} times an hour in an account. Read them once a minute.`,
      { retryAfterMs: Math.ceil(((1 - left) / SCRAPES_PER_HOUR) * HOUR_MS) },
    );
  }
}
