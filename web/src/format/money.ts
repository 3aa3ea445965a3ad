// Amounts of money: always the currency, always cents, and whole numbers all the way (never a float).

const MICRO_DIGITS = 6;

/** "$1,234.50" from whole cents, "¥1,200" from whole yen; the API's 64-bit numbers come as strings. */
export function moneyOfCents(cents: number | string | bigint, currency = "usd"): string {
  const whole = BigInt(cents);
  const absolute = whole < 0n ? -whole : whole;
  const digits = minorDigits(currency);
  const minor = 10n ** BigInt(digits);
  const units = new Intl.NumberFormat("en-US").format(absolute / minor);
  const rest = digits === 0 ? "" : `.${String(absolute % minor).padStart(digits, "0")}`;
  return `${whole < 0n ? "−" : ""}${symbolOf(currency)}${units}${rest}`;
}

/** From millionths of the currency's unit, rounded half up to cents as invoices are. */
export function moneyOfMicros(micros: number | string | bigint, currency = "usd"): string {
  const whole = BigInt(micros);
  const absolute = whole < 0n ? -whole : whole;
  const unit = 10n ** BigInt(MICRO_DIGITS - minorDigits(currency));
  const cents = (absolute + unit / 2n) / unit;
  return moneyOfCents(whole < 0n ? -cents : cents, currency);
}

/** The digits after the point that the currency has: two of the dollar, none of the yen. */
function minorDigits(currency: string): number {
  const style = { style: "currency", currency: currency.toUpperCase() } as const;
  return new Intl.NumberFormat("en-US", style).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whole cents from "1,234.50" as people type it; undefined for what is no amount. */
export function centsOf(text: string, currency = "usd"): number | undefined {
  const digits = minorDigits(currency);
  const [, units, rest = ""] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(",", "")) ?? [];
  if (units === undefined || rest.length > digits) return undefined;
  return Number(units + rest.padEnd(digits, "0"));
}

function symbolOf(currency: string): string {
  const code = currency.toUpperCase();
  const symbol = new Intl.NumberFormat("en-US", { style: "currency", currency: code })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value;
  return symbol === undefined || symbol === code ? `${code} ` : symbol;
}
