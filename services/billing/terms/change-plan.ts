// An account chooses another plan of those that the installation offers. Its discount stays; choosing the plan that is in
// force takes back a change that was to come.
import { findOpenPeriod, lockPeriod, type Period } from "#billing/customers";
import type { BillingTerms } from "#billing/invoices";
import { priceBookId, type PriceBook, type Pricing } from "#billing/prices";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool, type Queryable } from "#shared/postgres";
import { nothingToChange } from "#shared/resource-version";
import { planChange, type PlanChange } from "./plan-change.ts";
import { addTerms, dropTermsAfter, findNextTerms, findTerms, isChangedBy } from "./terms-store.ts";

export interface PlanPorts {
  billing: Pool;
  pricing: Pricing;
}

export interface PlannedChange extends PlanChange {
  /** What is in force until then, and what is to come before this change. */
  terms: BillingTerms;
  next: { book: PriceBook; validFromMs: number } | undefined;
  to: PriceBook;
  period: Period;
}

type Asked = { accountId: string; priceBook: string; nowMs: number };

/** Errors: INVALID_ARGUMENT naming price_book; FAILED_PRECONDITION for an account that is not billed yet. */
export async function planPlanChange(
  client: Queryable,
  { pricing }: Pick<PlanPorts, "pricing">,
  { accountId, priceBook, nowMs }: Asked,
): Promise<PlannedChange> {
  const to = pricing.offered.find((book) => priceBookId(book) === priceBook);
  if (to === undefined) {
    throw refused(`must be one that is offered: ${pricing.offered.map(priceBookId).join(", ")}`);
  }
  const open = await findOpenPeriod(client, accountId);
  if (open === undefined) {
    throw new CloudError("FAILED_PRECONDITION", "The account is not billed yet. Try again in a minute.");
  }
  const period = await lockPeriod(client, accountId, open.startMs);
  if (period?.state !== "OPEN") {
    throw new CloudError("ABORTED", "The billing period is being closed. Try again.");
  }
  const terms = await findTerms(client, {
    ...{ accountId, defaultBook: pricing.defaultBook },
    beforeMs: period.endMs,
  });
  if (to.currency !== terms.book.currency) {
    throw refused(`must be in the account's currency, ${terms.book.currency}`);
  }
  const next = await findNextTerms(client, { accountId, afterMs: period.endMs });
  return { ...planChange({ from: terms.book, to }, { nowMs, period }), terms, next, to, period };
}

/** Idempotent by operation id. Errors: as `planPlanChange`; INVALID_ARGUMENT "nothing to change" for what is in force, or to come, already. */
export function changePlan(ports: PlanPorts, asked: Asked & { operationId: string }): Promise<PlannedChange> {
  return inTransaction(ports.billing, async (client) => {
    const planned = await planPlanChange(client, ports, asked);
    const { terms, next, to, period, effectiveMs, isAtOnce } = planned;
    const { accountId, operationId } = asked;
    if (await isChangedBy(client, accountId, operationId)) return planned;
    if (priceBookId(next?.book ?? terms.book) === asked.priceBook) throw nothingToChange();
    if (priceBookId(terms.book) === asked.priceBook) {
      await dropTermsAfter(client, accountId, period.endMs - 1);
      return { ...planned, isAtOnce: true, effectiveMs: terms.planFromMs };
    }
    await addTerms(client, {
      accountId,
      priceBook: priceBookId(to),
      discountBasisPoints: Number(terms.discountBasisPoints),
      validFromMs: effectiveMs,
      isAllowanceWhole: isAtOnce,
      operationId,
    });
    return planned;
  });
}

function refused(rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `price_book ${rule}.`, { field: "price_book" });
}
