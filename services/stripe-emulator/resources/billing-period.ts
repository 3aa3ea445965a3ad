// When billing periods begin and end: the anchor that a subscription asks for, and the period after a moment.
import type { Params } from "../http/params.ts";
import type { Price } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";

/** Seconds of the next moment that matches the configuration, in UTC; undefined when none is given. */
export function nextAnchor(config: Params, now: number): number | undefined {
  const day = config.integer("day_of_month");
  if (day === undefined) return undefined;
  if (day < 1 || day > 31)
    throw invalidRequest("Invalid day of month", { param: "billing_cycle_anchor_config" });
  const [hour, minute, second] = [
    config.integer("hour") ?? 0,
    config.integer("minute") ?? 0,
    config.integer("second") ?? 0,
  ];
  const moment = new Date(now * 1000);
  for (let months = 0; months <= 1; months += 1) {
    const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth() + months];
    const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const anchor = Date.UTC(year, month, Math.min(day, lastDay), hour, minute, second) / 1000;
    if (anchor > now) return anchor;
  }
  throw new Error("a month has an anchor");
}

/** The end of the period that begins at `start`, in UTC. */
export function periodAfter(price: Price, start: number): number {
  const { interval, interval_count: count } = price.recurring ?? { interval: "month", interval_count: 1 };
  const moment = new Date(start * 1000);
  if (interval === "day") moment.setUTCDate(moment.getUTCDate() + count);
  if (interval === "week") moment.setUTCDate(moment.getUTCDate() + 7 * count);
  if (interval === "month") addMonths(moment, count);
  if (interval === "year") addMonths(moment, 12 * count);
  return Math.floor(moment.getTime() / 1000);
}

/** The same day of a later month, or its last day. */
function addMonths(moment: Date, months: number): void {
  const day = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(day, lastDay));
}
