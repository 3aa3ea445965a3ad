// The clearing check (B4): everything that was metered is on exactly one invoice line, in the open period, or in a named
// adjustment. Pure: sums by meter, and what fits nowhere.
import { METERS, type Meter } from "#billing/prices";
import { CAPACITY_KIND } from "#usage/reports";

export interface ClearedEntry {
  namespace: string;
  dayMs: number;
  kind: string;
  workflowType: string;
  quantity: bigint;
}

export interface Clearing {
  meter: Meter;
  metered: bigint;
  invoiced: bigint;
  adjusted: bigint;
  /** What adjustments by name changed of what is invoiced; signed. The invoices themselves stay as they were. */
  corrected: bigint;
  /** Goes onto the next invoice. */
  open: bigint;
  /** Metered and nowhere, or somewhere and not metered: zero when the books are right. */
  stranded: bigint;
}

/** Usage of days from `openFromMs` on may still be billed; what is older and on no invoice is stranded. */
export function clearUsage(
  sides: {
    metered: readonly ClearedEntry[];
    invoiced: readonly ClearedEntry[];
    adjusted: readonly ClearedEntry[];
    corrected?: readonly { meter: string; quantity: bigint }[];
  },
  openFromMs: number,
): Clearing[] {
  const cleared = new Map<Meter, Clearing>(
    METERS.map((meter) => [
      meter,
      { meter, metered: 0n, invoiced: 0n, adjusted: 0n, corrected: 0n, open: 0n, stranded: 0n },
    ]),
  );
  for (const [key, { metered, invoiced, adjusted }] of join(sides)) {
    const { kind, dayMs } = key;
    const sum = cleared.get(kind === "active_storage" || kind === "retained_storage" ? kind : "actions");
    if (sum === undefined) continue;
    const left = metered - invoiced - adjusted;
    sum.metered += metered;
    sum.invoiced += invoiced;
    sum.adjusted += adjusted;
    // A top-up that fell is taken off the next invoice.
    if ((left > 0n || kind === CAPACITY_KIND) && dayMs >= openFromMs) sum.open += left;
    else sum.stranded += left < 0n ? -left : left;
  }
  for (const sum of cleared.values()) {
    for (const { meter, quantity } of sides.corrected ?? [])
      if (meter === sum.meter) sum.corrected += quantity;
  }
  return [...cleared.values()];
}

type Sides = Record<"metered" | "invoiced" | "adjusted", bigint>;

function join(sides: Record<keyof Sides, readonly ClearedEntry[]>): [ClearedEntry, Sides][] {
  const joined = new Map<string, [ClearedEntry, Sides]>();
  for (const side of ["metered", "invoiced", "adjusted"] as const) {
    for (const entry of sides[side]) {
      const key = JSON.stringify([entry.namespace, entry.dayMs, entry.kind, entry.workflowType]);
      const known = joined.get(key) ?? [entry, { metered: 0n, invoiced: 0n, adjusted: 0n }];
      known[1][side] += entry.quantity;
      joined.set(key, known);
    }
  }
  return [...joined.values()];
}
