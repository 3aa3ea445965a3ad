// What an invoice line says to people.
import type { Meter, PriceBook } from "#billing/prices";
import type { PartOfMonth } from "#billing/rating";
import { OTHER_NAMESPACES, type UsageGroup } from "./group-usage.ts";

const METER_NAMES: Record<Meter, string> = {
  actions: "actions",
  active_storage: "active storage",
  retained_storage: "retained storage",
};

export function describeUsage({ namespace, meter, isLate, quantity }: UsageGroup): string {
  const name = namespace === OTHER_NAMESPACES ? "Other namespaces" : namespace;
  const amount =
    meter === "actions"
      ? `${quantity} actions`
      : `${METER_NAMES[meter]}, ${gigabyteHours(quantity)} GB-hours`;
  return `${name}: ${amount}${isLate ? " (late usage of an earlier period)" : ""}`;
}

/** Byte-milliseconds as GB-hours with six decimals, rounded down. */
function gigabyteHours(byteMilliseconds: bigint): string {
  const millionths = byteMilliseconds / 3_600_000_000n;
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, "0")}`;
}

/** "12.5 %" */
export function describePercent(basisPoints: bigint): string {
  return `${Number(basisPoints) / 100} %`;
}

/** "Plan Business, 15 of 30 days, and the plan before it" */
export function describePlan(book: PriceBook, month: PartOfMonth, hasEarlier: boolean): string {
  const days = month.days === month.ofDays ? "" : `, ${month.days} of ${month.ofDays} days`;
  const earlier = hasEarlier ? ", and the plan before it" : "";
  return `Plan ${book.plan?.name ?? book.name}${days}${earlier}`;
}
