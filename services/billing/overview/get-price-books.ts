// GetPriceBooks: every price there is, with what its plan includes.
import { PRICE_BOOKS, priceBookId, type PriceBook } from "#billing/prices";
import type { cloudV1 } from "#contracts";

export function getPriceBooks(): cloudV1.IGetPriceBooksResponse {
  return { priceBooks: PRICE_BOOKS.map(toMessage) };
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
