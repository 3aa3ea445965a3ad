// Rates the usage of one account in one period. Pure and in whole micros (B1): what a plan includes and the tiers apply
// to the account's whole quantity of a meter, and the parts get their share of that amount, so that they sum to it.
import { microsPerMinorUnit, type Currency, type Meter, type PriceBook } from "#billing/prices";
import { divide } from "./largest-remainder.ts";
import { WHOLE_MONTH, type PartOfMonth } from "./part-of-month.ts";
import { chargeableQuantity, rateQuantity } from "./rate-quantity.ts";

export interface Quantity {
  meter: Meter;
  quantity: bigint;
}

/** The amount of each part, in the order given. A meter without a price is free. */
export function rateUsage(
  book: PriceBook,
  parts: readonly Quantity[],
  month: PartOfMonth = WHOLE_MONTH,
): bigint[] {
  const amounts = parts.map(() => 0n);
  for (const price of book.prices) {
    const indexes = parts.flatMap((part, index) => (part.meter === price.meter ? [index] : []));
    const quantities = indexes.map((index) => parts[index]?.quantity ?? 0n);
    const used = {
      meter: price.meter,
      quantity: quantities.reduce((sum, quantity) => sum + quantity, 0n),
    };
    const whole = rateQuantity(price, chargeableQuantity(book, used, month));
    divide(whole, quantities).forEach((amount, position) => {
      amounts[indexes[position] ?? 0] = amount;
    });
  }
  return amounts;
}

/**
 * The total in minor units of the currency, halves rounded up, and each part's: parts are rounded by largest remainder,
 * so that they sum to the total. What rounding adds or takes is at most half a minor unit per invoice.
 */
export function toCents(
  amountsMicros: readonly bigint[],
  currency: Currency = "usd",
): { totalCents: bigint; cents: bigint[] } {
  const unit = microsPerMinorUnit(currency);
  const totalMicros = amountsMicros.reduce((sum, amount) => sum + amount, 0n);
  const totalCents = (totalMicros + unit / 2n) / unit;
  return { totalCents, cents: divide(totalCents, amountsMicros) };
}
