// Rates the usage of one account in one period. Pure and in whole micro-dollars (B1): tiers apply to the account's whole
// quantity of a meter, and the parts get their share of that amount, so that they sum to it exactly.
import type { Meter, PriceBook } from "#billing/prices";
import { divide } from "./largest-remainder.ts";
import { rateQuantity } from "./rate-quantity.ts";

export interface Quantity {
  meter: Meter;
  quantity: bigint;
}

/** The amount of each part, in the order given. A meter without a price is free. */
export function rateUsage(book: PriceBook, parts: readonly Quantity[]): bigint[] {
  const amounts = parts.map(() => 0n);
  for (const price of book.prices) {
    const indexes = parts.flatMap((part, index) => (part.meter === price.meter ? [index] : []));
    const quantities = indexes.map((index) => parts[index]?.quantity ?? 0n);
    const whole = rateQuantity(
      price,
      quantities.reduce((sum, quantity) => sum + quantity, 0n),
    );
    divide(whole, quantities).forEach((amount, position) => {
      amounts[indexes[position] ?? 0] = amount;
    });
  }
  return amounts;
}

const MICROS_PER_CENT = 10_000n;

/**
 * The total in cents, halves rounded up, and each part's cents: parts are rounded by largest remainder, so that they sum
 * to the total. What rounding adds or takes is under half a cent per invoice.
 */
export function toCents(amountsMicros: readonly bigint[]): { totalCents: bigint; cents: bigint[] } {
  const totalMicros = amountsMicros.reduce((sum, amount) => sum + amount, 0n);
  const totalCents = (totalMicros + MICROS_PER_CENT / 2n) / MICROS_PER_CENT;
  return { totalCents, cents: divide(totalCents, amountsMicros) };
}
