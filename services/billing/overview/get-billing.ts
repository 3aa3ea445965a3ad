// GetBilling: what the account pays by, what the month costs, what it will cost, and what is wrong.
import { listAlerts } from "#billing/alerts";
import { listGrants } from "#billing/credits";
import { readSpend } from "#billing/forecast";
import { priceBookId } from "#billing/prices";
import { timestampOfMs, type cloudV1 } from "#contracts";
import { spendPorts, type BillingReader } from "./reader.ts";

export async function getBilling(reader: BillingReader): Promise<cloudV1.IGetBillingResponse> {
  const spend = await readSpend(spendPorts(reader), reader);
  const { book, discountBasisPoints } = spend.terms;
  const { unusualDay } = spend;
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
    creditCents: Number(await creditLeft(reader)),
    ...(unusualDay === undefined
      ? {}
      : { unusualDay: timestampOfMs(unusualDay.dayMs), unusualDayMicros: String(unusualDay.micros) }),
    alerts: (await listAlerts(reader.billing, reader.accountId)).map((alert) => ({
      kind: alert.kind,
      subject: alert.subject,
      raisedTime: timestampOfMs(alert.raisedAtMs),
      ...(alert.resolvedAtMs === undefined ? {} : { resolvedTime: timestampOfMs(alert.resolvedAtMs) }),
      detailJson: JSON.stringify(alert.detail),
    })),
  };
}

/** Of the credits that are in force now. */
async function creditLeft({ billing, accountId, nowMs }: BillingReader): Promise<bigint> {
  const grants = await listGrants(billing, accountId);
  return grants
    .filter(
      ({ effectiveAtMs, expiresAtMs, voidedAtMs }) =>
        voidedAtMs === undefined && effectiveAtMs <= nowMs && nowMs < (expiresAtMs ?? Infinity),
    )
    .reduce((sum, { balanceCents }) => sum + balanceCents, 0n);
}
