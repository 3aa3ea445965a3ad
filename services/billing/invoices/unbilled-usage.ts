// What was metered and is on no invoice yet: the difference between the meter, which only rises, and what was billed.
import type { BillableUsage } from "./draw-up-invoice.ts";

export interface UsageEntry {
  namespace: string;
  dayMs: number;
  kind: string;
  workflowType: string;
  quantity: bigint;
}

/** Throws when more was billed than metered: the meter fell, which U2 rules out. */
export function unbilledUsage(
  metered: readonly UsageEntry[],
  billed: readonly UsageEntry[],
  newSinceMs: number,
): BillableUsage[] {
  const already = new Map<string, bigint>();
  for (const entry of billed) {
    already.set(keyOf(entry), (already.get(keyOf(entry)) ?? 0n) + entry.quantity);
  }
  const unbilled: BillableUsage[] = [];
  for (const entry of metered) {
    const quantity = entry.quantity - (already.get(keyOf(entry)) ?? 0n);
    already.delete(keyOf(entry));
    if (quantity < 0n) throw new Error(`more was billed than metered: ${keyOf(entry)}`);
    if (quantity > 0n) unbilled.push({ ...entry, quantity, isLate: entry.dayMs < startOfDay(newSinceMs) });
  }
  const [lost] = already.keys();
  if (lost !== undefined) throw new Error(`billed usage is no longer metered: ${lost}`);
  return unbilled;
}

const DAY_MS = 86_400_000;

function startOfDay(momentMs: number): number {
  return Math.floor(momentMs / DAY_MS) * DAY_MS;
}

function keyOf(entry: UsageEntry): string {
  return JSON.stringify([entry.namespace, entry.dayMs, entry.kind, entry.workflowType]);
}
