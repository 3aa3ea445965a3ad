// What an account spends: by day, this month so far, and what any price book would have made of its last months.
import { findOpenPeriod, monthOf } from "#billing/customers";
import { findInvoiceOfPeriod, meterOf, type BillingTerms } from "#billing/invoices";
import { PRICE_BOOKS, priceBookId, type Currency, type Meter, type PriceBook } from "#billing/prices";
import { rateUsage } from "#billing/rating";
import { findTerms } from "#billing/terms";
import type { Pool } from "#shared/postgres";
import { DAY_MS, readMeteredUsage, type MeteredUsage } from "#usage/reports";
import { costOf } from "./cost-of-usage.ts";
import { firstDayOf, openUsage } from "./open-usage.ts";
import { forecastMonth, isUnusual, type Forecast } from "./forecast-month.ts";

export interface SpendPorts {
  billing: Pool;
  usage: Pool;
  /** For accounts without terms of their own. */
  book: PriceBook;
}

export interface Spend {
  terms: BillingTerms;
  period: { startMs: number; endMs: number };
  /** Usage, fee and discount of the month so far, before credits. */
  spentMicros: bigint;
  forecast: Forecast;
  /** The last complete day, when it is far above the days before it. */
  unusualDay: { dayMs: number; micros: bigint } | undefined;
}

const LOOK_BACK_MS = 35 * DAY_MS;

export async function readSpend(
  ports: SpendPorts,
  account: { accountId: string; nowMs: number },
): Promise<Spend> {
  const { accountId, nowMs } = account;
  const period = (await findOpenPeriod(ports.billing, accountId)) ?? monthOf(nowMs);
  const { startMs, endMs } = period;
  const terms = await findTerms(ports.billing, { accountId, beforeMs: endMs, defaultBook: ports.book });
  const todayMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const range = {
    fromMs: Math.min(firstDayOf(period), todayMs - LOOK_BACK_MS),
    toMs: Math.max(todayMs + DAY_MS, startMs),
  };
  const usage = await readMeteredUsage(ports.usage, { accountId, range });
  const inMonth = await openUsage(ports.billing, accountId, { period, metered: usage });
  const days = costOfDays(terms, usage, todayMs);
  const spentMicros = costOf(terms, metersOf(inMonth), { startMs, endMs });
  const daysLeft = Math.max(Math.ceil((endMs - Math.max(nowMs, startMs)) / DAY_MS), 0);
  const last = days.at(-1);
  const isLastUnusual = last !== undefined && isUnusual(last, days.slice(0, -1));
  return {
    terms,
    period: { startMs, endMs },
    spentMicros,
    forecast: forecastMonth({ spentMicros, days, daysLeft }),
    unusualDay: isLastUnusual ? { dayMs: todayMs - DAY_MS, micros: last } : undefined,
  };
}

/** Each complete day rated with the days of the looked-back time together, so that tiers are shared fairly. */
function costOfDays(terms: BillingTerms, usage: readonly MeteredUsage[], todayMs: number): bigint[] {
  const amounts = rateUsage(terms.book, metersOf(usage));
  const byDay = new Map<number, bigint>();
  usage.forEach(({ dayMs }, index) => byDay.set(dayMs, (byDay.get(dayMs) ?? 0n) + (amounts[index] ?? 0n)));
  const first = Math.min(...byDay.keys(), todayMs);
  const days: bigint[] = [];
  for (let dayMs = first; dayMs < todayMs; dayMs += DAY_MS) days.push(byDay.get(dayMs) ?? 0n);
  return days;
}

function metersOf(usage: readonly MeteredUsage[]): { meter: Meter; quantity: bigint }[] {
  return usage.map(({ kind, quantity }) => ({ meter: meterOf(kind), quantity }));
}

export interface SimulatedMonth {
  startMs: number;
  endMs: number;
  /** What the terms of that month made of its usage. */
  currentMicros: bigint;
  /** What was really billed; undefined for a month without an invoice. */
  invoicedCents: bigint | undefined;
  byBook: { priceBook: string; currency: Currency; micros: bigint }[];
}

export const SIMULATED_MONTHS_MAX = 12;

/** Every price book against the account's own last months, the current one included; discounts are kept. */
export async function simulatePrices(
  ports: SpendPorts,
  account: { accountId: string; nowMs: number; months: number },
): Promise<SimulatedMonth[]> {
  const months: SimulatedMonth[] = [];
  let month = monthOf(account.nowMs);
  for (let count = 0; count < Math.min(account.months, SIMULATED_MONTHS_MAX); count += 1) {
    months.push(await simulateMonth(ports, account.accountId, month));
    month = monthOf(month.startMs - 1);
  }
  return months;
}

async function simulateMonth(
  ports: SpendPorts,
  accountId: string,
  month: { startMs: number; endMs: number },
): Promise<SimulatedMonth> {
  const range = { fromMs: month.startMs, toMs: month.endMs };
  const usage = await readMeteredUsage(ports.usage, { accountId, range });
  const terms = await findTerms(ports.billing, { accountId, beforeMs: month.endMs, defaultBook: ports.book });
  const invoice = await findInvoiceOfPeriod(ports.billing, accountId, month.startMs);
  const whole = { discountBasisPoints: terms.discountBasisPoints, planFromMs: 0 };
  return {
    ...month,
    currentMicros: costOf(terms, metersOf(usage), month),
    invoicedCents: invoice?.totalCents,
    byBook: PRICE_BOOKS.map((book) => ({
      priceBook: priceBookId(book),
      currency: book.currency,
      micros: costOf({ ...whole, book }, metersOf(usage), month),
    })),
  };
}

/** What more, or less, usage would change of this month's bill: both totals in micros. */
export async function estimateCost(
  ports: SpendPorts,
  account: { accountId: string; nowMs: number },
  more: { actions: bigint; activeByteMilliseconds: bigint; retainedByteMilliseconds: bigint },
): Promise<{ beforeMicros: bigint; afterMicros: bigint; terms: BillingTerms }> {
  const period = (await findOpenPeriod(ports.billing, account.accountId)) ?? monthOf(account.nowMs);
  const month = { startMs: period.startMs, endMs: period.endMs };
  const terms = await findTerms(ports.billing, {
    accountId: account.accountId,
    beforeMs: month.endMs,
    defaultBook: ports.book,
  });
  const range = { fromMs: firstDayOf(period), toMs: month.endMs };
  const { accountId } = account;
  const metered = await readMeteredUsage(ports.usage, { accountId, range });
  const usage = await openUsage(ports.billing, accountId, { period, metered });
  const added: MeteredUsage[] = [
    { kind: "estimate", quantity: more.actions },
    { kind: "active_storage", quantity: more.activeByteMilliseconds },
    { kind: "retained_storage", quantity: more.retainedByteMilliseconds },
  ].map((each) => ({ ...each, namespace: "", dayMs: month.startMs, workflowType: "" }));
  return {
    terms,
    beforeMicros: costOf(terms, metersOf(usage), month),
    afterMicros: costOf(terms, metersOf([...usage, ...added]), month),
  };
}
