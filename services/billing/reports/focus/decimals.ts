// Exact decimals from whole numbers: no amount passes through floating point. Pure.

/** `numerator / 10^digits` without trailing zeros: "12.5", "0", "-0.000001". */
export function decimal(numerator: bigint, digits: number): string {
  const sign = numerator < 0n ? "-" : "";
  const text = String(numerator < 0n ? -numerator : numerator).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, "");
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

export const MICRO_DIGITS = 6;
/** A quantity in pricing units is cut after so many digits; unit prices have MICRO_DIGITS more, so products are exact. */
export const QUANTITY_DIGITS = 12;

/** `quantity / per` in 10^-QUANTITY_DIGITS, rounded down. */
export function scaledQuantity(quantity: bigint, per: bigint): bigint {
  return (quantity * 10n ** BigInt(QUANTITY_DIGITS)) / per;
}
