// Makes the lines of an invoice from the usage it bills, the terms it is billed by and the credits there are. Pure: the
// same usage, in any order, makes the same invoice, and every unit of usage stands on exactly one line (B4).
import { settleAdjustments, type AdjustmentUse, type OpenAdjustment } from "#billing/adjustments";
import { microsPerMinorUnit, priceBookId, type Currency, type Meter, type PriceBook } from "#billing/prices";
import {
  burnDown,
  earlierMinimums,
  partOfMonth,
  planFee,
  rateUsage,
  shareOf,
  toCents,
  WHOLE_MONTH,
  type Credit,
  type CreditUse,
  type EarlierPlan,
  type PartOfMonth,
} from "#billing/rating";
import { describePercent, describePlan, describeUsage } from "./describe-line.ts";
import { groupUsage } from "./group-usage.ts";

/** Usage in the finest grain that can be followed down from a line. */
export interface BillableUsage {
  namespace: string;
  dayMs: number;
  /** An action kind, "active_storage" or "retained_storage". */
  kind: string;
  workflowType: string;
  quantity: bigint;
  /** It happened before this period and was not known when its own was closed. */
  isLate: boolean;
}

export type LineKind = Meter | "plan_fee" | "discount" | "adjustment" | "credit";

export interface InvoiceLine {
  /** Empty for the lines of the whole account. */
  namespace: string;
  meter: LineKind;
  description: string;
  quantity: bigint;
  /** Negative for discounts, credits and adjustments that lower the bill. */
  amountMicros: bigint;
  amountCents: bigint;
  isLate: boolean;
}

/** What an account agreed to pay by. */
export interface BillingTerms {
  book: PriceBook;
  /** Hundredths of a percent off the usage, before the plan's fee is computed. */
  discountBasisPoints: bigint;
  /** From when the plan holds: a later moment than the period's start owes a part of the month. */
  planFromMs: number;
  /** An upgrade within a month has what the plan includes in full; otherwise it is the days' part. */
  isAllowanceWhole?: boolean;
  /** What was in force before, in order of time: it owes the days' part of its minimum. */
  earlierPlans?: readonly EarlierPlan[];
}

/** The part of what the plan includes that the period has. */
export function allowanceOf(
  terms: Pick<BillingTerms, "planFromMs" | "isAllowanceWhole">,
  period: { startMs: number; endMs: number },
): PartOfMonth {
  return terms.isAllowanceWhole === true ? WHOLE_MONTH : partOfMonth(period, terms.planFromMs);
}

/** Where halves of a cent are rounded: once per invoice, or once per meter as a collector with metered prices does. */
export type Rounding = "invoice" | "meter";

export interface DrawnInvoice {
  currency: Currency;
  priceBook: string;
  /** Usage, fee and discount before rounding, and adjustments; without credits. */
  totalMicros: bigint;
  /** What is owed: rounded, less credits. */
  totalCents: bigint;
  creditCents: bigint;
  creditUses: CreditUse[];
  adjustmentUses: AdjustmentUse[];
  /** Whether the plan includes only a part of a month: no metered price of Stripe's says that. */
  isAllowancePartial: boolean;
  lines: InvoiceLine[];
  /** The position in `lines` of each given usage, in the order given. */
  lineOfUsage: number[];
}

export function drawUpInvoice(
  terms: BillingTerms,
  usage: readonly BillableUsage[],
  options: {
    period: { startMs: number; endMs: number };
    credits: readonly (Credit & { name: string })[];
    /** Corrections of earlier invoices, oldest first. */
    adjustments?: readonly OpenAdjustment[];
    rounding?: Rounding;
  },
): DrawnInvoice {
  const { book } = terms;
  const lines = chargesOf(terms, usage, options.period);
  const chargedMicros = options.rounding === "meter" ? roundPerMeter(terms, lines) : roundOnce(terms, lines);
  const adjustmentUses = adjust(book, lines, { chargedMicros, adjustments: options.adjustments ?? [] });
  const totalMicros = adjustmentUses.reduce(
    (sum, { cents }) => sum + cents * microsPerMinorUnit(book.currency),
    chargedMicros,
  );
  const owedCents = lines.reduce((sum, line) => sum + line.amountCents, 0n);
  // The last moment of the period: what begins or ends with it is the next one's.
  const creditUses = burnDown(options.credits, { cents: owedCents, atMs: options.period.endMs - 1 });
  const creditCents = creditUses.reduce((sum, use) => sum + use.cents, 0n);
  const names = new Map(options.credits.map(({ grantId, name }) => [grantId, name]));
  for (const { grantId, cents } of creditUses) {
    lines.push(accountLine("credit", `Credit: ${names.get(grantId) ?? grantId}`, -cents, book.currency));
  }
  return {
    currency: book.currency,
    priceBook: priceBookId(book),
    totalMicros,
    totalCents: owedCents - creditCents,
    creditCents,
    creditUses,
    adjustmentUses,
    isAllowancePartial: isPartial(terms, options.period),
    lines,
    lineOfUsage: linesOfUsage(usage),
  };
}

