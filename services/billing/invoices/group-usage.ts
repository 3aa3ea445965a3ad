// Gathers usage into the lines of an invoice: one per namespace and meter, late usage apart, within Stripe's limit.
import type { Meter } from "#billing/prices";
import type { BillableUsage } from "./draw-up-invoice.ts";

/** Stripe takes 250 items on an invoice; the rest of the namespaces share lines, and fees and credits have room. */
export const USAGE_LINES_MAX = 200;
export const OTHER_NAMESPACES = "";
/** Three meters, each on time and late. */
const LINES_PER_NAMESPACE = 6;

export interface UsageGroup {
  namespace: string;
  meter: Meter;
  isLate: boolean;
  quantity: bigint;
  /** Positions in the list that was given. */
  positions: number[];
}

export function groupUsage(usage: readonly BillableUsage[]): UsageGroup[] {
  const byNamespace = gather(usage, (entry) => entry.namespace);
  if (byNamespace.length <= USAGE_LINES_MAX) return byNamespace;
  const named = new Set(namespacesToName(byNamespace));
  return gather(usage, (entry) => (named.has(entry.namespace) ? entry.namespace : OTHER_NAMESPACES));
}

function gather(usage: readonly BillableUsage[], nameOf: (entry: BillableUsage) => string): UsageGroup[] {
  const groups = new Map<string, UsageGroup>();
  usage.forEach((entry, position) => {
    const group = { namespace: nameOf(entry), meter: meterOf(entry.kind), isLate: entry.isLate };
    const key = JSON.stringify([group.namespace, group.meter, group.isLate]);
    const known = groups.get(key) ?? { ...group, quantity: 0n, positions: [] };
    known.quantity += entry.quantity;
    known.positions.push(position);
    groups.set(key, known);
  });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The namespaces with the most actions keep their own lines: as many as fit beside the lines of the others. */
function namespacesToName(groups: readonly UsageGroup[]): string[] {
  const weight = new Map<string, bigint>();
  for (const { namespace, meter, quantity } of groups) {
    weight.set(namespace, (weight.get(namespace) ?? 0n) + (meter === "actions" ? quantity : 0n));
  }
  return [...weight]
    .sort(([nameA, a], [nameB, b]) => (a === b ? (nameA < nameB ? -1 : 1) : a > b ? -1 : 1))
    .slice(0, Math.floor(USAGE_LINES_MAX / LINES_PER_NAMESPACE) - 1)
    .map(([namespace]) => namespace);
}

/** The meter that a kind of usage is sold by: every kind but storage is an action. */
export function meterOf(kind: string): Meter {
  return kind === "active_storage" || kind === "retained_storage" ? kind : "actions";
}
