// Charges as the CSV of a billing report: the columns of Temporal Cloud's report, which are FOCUS's. Pure. Cells that a
// spreadsheet would take for a formula are defused.
import type { InvoiceLine } from "#billing/invoices";
import type { Meter, Price, PriceBook } from "#billing/prices";
import { csvLines } from "#usage/reports";
import type { Charge } from "./read-charges.ts";

export interface ReportFacts {
  accountId: string;
  accountName: string;
  /** By the start of the month: the invoice it is on, if it is drawn up. */
  invoiceIds: ReadonlyMap<number, string>;
}

export interface BilledMonth {
  fromMs: number;
  toMs: number;
  book: PriceBook;
  charges: readonly Charge[];
  /** Corrections of earlier periods that the month's invoice carries. */
  adjustments: readonly Pick<InvoiceLine, "description" | "namespace" | "amountCents">[];
}

const MICROS_PER_CENT = 10_000;
const COST_DIGITS = 4;
const PRICE_DIGITS = 6;
const QUANTITY_DIGITS = 9;

const NAMES: Record<Meter, { description: string; category: string; sku: string }> = {
  actions: { description: "Actions", category: "Actions", sku: "actions" },
  active_storage: { description: "Active storage", category: "Storage", sku: "active-storage" },
  retained_storage: { description: "Retained storage", category: "Storage", sku: "retained-storage" },
};

interface Line {
  facts: ReportFacts;
  month: BilledMonth;
  charge: Charge;
  price: Price | undefined;
}

/** What every row says. */
const COMMON: Record<string, (line: Pick<Line, "facts" | "month">) => string> = {
  BillingAccountID: ({ facts }) => facts.accountId,
  BillingAccountName: ({ facts }) => facts.accountName,
  BillingCurrency: ({ month }) => `${month.book.currency.toUpperCase()} cents`,
  BillingPeriodEnd: ({ month }) => iso(month.toMs),
  BillingPeriodStart: ({ month }) => iso(month.fromMs),
  InvoiceID: ({ facts, month }) => facts.invoiceIds.get(month.fromMs) ?? "",
  InvoiceIssuer: () => "stripe",
  Provider: () => "Cellplane",
  Publisher: () => "Cellplane",
  ServiceCategory: () => "Integration",
  ServiceName: () => "Workflows",
  Tags: () => "{}",
};

const USAGE: Record<string, (line: Line) => string> = {
  ...COMMON,
  ChargeCategory: () => "Usage",
  ChargeDescription: ({ charge }) => NAMES[charge.meter].description,
  ChargeFrequency: () => "Usage-Based",
  ChargePeriodEnd: ({ charge }) => iso(charge.period.toMs),
  ChargePeriodStart: ({ charge }) => iso(charge.period.fromMs),
  ContractedCost: ({ charge }) => (Number(charge.costMicros) / MICROS_PER_CENT).toFixed(COST_DIGITS),
  ContractedUnitPrice: ({ charge, price }) =>
    price === undefined
      ? "0"
      : (Number(charge.costMicros) / MICROS_PER_CENT / (Number(charge.quantity) / Number(price.per))).toFixed(
          PRICE_DIGITS,
        ),
  PricingQuantity: ({ charge, price }) =>
    (Number(charge.quantity) / Number(price?.per ?? 1n)).toFixed(QUANTITY_DIGITS),
  PricingUnit: ({ price }) => price?.unitName ?? "",
  ResourceID: ({ charge }) => charge.namespace,
  ResourceName: ({ charge }) => charge.namespace.replace(/\.[^.]*$/, ""),
  ResourceType: () => "Namespace",
  ServiceSubcategory: ({ charge }) => NAMES[charge.meter].category,
  SKUID: ({ month, charge }) => `${month.book.name}-${NAMES[charge.meter].sku}`,
  SKUMeter: ({ charge }) => charge.meter,
};

type Adjusted = Pick<Line, "facts" | "month"> & { adjustment: BilledMonth["adjustments"][number] };

/** What is not here is empty: a correction has no quantity and no price of its own. */
const ADJUSTMENT: Record<string, (line: Adjusted) => string> = {
  ...COMMON,
  ChargeCategory: () => "Adjustment",
  ChargeDescription: ({ adjustment }) => adjustment.description,
  ChargeFrequency: () => "One-Time",
  ChargePeriodEnd: ({ month }) => iso(month.toMs),
  ChargePeriodStart: ({ month }) => iso(month.fromMs),
  ContractedCost: ({ adjustment }) => Number(adjustment.amountCents).toFixed(COST_DIGITS),
  ResourceID: ({ adjustment }) => adjustment.namespace,
  ResourceName: ({ adjustment }) => adjustment.namespace.replace(/\.[^.]*$/, ""),
  ResourceType: ({ adjustment }) => (adjustment.namespace === "" ? "" : "Namespace"),
};

/** By name, whatever their case: the order of Temporal Cloud's report. */
const NAMES_IN_ORDER = Object.keys(USAGE).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

export function chargesCsv(facts: ReportFacts, months: readonly BilledMonth[]): string {
  const rows = months.flatMap((month) => {
    const prices = new Map(month.book.prices.map((price) => [price.meter, price]));
    const usage = month.charges.map((charge) => {
      const line = { facts, month, charge, price: prices.get(charge.meter) };
      return NAMES_IN_ORDER.map((name) => USAGE[name]?.(line) ?? "");
    });
    const corrections = month.adjustments.map((adjustment) =>
      NAMES_IN_ORDER.map((name) => ADJUSTMENT[name]?.({ facts, month, adjustment }) ?? ""),
    );
    return [...usage, ...corrections];
  });
  return csvLines([NAMES_IN_ORDER, ...rows]);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
