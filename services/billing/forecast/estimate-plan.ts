// What another plan would make of this month and of the next, before it is chosen: both as they will be if the account
// goes on as in the last four weeks.
import { monthOf } from "#billing/customers";
import { meterOf, type BillingTerms } from "#billing/invoices";
import { planPlanChange, type PlannedChange, type PlanPorts } from "#billing/terms";
import type { Pool } from "#shared/postgres";
import { DAY_MS, readMeteredUsage } from "#usage/reports";
import { costOf } from "./cost-of-usage.ts";
import { firstDayOf, openUsage } from "./open-usage.ts";
import { projectUsage } from "./project-usage.ts";

export interface PlanEstimate {
  change: PlannedChange;
  thisMonth: BeforeAndAfter;
  nextMonth: BeforeAndAfter;
}

export interface BeforeAndAfter {
  currentMicros: bigint;
  newMicros: bigint;
}

const LOOK_BACK_MS = 35 * DAY_MS;

/** Errors: as `planPlanChange`. */
export async function estimatePlan(
  ports: PlanPorts & { usage: Pool },
  asked: { accountId: string; priceBook: string; nowMs: number },
): Promise<PlanEstimate> {
  const change = await planPlanChange(ports.billing, ports, asked);
  const { period, terms, to } = change;
  const todayMs = Math.floor(asked.nowMs / DAY_MS) * DAY_MS;
  const known = await readMeteredUsage(ports.usage, {
    accountId: asked.accountId,
    range: { fromMs: Math.min(firstDayOf(period), todayMs - LOOK_BACK_MS), toMs: todayMs + DAY_MS },
  });
  const open = await openUsage(ports.billing, asked.accountId, { period, metered: known });
  const daily = known.map(({ dayMs, kind, quantity }) => ({ dayMs, meter: meterOf(kind), quantity }));
  const used = open
    .filter(({ dayMs }) => dayMs < todayMs)
    .map(({ kind, quantity }) => ({ meter: meterOf(kind), quantity }));
  const daysLeft = Math.max(Math.ceil((period.endMs - Math.max(todayMs, period.startMs)) / DAY_MS), 0);
  const month = [...used, ...projectUsage(daily, { todayMs, days: daysLeft })];
  const next = monthOf(period.endMs);
  const whole = projectUsage(daily, { todayMs, days: (next.endMs - next.startMs) / DAY_MS });
  const chosen: BillingTerms = {
    book: to,
    discountBasisPoints: terms.discountBasisPoints,
    planFromMs: change.effectiveMs,
    isAllowanceWhole: change.isAtOnce,
    earlierPlans: [...(terms.earlierPlans ?? []), { book: terms.book, fromMs: terms.planFromMs }],
  };
  const kept: BillingTerms = { ...wholeMonth(terms), book: change.next?.book ?? terms.book };
  const currentMicros = costOf(terms, month, period);
  return {
    change,
    thisMonth: { currentMicros, newMicros: change.isAtOnce ? costOf(chosen, month, period) : currentMicros },
    nextMonth: {
      currentMicros: costOf(kept, whole, next),
      newMicros: costOf({ ...wholeMonth(terms), book: to }, whole, next),
    },
  };
}

/** The same for a month that it is in force from the first day to the last. */
function wholeMonth({ book, discountBasisPoints }: BillingTerms): BillingTerms {
  return { book, discountBasisPoints, planFromMs: 0 };
}
