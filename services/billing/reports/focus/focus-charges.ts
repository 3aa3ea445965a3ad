// The charges of one account's month, batch by batch: every row of usage cut into what it uses of each meter and tier, and
// at the end what the invoice has besides, so that the sum is the invoice's total. In constant memory.
import type { InvoiceLine } from "#billing/invoices";
import { METERS, microsPerMinorUnit, type PriceBook } from "#billing/prices";
import { CumulativeRating, type PartOfMonth } from "#billing/rating";
import type { TimeRange, UsageRow } from "#usage/reports";
import { accountCharge, usageCharge, type FocusCharge } from "./focus-charge.ts";

const PERIOD_MS = { hour: 3_600_000, day: 86_400_000 } as const;

export type ChargePeriod = "hour" | "day" | "month";

export interface DrawnUp {
  totalCents: bigint;
  lines: readonly Pick<InvoiceLine, "namespace" | "meter" | "description" | "amountCents">[];
}

export interface ChargingOptions {
  book: PriceBook;
  month: PartOfMonth;
  billingPeriod: TimeRange;
  period: ChargePeriod;
  /** Undefined until it is drawn up. */
  invoice: DrawnUp | undefined;
}

/** With an invoice, the costs of all charges sum to its total. */
export async function* focusCharges(
  batches: AsyncIterable<readonly UsageRow[]>,
  options: ChargingOptions,
): AsyncGenerator<FocusCharge[]> {
  const { book, billingPeriod } = options;
  const rating = new CumulativeRating(book, options.month);
  let sum = 0n;
  for await (const rows of batches) {
    const charges = rows.flatMap((usage) =>
      partsOf(rating, usage).map((part) =>
        usageCharge(book, part, { usage, period: periodOf(usage, options) }),
      ),
    );
    for (const charge of charges) sum += charge.billedMicros;
    yield charges;
  }
  if (options.invoice === undefined) return;
  const unit = microsPerMinorUnit(book.currency);
  const ofAccount = options.invoice.lines
    .filter(({ meter }) => !METERS.some((usage) => usage === meter))
    .map((line) =>
      accountCharge(book, line, { period: billingPeriod, billedMicros: line.amountCents * unit }),
    );
  for (const charge of ofAccount) sum += charge.billedMicros;
  const difference = options.invoice.totalCents * unit - sum;
  yield difference === 0n ? ofAccount : [...ofAccount, roundingOf(billingPeriod, difference)];
}

function partsOf(rating: CumulativeRating, usage: UsageRow): ReturnType<CumulativeRating["rate"]> {
  return [
    ...rating.rate("actions", usage.actions),
    ...rating.rate("active_storage", usage.activeByteMilliseconds),
    ...rating.rate("retained_storage", usage.retainedByteMilliseconds),
  ];
}

/** An invoice is in whole cents, has late usage of earlier periods, and has not what became known after it was made. */
function roundingOf(period: TimeRange, billedMicros: bigint): FocusCharge {
  const description = "Rounding to whole cents, and usage that became known late";
  return { category: "Adjustment", frequency: "One-Time", description, period, billedMicros };
}

function periodOf(row: UsageRow, { billingPeriod, period }: ChargingOptions): TimeRange {
  if (period === "month" || row.periodStartMs === undefined) return billingPeriod;
  return { fromMs: row.periodStartMs, toMs: row.periodStartMs + PERIOD_MS[period] };
}
