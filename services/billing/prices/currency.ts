// Currencies in minor units, as Stripe charges them: how many digits follow the point. Micros are millionths of the major
// unit in every currency, so that a price never depends on the number of those digits.
import { CloudError } from "#shared/errors";

/** ISO 4217 in lower case, with the digits after the point that the currency has at Stripe. */
const MINOR_DIGITS = { usd: 2, eur: 2, gbp: 2, chf: 2, jpy: 0 } as const;

export type Currency = keyof typeof MINOR_DIGITS;
export const CURRENCIES = Object.keys(MINOR_DIGITS) as readonly Currency[];

const MICRO_DIGITS = 6;

/** One cent is 10,000 micros, one yen 1,000,000. */
export function microsPerMinorUnit(currency: Currency): bigint {
  return 10n ** BigInt(MICRO_DIGITS - MINOR_DIGITS[currency]);
}

/** "525.00 USD", "-0.05 USD", "1200 JPY": for people, exact. */
export function formatMoney(minorUnits: bigint, currency: Currency): string {
  const digits = MINOR_DIGITS[currency];
  const sign = minorUnits < 0n ? "-" : "";
  const text = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(digits + 1, "0");
  const point = text.length - digits;
  const amount = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  return `${sign}${amount} ${currency.toUpperCase()}`;
}

/** Errors: INVALID_ARGUMENT naming `field` for a currency that is none of ours. */
export function readCurrency(text: string, field: string): Currency {
  const found = CURRENCIES.find((each) => each === text.toLowerCase());
  if (found !== undefined) return found;
  throw new CloudError("INVALID_ARGUMENT", `${field} must be one of ${CURRENCIES.join(", ")}.`, { field });
}
