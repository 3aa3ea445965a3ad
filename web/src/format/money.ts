// Amounts of money: always the currency, always cents, and whole numbers all the way (never a float).

const MICROS_PER_CENT = 10_000n;

/** "$1,234.50" from whole cents; the API's 64-bit numbers come as strings. */
export function moneyOfCents(cents: number | string | bigint, currency = "usd"): string {
  const whole = BigInt(cents);
  const absolute = whole < 0n ? -whole : whole;
  const units = new Intl.NumberFormat("en-US").format(absolute / 100n);
  const rest = String(absolute % 100n).padStart(2, "0");
  return `${whole < 0n ? "−" : ""}${symbolOf(currency)}${units}.${rest}`;
}

/** From millionths of the currency's unit, rounded half up to cents as invoices are. */
export function moneyOfMicros(micros: number | string | bigint, currency = "usd"): string {
  const whole = BigInt(micros);
  const absolute = whole < 0n ? -whole : whole;
  const cents = (absolute + MICROS_PER_CENT / 2n) / MICROS_PER_CENT;
  return moneyOfCents(whole < 0n ? -cents : cents, currency);
}

function symbolOf(currency: string): string {
  const code = currency.toUpperCase();
  const symbol = new Intl.NumberFormat("en-US", { style: "currency", currency: code })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value;
  return symbol === undefined || symbol === code ? `${code} ` : symbol;
}