/** Adds the lines of the adjustments that this invoice settles. Neither its cents nor its micros fall below nothing. */
function adjust(
  { currency }: PriceBook,
  lines: InvoiceLine[],
  of: { chargedMicros: bigint; adjustments: readonly OpenAdjustment[] },
): AdjustmentUse[] {
  const wholeCents = of.chargedMicros / microsPerMinorUnit(currency);
  const cents = lines.reduce((sum, line) => sum + line.amountCents, 0n);
  const uses = settleAdjustments(of.adjustments, cents < wholeCents ? cents : wholeCents);
  for (const use of uses) {
    const adjustment = of.adjustments.find(({ adjustmentId }) => adjustmentId === use.adjustmentId);
    const line = accountLine("adjustment", adjustment?.description ?? "", use.cents, currency);
    lines.push({ ...line, namespace: adjustment?.namespace ?? "" });
  }
  return uses;
}

function isPartial(terms: BillingTerms, period: { startMs: number; endMs: number }): boolean {
  const { days, ofDays } = allowanceOf(terms, period);
  return days !== ofDays && Object.values(terms.book.plan?.included ?? {}).some((included) => included > 0n);
}

/** Usage and the plan's fee, in micros; cents are not known yet. */
function chargesOf(
  terms: BillingTerms,
  usage: readonly BillableUsage[],
  period: { startMs: number; endMs: number },
): InvoiceLine[] {
  const groups = groupUsage(usage);
  const { book, discountBasisPoints, planFromMs, earlierPlans = [] } = terms;
  const amounts = rateUsage(book, groups, allowanceOf(terms, period));
  const lines = groups.map<InvoiceLine>((group, index) => ({
    namespace: group.namespace,
    meter: group.meter,
    description: describeUsage(group),
    quantity: group.quantity,
    amountMicros: amounts[index] ?? 0n,
    amountCents: 0n,
    isLate: group.isLate,
  }));
  const spend = amounts.reduce((sum, amount) => sum + amount, 0n);
  const month = partOfMonth(period, planFromMs);
  const earlier = earlierMinimums(earlierPlans, planFromMs, period);
  const fee = planFee(book, spend - shareOf(spend, discountBasisPoints), month, earlier);
  if (fee > 0n) {
    const description = describePlan(book, month, earlier > 0n);
    lines.push({ ...accountLine("plan_fee", description, 0n, book.currency), amountMicros: fee });
  }
  return lines;
}

/** Gives each line its cents, so that they sum to the rounded total. Answers the total in micros. */
function roundOnce(terms: BillingTerms, lines: InvoiceLine[]): bigint {
  const chargedCents = giveCents(lines, terms.book.currency);
  const discount = discountOf(terms, lines);
  const totalMicros = sumOf(lines) - discount;
  if (discount === 0n) return totalMicros;
  const { totalCents } = toCents([totalMicros], terms.book.currency);
  lines.push(discountLine(terms, discount, totalCents - chargedCents));
  return totalMicros;
}

/** The same, with the lines of each meter rounded for themselves. */
function roundPerMeter(terms: BillingTerms, lines: InvoiceLine[]): bigint {
  const discount = discountOf(terms, lines);
  for (const kind of new Set(lines.map((line) => line.meter))) {
    giveCents(
      lines.filter((line) => line.meter === kind),
      terms.book.currency,
    );
  }
  const totalMicros = sumOf(lines) - discount;
  if (discount === 0n) return totalMicros;
  // Rounded down, so that a discount never takes more than there is.
  const cents = discount / microsPerMinorUnit(terms.book.currency);
  lines.push(discountLine(terms, discount, -cents));
  return totalMicros;
}

function giveCents(lines: InvoiceLine[], currency: Currency): bigint {
  const { totalCents, cents } = toCents(
    lines.map((line) => line.amountMicros),
    currency,
  );
  lines.forEach((line, index) => (line.amountCents = cents[index] ?? 0n));
  return totalCents;
}

function discountOf({ discountBasisPoints }: BillingTerms, lines: readonly InvoiceLine[]): bigint {
  return shareOf(sumOf(lines.filter((line) => line.meter !== "plan_fee")), discountBasisPoints);
}

function sumOf(lines: readonly InvoiceLine[]): bigint {
  return lines.reduce((total, line) => total + line.amountMicros, 0n);
}

function discountLine(
  { book, discountBasisPoints }: BillingTerms,
  discount: bigint,
  cents: bigint,
): InvoiceLine {
  const description = `Discount of ${describePercent(discountBasisPoints)} on usage`;
  return { ...accountLine("discount", description, cents, book.currency), amountMicros: -discount };
}

function accountLine(meter: LineKind, description: string, cents: bigint, currency: Currency): InvoiceLine {
  const amountMicros = cents * microsPerMinorUnit(currency);
  return {
    namespace: "",
    meter,
    description,
    quantity: 1n,
    amountMicros,
    amountCents: cents,
    isLate: false,
  };
}

/** Usage lines come first, in the order of their groups. */
function linesOfUsage(usage: readonly BillableUsage[]): number[] {
  const lineOfUsage = new Array<number>(usage.length).fill(0);
  groupUsage(usage).forEach((group, line) => {
    for (const position of group.positions) lineOfUsage[position] = line;
  });
  return lineOfUsage;
}
