// Charges as the CSV of a billing report: the columns of Temporal Cloud's report, which are FOCUS's. Pure. Cells that a
// spreadsheet would take for a formula are defused.
import { stringify } from "csv-stringify/sync";
import type { Meter, Price, PriceBook } from "#billing/prices";
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

const COLUMNS: Record<string, (line: Line) => string> = {
  BillingAccountID: ({ facts }) => facts.accountId,
  BillingAccountName: ({ facts }) => facts.accountName,
  BillingCurrency: ({ month }) => `${month.book.currency.toUpperCase()} cents`,
  BillingPeriodEnd: ({ month }) => iso(month.toMs),
  BillingPeriodStart: ({ month }) => iso(month.fromMs),
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
  InvoiceID: ({ facts, month }) => facts.invoiceIds.get(month.fromMs) ?? "",
  InvoiceIssuer: () => "stripe",
  PricingQuantity: ({ charge, price }) =>
    (Number(charge.quantity) / Number(price?.per ?? 1n)).toFixed(QUANTITY_DIGITS),
  PricingUnit: ({ price }) => price?.unitName ?? "",
  Provider: () => "Cellplane",
  Publisher: () => "Cellplane",
  ResourceID: ({ charge }) => charge.namespace,
  ResourceName: ({ charge }) => charge.namespace.replace(/\.[^.]*$/, ""),
  ResourceType: () => "Namespace",
  ServiceCategory: () => "Integration",
  ServiceName: () => "Workflows",
  ServiceSubcategory: ({ charge }) => NAMES[charge.meter].category,
  SKUID: ({ month, charge }) => `${month.book.name}-${NAMES[charge.meter].sku}`,
  SKUMeter: ({ charge }) => charge.meter,
  Tags: () => "{}",
};

export function chargesCsv(facts: ReportFacts, months: readonly BilledMonth[]): string {
  const rows = months.flatMap((month) => {
    const prices = new Map(month.book.prices.map((price) => [price.meter, price]));
    return month.charges.map((charge) => {
      const line = { facts, month, charge, price: prices.get(charge.meter) };
      return Object.values(COLUMNS).map((of) => of(line));
    });
  });
  return stringify([Object.keys(COLUMNS), ...rows], { escape_formulas: true, record_delimiter: "\n" });
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
