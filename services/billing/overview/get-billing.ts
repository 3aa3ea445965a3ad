// GetBilling: what the account pays by, what the month costs, what it will cost, and what is wrong.
import { listAlerts } from "#billing/alerts";
import { listGrants, type CreditGrant } from "#billing/credits";
import { findCustomer } from "#billing/customers";
import { readSpend, type Spend } from "#billing/forecast";
import { priceBookId } from "#billing/prices";
import { toCents } from "#billing/rating";
import { findNextTerms } from "#billing/terms";
import { timestampOfMs, type cloudV1 } from "#contracts";
import { alertMessage } from "./get-billing-alerts.ts";
import { dunningOf } from "./dunning-message.ts";
import { spendPorts, type BillingReader } from "./reader.ts";

export async function getBilling(reader: BillingReader): Promise<cloudV1.IGetBillingResponse> {
  const spend = await readSpend(spendPorts(reader), reader);
  const { book, discountBasisPoints } = spend.terms;
  const { unusualDay } = spend;
  const { accountId } = reader;
  const grants = await listGrants(reader.billing, accountId);
  const next = await findNextTerms(reader.billing, { accountId, afterMs: spend.period.endMs });
  return {
    currency: book.currency,
    priceBook: priceBookId(book),
    plan: book.plan?.name ?? "",
    discountBasisPoints: Number(discountBasisPoints),
    periodStart: timestampOfMs(spend.period.startMs),
    periodEnd: timestampOfMs(spend.period.endMs),
    spentMicros: String(spend.spentMicros),
    forecastMicros: String(spend.forecast.expectedMicros),
    forecastLowMicros: String(spend.forecast.lowMicros),
    forecastHighMicros: String(spend.forecast.highMicros),
    creditCents: Number(creditLeft(grants, reader.nowMs)),
    ...trialOf(grants, spend, reader.nowMs),
    ...(next === undefined
      ? {}
      : { nextPriceBook: priceBookId(next.book), nextPriceBookTime: timestampOfMs(next.validFromMs) }),
    ...(unusualDay === undefined
      ? {}
      : { unusualDay: timestampOfMs(unusualDay.dayMs), unusualDayMicros: String(unusualDay.micros) }),
    ...(await dunningOf(reader)),
    hasTestClock: (await findCustomer(reader.billing, accountId))?.stripeTestClockId !== undefined,
    alerts: (await listAlerts(reader.billing, accountId)).map(alertMessage),
  };
}

/** Of the credits that are in force now. */
function creditLeft(grants: readonly CreditGrant[], nowMs: number): bigint {
  return grants
    .filter((grant) => isInForce(grant, nowMs))
    .reduce((sum, { balanceCents }) => sum + balanceCents, 0n);
}

function isInForce({ effectiveAtMs, expiresAtMs, voidedAtMs }: CreditGrant, nowMs: number): boolean {
  return voidedAtMs === undefined && effectiveAtMs <= nowMs && nowMs < (expiresAtMs ?? Infinity);
}

/** The free trial, which is used before all other credits. */
function trialOf(
  grants: readonly CreditGrant[],
  { spentMicros, terms }: Spend,
  nowMs: number,
): Pick<cloudV1.IGetBillingResponse, "trial"> {
  const trial = grants.find(({ category }) => category === "trial");
  if (trial?.expiresAtMs === undefined) return {};
  const spentCents = toCents([spentMicros], terms.book.currency).totalCents;
  const isOver = !isInForce(trial, nowMs) || trial.balanceCents < spentCents;
  return {
    trial: {
      amountCents: Number(trial.amountCents),
      balanceCents: Number(trial.balanceCents),
      leftCents: isOver ? 0 : Number(trial.balanceCents - spentCents),
      expireTime: timestampOfMs(trial.expiresAtMs),
    },
  };
}
