// One charge as FOCUS sees it, before it becomes cells: all amounts exact. Pure.
import type { InvoiceLine } from "#billing/invoices";
import { priceBookId, type Meter, type PriceBook } from "#billing/prices";
import type { TierPart } from "#billing/rating";
import type { NamespaceFacts, TimeRange, UsageRow } from "#usage/reports";
import { QUANTITY_DIGITS, scaledQuantity } from "./decimals.ts";

/** What is the same on every row of a file. */
export interface FocusFacts {
  accountId: string;
  accountName: string;
  book: PriceBook;
  billingPeriod: TimeRange;
  /** The invoice of the billing period, "" until it is drawn up. */
  invoiceId: string;
  namespaces: ReadonlyMap<string, NamespaceFacts>;
}

/** What was bought: quantities in 10^-QUANTITY_DIGITS. */
export interface Pricing {
  consumedQuantity: bigint;
  consumedUnit: string;
  pricingQuantity: bigint;
  pricingUnit: string;
  unitPriceMicros: bigint;
  skuId: string;
  skuMeter: string;
  skuPriceId: string;
}

export interface FocusCharge {
  category: "Usage" | "Purchase" | "Credit" | "Adjustment";
  frequency: "Usage-Based" | "Recurring" | "One-Time";
  /** It corrects an earlier billing period. */
  isCorrection?: boolean;
  description: string;
  period: TimeRange;
  billedMicros: bigint;
  /** Undefined for what is not one namespace's. */
  usage?: UsageRow;
  /** Undefined for what is no quantity of anything. */
  pricing?: Pricing;
}

const METER_NAMES: Record<Meter, string> = {
  actions: "Actions",
  active_storage: "Active storage",
  retained_storage: "Retained storage",
};
const BYTE_MS_PER_GB_HOUR = 1_000_000_000n * 3_600_000n;
const ONE = 10n ** BigInt(QUANTITY_DIGITS);

export function usageCharge(
  book: PriceBook,
  part: TierPart,
  of: { usage: UsageRow; period: TimeRange },
): FocusCharge {
  const { meter } = part.price;
  const tier = part.tier === undefined ? "Included" : `Tier ${part.tier + 1}`;
  return {
    ...of,
    category: "Usage",
    frequency: "Usage-Based",
    description: `${METER_NAMES[meter]} - ${tier}`,
    billedMicros: part.costMicros,
    pricing: {
      consumedQuantity: scaledQuantity(part.quantity, meter === "actions" ? 1n : BYTE_MS_PER_GB_HOUR),
      consumedUnit: meter === "actions" ? "Actions" : "GB-Hours",
      pricingQuantity: scaledQuantity(part.quantity, part.price.per),
      pricingUnit: meter === "actions" ? "1000000 Actions" : "GB-Days",
      unitPriceMicros: part.tier === undefined ? 0n : (part.price.tiers[part.tier]?.micros ?? 0n),
      skuId: `${book.name}-${dashed(meter)}`,
      // The action kind when the report is by kind.
      skuMeter: (meter === "actions" && of.usage.kind) || METER_NAMES[meter],
      skuPriceId: `${priceBookId(book)}/${dashed(meter)}/${dashed(tier.toLowerCase())}`,
    },
  };
}

/** A line of the invoice that is no usage: the plan's fee, a discount, a credit, an adjustment of an earlier invoice. */
export function accountCharge(
  book: PriceBook,
  line: Pick<InvoiceLine, "meter" | "description">,
  of: { period: TimeRange; billedMicros: bigint },
): FocusCharge {
  const common = { ...of, description: line.description };
  if (line.meter === "credit") return { ...common, category: "Credit", frequency: "One-Time" };
  if (line.meter !== "plan_fee") {
    const isCorrection = line.meter === "adjustment";
    return { ...common, category: "Adjustment", frequency: "One-Time", isCorrection };
  }
  return {
    ...common,
    category: "Purchase",
    frequency: "Recurring",
    pricing: {
      ...{ consumedQuantity: ONE, consumedUnit: "Months", pricingQuantity: ONE, pricingUnit: "Months" },
      unitPriceMicros: of.billedMicros,
      ...{ skuId: `${book.name}-plan`, skuMeter: "Plan", skuPriceId: `${priceBookId(book)}/plan` },
    },
  };
}

function dashed(text: string): string {
  return text.replaceAll(/[_ ]/g, "-");
}
