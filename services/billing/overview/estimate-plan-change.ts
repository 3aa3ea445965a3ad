// EstimatePlanChange: what another plan would make of this month and the next, as a message.
import { estimatePlan } from "#billing/forecast";
import { priceBookId } from "#billing/prices";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { BillingReader } from "./reader.ts";

/** Errors: INVALID_ARGUMENT naming price_book. */
export async function estimatePlanChange(
  reader: BillingReader,
  request: cloudV1.IEstimatePlanChangeRequest,
): Promise<cloudV1.IEstimatePlanChangeResponse> {
  const { accountId, nowMs } = reader;
  const { change, thisMonth, nextMonth } = await estimatePlan(reader, {
    ...{ accountId, nowMs },
    priceBook: request.priceBook ?? "",
  });
  return {
    currency: change.to.currency,
    priceBook: priceBookId(change.to),
    plan: change.to.plan?.name ?? "",
    atOnce: change.isAtOnce,
    effectiveTime: timestampOfMs(change.effectiveMs),
    thisMonthCurrentMicros: String(thisMonth.currentMicros),
    thisMonthNewMicros: String(thisMonth.newMicros),
    nextMonthCurrentMicros: String(nextMonth.currentMicros),
    nextMonthNewMicros: String(nextMonth.newMicros),
  };
}
