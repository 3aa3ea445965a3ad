// What was metered and is on no invoice yet: the difference between the meter, which only rises, and what was billed.
import { CAPACITY_KIND } from "#usage/reports";
import type { BillableUsage } from "./draw-up-invoice.ts";
import { meterOf } from "./group-usage.ts";

export interface UsageEntry {
  namespace: string;
  dayMs: number;
  kind: string;
  workflowType: string;
  quantity: bigint;
}

/**
 * A top-up of provisioned capacity that fell since it was billed is taken off, beside the late actions that made it fall.
 * Throws when anything else was billed beyond the meter: it fell, which U2 rules out.
 */
export function unbilledUsage(
  metered: readonly UsageEntry[],
  billed: readonly UsageEntry[],
  newSinceMs: number,
): BillableUsage[] {
  const already = new Map<string, UsageEntry>();
  for (const entry of billed) {
    const known = already.get(keyOf(entry));
    already.set(keyOf(entry), { ...entry, quantity: entry.quantity + (known?.quantity ?? 0n) });
  }
  const unbilled: BillableUsage[] = [];
  const fallen: BillableUsage[] = [];
  const compare = (entry: UsageEntry, quantity: bigint): void => {
    const difference = { ...entry, quantity, isLate: entry.dayMs < startOfDay(newSinceMs) };
    if (quantity > 0n) unbilled.push(difference);
    if (quantity >= 0n) return;
    if (entry.kind !== CAPACITY_KIND) throw new Error(`more was billed than metered: ${keyOf(entry)}`);
    fallen.push(difference);
  };
  for (const entry of metered) {
    compare(entry, entry.quantity - (already.get(keyOf(entry))?.quantity ?? 0n));
    already.delete(keyOf(entry));
  }
  // What is no longer metered at all.
  for (const entry of already.values()) if (entry.quantity > 0n) compare(entry, -entry.quantity);
  return [...unbilled, ...fallen.flatMap((entry) => offset(entry, unbilled))];
}

/** As much of it as the namespace's new actions of the day are; what is left waits for the next invoice. */
function offset(fallen: BillableUsage, unbilled: readonly BillableUsage[]): BillableUsage[] {
  const room = unbilled
    .filter(({ namespace, dayMs }) => namespace === fallen.namespace && dayMs === fallen.dayMs)
    .filter(({ kind }) => meterOf(kind) === "actions")
    .reduce((sum, { quantity }) => sum + quantity, 0n);
  const quantity = -fallen.quantity < room ? fallen.quantity : -room;
  return quantity === 0n ? [] : [{ ...fallen, quantity }];
}

const DAY_MS = 86_400_000;

function startOfDay(momentMs: number): number {
  return Math.floor(momentMs / DAY_MS) * DAY_MS;
}

function keyOf(entry: UsageEntry): string {
  return JSON.stringify([entry.namespace, entry.dayMs, entry.kind, entry.workflowType]);
}
