// Refuses what would go past a limit. Call it under the account's lock, with the count from before the addition. Pure.
import { CloudError } from "#shared/errors";
import { QUOTAS, type QuotaName } from "./quotas.ts";

/** Errors: RESOURCE_EXHAUSTED naming the limit; `retryAfterMs` for limits that free themselves soon. */
export function checkQuota(name: QuotaName, count: number, options: { retryAfterMs?: number } = {}): void {
  const { max, noun } = QUOTAS[name];
  if (count < max) return;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `The limit of ${max} ${noun} is reached. Remove what is not needed any more, or ask for a higher limit.`,
    options,
  );
}
