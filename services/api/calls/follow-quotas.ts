// Keeps the settings of limits in memory for the request path: read at start and then on a period. When the database
// is away, the last good ones hold.
import type { Database } from "#domain/database";
import { readAllQuotas } from "#domain/quotas";
import { delay } from "#shared/clock";
import type { Logger } from "#shared/log";
import { quotasFollowMs } from "../limits.ts";
import type { QuotaLookup } from "./rate-limits.ts";

export interface QuotaFollower {
  of: QuotaLookup;
  stop(): Promise<void>;
}

export async function followQuotas(database: Database, log: Logger): Promise<QuotaFollower> {
  let current: QuotaLookup = await readAllQuotas(database.query);
  const stopping = new AbortController();
  const follow = async (): Promise<void> => {
    for (;;) {
      // Ends early when stopped, which is what the wait is for.
      await delay(quotasFollowMs, stopping.signal).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        current = await readAllQuotas(database.query);
      } catch (error) {
        log.warn({ err: error }, "limits not read");
      }
    }
  };
  const following = follow();
  return {
    of: (accountId, name) => current(accountId, name),
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
}
