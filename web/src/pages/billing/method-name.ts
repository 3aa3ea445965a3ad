// A payment method in words.
import type { Schemas } from "#api/client";
import { wordsOf } from "#format/words";

export type PaymentMethod = Schemas["cellplane.cloud.v1.PaymentMethod"];

/** "Visa ending in 4242, expires 12/2030". */
export function methodName({ type, brand = "", last4, expiryMonth, expiryYear }: PaymentMethod): string {
  const name = wordsOf(brand === "" ? (type ?? "Payment method") : brand);
  const expiry =
    expiryMonth === undefined || expiryMonth === 0
      ? ""
      : `, expires ${String(expiryMonth).padStart(2, "0")}/${expiryYear ?? ""}`;
  return `${name} ending in ${last4 ?? "····"}${expiry}`;
}
