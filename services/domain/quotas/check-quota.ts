// Refuses what would go past a limit. Call it under the account's lock, with the count from before the addition.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { quotaOf } from "./quota-store.ts";
import { QUOTAS, type QuotaName } from "./quotas.ts";

export interface QuotaQuestion {
  accountId: string;
  name: QuotaName;
  /** How many there are now. */
  count: number;
  /** For limits that free themselves soon. */
  retryAfterMs?: number;
}

/** Errors: RESOURCE_EXHAUSTED naming the limit that holds for the account. */
export async function checkQuota(tx: Transaction, question: QuotaQuestion): Promise<void> {
  const { accountId, name, count, retryAfterMs } = question;
  const max = await quotaOf(tx, accountId, name);
  if (count < max) return;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `The limit of ${max} ${QUOTAS[name].noun} is reached. Remove what is not needed any more, or ask for a higher limit.`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  );
}
