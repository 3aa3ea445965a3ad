// The free trial of a new account: a credit that is used before any other. It lasts to the end of the month in which its
// days are over, because credits pay whole months, and no day of a trial shall be charged.
import { monthOf } from "#billing/customers";
import type { Pricing } from "#billing/prices";
import type { Pool } from "#shared/postgres";
import { grantCredit } from "./grant-credit.ts";

const DAY_MS = 86_400_000;
const USED_FIRST = 0;

/** Idempotent by account: a second trial is none. Does nothing where no trial is given. */
export async function grantTrial(
  billing: Pool,
  { trial, defaultBook }: Pick<Pricing, "trial" | "defaultBook">,
  account: { accountId: string; nowMs: number },
): Promise<void> {
  if (trial.amountCents === 0n) return;
  const { accountId, nowMs } = account;
  await grantCredit(billing, defaultBook.currency, {
    grantId: `trial-${accountId}`,
    accountId,
    name: "Free trial",
    category: "trial",
    currency: defaultBook.currency,
    amountCents: trial.amountCents,
    priority: USED_FIRST,
    effectiveAtMs: nowMs,
    expiresAtMs: monthOf(nowMs + trial.days * DAY_MS).endMs,
  });
}
