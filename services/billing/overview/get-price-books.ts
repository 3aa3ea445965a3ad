// GetPriceBooks: every price there is, with what its plan includes, which one the account pays by, and which it may choose.
import { findOpenPeriod } from "#billing/customers";
import { PRICE_BOOKS, priceBookId, type PriceBook } from "#billing/prices";
import { findTerms } from "#billing/terms";
import type { cloudV1 } from "#contracts";
import type { BillingReader } from "./reader.ts";

export async function getPriceBooks(reader: BillingReader): Promise<cloudV1.IGetPriceBooksResponse> {
  const { billing, accountId, nowMs, pricing } = reader;
  const period = await findOpenPeriod(billing, accountId);
  const { book: current } = await findTerms(billing, {
    ...{ accountId, defaultBook: pricing.defaultBook },
    beforeMs: period?.endMs ?? nowMs,
  });
  return {
    priceBooks: PRICE_BOOKS.map((book) => ({
      ...toMessage(book),
      isCurrent: book === current,
      isOffered: pricing.offered.includes(book),
    })),
  };
}

function toMessage(book: PriceBook): cloudV1.IPriceBook {
  return {
    id: priceBookId(book),
    currency: book.currency,
    plan: book.plan?.name ?? "",
    feeMinimumMicros: String(book.plan?.feeMinimumMicros ?? 0n),
    feeBasisPoints: Number(book.plan?.feeBasisPoints ?? 0n),
    prices: book.prices.map((price) => ({
      meter: price.meter,
      per: String(price.per),
      unitName: price.unitName,
      included: String(book.plan?.included[price.meter] ?? 0n),
      tiers: price.tiers.map((tier) => ({
        upTo: tier.upTo === undefined ? "" : String(tier.upTo),
        micros: String(tier.micros),
      })),
    })),
  };
}
