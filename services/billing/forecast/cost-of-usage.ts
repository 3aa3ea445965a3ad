// What usage of a month costs by some terms: usage, fee and discount in micros, before credits and rounding.
import { drawUpInvoice, type BillingTerms } from "#billing/invoices";
import type { Meter } from "#billing/prices";

export function costOf(
  terms: BillingTerms,
  usage: readonly { meter: Meter; quantity: bigint }[],
  period: { startMs: number; endMs: number },
): bigint {
  const billable = usage
    .filter(({ quantity }) => quantity > 0n)
    .map(({ meter, quantity }) => ({
      ...{ namespace: "", workflowType: "", dayMs: period.startMs, isLate: false },
      ...{ kind: meter, quantity },
    }));
  return drawUpInvoice(terms, billable, { period, credits: [] }).totalMicros;
}
