// What a budget's owner is to be told now. Pure: the same spending always says the same.
import type { Spend } from "#billing/forecast";
import { formatMoney, microsPerMinorUnit, type Currency } from "#billing/prices";
import type { Budget } from "./budgets-store.ts";

export interface NewNotice {
  /** What makes it one notice of the month: "80" percent, or "unusual-2026-11-27". */
  subject: string;
  text: string;
  body: Record<string, string | number>;
}

const PERCENT = 100n;

export function crossed(budget: Budget, spend: Spend): NewNotice[] {
  const { currency } = spend.terms.book;
  const spent = spend.spentMicros;
  const money = (micros: bigint): string => formatMoney(micros / microsPerMinorUnit(currency), currency);
  const thresholds = budget.thresholds
    .filter((percent) => spent * PERCENT >= budget.amountMicros * BigInt(percent))
    .map((percent) => ({
      subject: String(percent),
      text: `${percent} % of this month's budget of ${money(budget.amountMicros)} are spent (${money(spent)})`,
      body: bodyOf("budget_threshold", currency, { percent, spentMicros: String(spent) }),
    }));
  const { unusualDay } = spend;
  if (!budget.tellsUnusualDays || unusualDay === undefined) return thresholds;
  const day = new Date(unusualDay.dayMs).toISOString().slice(0, 10);
  return [
    ...thresholds,
    {
      subject: `unusual-${day}`,
      text: `${day} cost ${money(unusualDay.micros)}, far more than the days before it`,
      body: bodyOf("unusual_day", currency, { day, micros: String(unusualDay.micros) }),
    },
  ];
}

function bodyOf(type: string, currency: Currency, facts: Record<string, string | number>) {
  return { type, currency, ...facts };
}
