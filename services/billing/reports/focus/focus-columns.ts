// The columns of FOCUS 1.2 and 1.3 that our charges have: every mandatory one, the recommended ones that apply, and the
// conditional ones whose condition holds here. Left out because nothing here has them: availability zones, capacity
// reservations, commitment discounts, other pricing currencies. An empty cell is FOCUS's null. Pure.
import { decimal, MICRO_DIGITS, QUANTITY_DIGITS } from "./decimals.ts";
import type { FocusCharge, FocusFacts, Pricing } from "./focus-charge.ts";

export const FOCUS_VERSIONS = ["1.2", "1.3"] as const;
export type FocusVersion = (typeof FOCUS_VERSIONS)[number];

type Cell = (charge: FocusCharge, facts: FocusFacts) => string;

const PROVIDER = "Cellplane";

const billed: Cell = ({ billedMicros }) => decimal(billedMicros, MICRO_DIGITS);
const priced =
  (of: (pricing: Pricing) => string): Cell =>
  ({ pricing }) =>
    pricing === undefined ? "" : of(pricing);
const unitPrice = priced((pricing) => decimal(pricing.unitPriceMicros, MICRO_DIGITS));
/** Unit price times quantity, as FOCUS asks: to the last digit of the quantity. */
const contracted: Cell = ({ pricing, billedMicros }) =>
  pricing === undefined
    ? decimal(billedMicros, MICRO_DIGITS)
    : decimal(pricing.unitPriceMicros * pricing.pricingQuantity, MICRO_DIGITS + QUANTITY_DIGITS);

const COLUMNS: Readonly<Record<string, Cell>> = {
  BilledCost: billed,
  BillingAccountId: (_charge, { accountId }) => accountId,
  BillingAccountName: (_charge, { accountName }) => accountName,
  BillingCurrency: (_charge, { book }) => book.currency.toUpperCase(),
  BillingPeriodEnd: (_charge, { billingPeriod }) => iso(billingPeriod.toMs),
  BillingPeriodStart: (_charge, { billingPeriod }) => iso(billingPeriod.fromMs),
  ChargeCategory: ({ category }) => category,
  ChargeClass: ({ isCorrection }) => (isCorrection === true ? "Correction" : ""),
  ChargeDescription: ({ description }) => description,
  ChargeFrequency: ({ frequency }) => frequency,
  ChargePeriodEnd: ({ period }) => iso(period.toMs),
  ChargePeriodStart: ({ period }) => iso(period.fromMs),
  ConsumedQuantity: ofUsage(({ consumedQuantity }) => decimal(consumedQuantity, QUANTITY_DIGITS)),
  ConsumedUnit: ofUsage(({ consumedUnit }) => consumedUnit),
  ContractedCost: contracted,
  ContractedUnitPrice: unitPrice,
  EffectiveCost: billed,
  InvoiceId: (_charge, { invoiceId }) => invoiceId,
  InvoiceIssuerName: () => PROVIDER,
  ListCost: contracted,
  ListUnitPrice: unitPrice,
  PricingCategory: priced(() => "Standard"),
  PricingQuantity: priced(({ pricingQuantity }) => decimal(pricingQuantity, QUANTITY_DIGITS)),
  PricingUnit: priced(({ pricingUnit }) => pricingUnit),
  ProviderName: () => PROVIDER,
  PublisherName: () => PROVIDER,
  RegionId: (charge, facts) => namespaceOf(charge, facts)?.regionId ?? "",
  RegionName: (charge, facts) => namespaceOf(charge, facts)?.regionName ?? "",
  ResourceId: ({ usage }) => usage?.namespace ?? "",
  ResourceName: ({ usage }) => usage?.namespace.replace(/\.[^.]*$/, "") ?? "",
  ResourceType: ({ usage }) => (usage === undefined ? "" : "Namespace"),
  ServiceCategory: () => "Integration",
  ServiceName: () => "Cellplane",
  ServiceSubcategory: () => "Workflow Orchestration",
  SkuId: priced(({ skuId }) => skuId),
  SkuMeter: priced(({ skuMeter }) => skuMeter),
  SkuPriceId: priced(({ skuPriceId }) => skuPriceId),
  SubAccountId: (charge, facts) => namespaceOf(charge, facts)?.projectId ?? "",
  SubAccountName: (charge, facts) => namespaceOf(charge, facts)?.projectName ?? "",
  Tags: (charge, facts) => {
    const tags = namespaceOf(charge, facts)?.tags;
    return charge.usage === undefined ? "" : JSON.stringify(tags ?? {});
  },
};

const ADDED_BY_1_3: Readonly<Record<string, Cell>> = {
  HostProviderName: () => PROVIDER,
  ServiceProviderName: () => PROVIDER,
};

/** Columns of our own begin with x_, as FOCUS asks; they are there when they were grouped by. */
export const OWN_COLUMNS: Readonly<Record<string, Cell>> = {
  x_TaskQueue: ({ usage }) => usage?.taskQueue ?? "",
  x_WorkflowType: ({ usage }) => usage?.workflowType ?? "",
};

export function focusColumns(version: FocusVersion, own: readonly string[]): [string, Cell][] {
  const standard = version === "1.3" ? { ...COLUMNS, ...ADDED_BY_1_3 } : COLUMNS;
  const sorted = Object.entries(standard).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...sorted, ...Object.entries(OWN_COLUMNS).filter(([name]) => own.includes(name))];
}

function namespaceOf({ usage }: FocusCharge, { namespaces }: FocusFacts) {
  return usage === undefined ? undefined : namespaces.get(usage.namespace);
}

/** A purchase consumes nothing. */
function ofUsage(of: (pricing: Pricing) => string): Cell {
  return ({ category, pricing }) => (pricing === undefined || category !== "Usage" ? "" : of(pricing));
}

/** As FOCUS writes moments: UTC, whole seconds. */
function iso(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}
