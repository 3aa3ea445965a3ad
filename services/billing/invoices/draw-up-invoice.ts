// Makes the lines of an invoice from the usage it bills. Pure: the same usage, in any order, makes the same invoice, and
// every unit of usage stands on exactly one line (B4).
import { priceBookId, type Meter, type PriceBook } from "#billing/prices";
import { rateUsage, toCents } from "#billing/rating";

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

export interface InvoiceLine {
  namespace: string;
  meter: Meter;
  description: string;
  quantity: bigint;
  amountMicros: bigint;
  amountCents: bigint;
  isLate: boolean;
}

export interface DrawnInvoice {
  currency: string;
  priceBook: string;
  totalMicros: bigint;
  totalCents: bigint;
  lines: InvoiceLine[];
  /** The position in `lines` of each given usage, in the order given. */
  lineOfUsage: number[];
}

/** Stripe takes 250 items on an invoice; the rest of the namespaces share lines. */
export const INVOICE_LINES_MAX = 200;
const OTHER_NAMESPACES = "";

export function drawUpInvoice(book: PriceBook, usage: readonly BillableUsage[]): DrawnInvoice {
  const groups = groupUsage(usage);
  const amounts = rateUsage(
    book,
    groups.map(({ meter, quantity }) => ({ meter, quantity })),
  );
  const { totalCents, cents } = toCents(amounts);
  const lines = groups.map((group, index) => ({
    namespace: group.namespace,
    meter: group.meter,
    description: describe(group),
    quantity: group.quantity,
    amountMicros: amounts[index] ?? 0n,
    amountCents: cents[index] ?? 0n,
    isLate: group.isLate,
  }));
  const lineOfUsage = new Array<number>(usage.length).fill(0);
  groups.forEach((group, line) => {
    for (const position of group.positions) lineOfUsage[position] = line;
  });
  return {
    currency: book.currency,
    priceBook: priceBookId(book),
    totalMicros: amounts.reduce((sum, amount) => sum + amount, 0n),
    totalCents,
    lines,
    lineOfUsage,
  };
}

interface Group {
  namespace: string;
  meter: Meter;
  isLate: boolean;
  quantity: bigint;
  positions: number[];
}

function groupUsage(usage: readonly BillableUsage[]): Group[] {
  const byNamespace = gather(usage, (entry) => entry.namespace);
  if (byNamespace.length <= INVOICE_LINES_MAX) return byNamespace;
  const named = new Set(namespacesToName(byNamespace));
  return gather(usage, (entry) => (named.has(entry.namespace) ? entry.namespace : OTHER_NAMESPACES));
}

function gather(usage: readonly BillableUsage[], nameOf: (entry: BillableUsage) => string): Group[] {
  const groups = new Map<string, Group>();
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
function namespacesToName(groups: readonly Group[]): string[] {
  const linesPerNamespace = 6;
  const weight = new Map<string, bigint>();
  for (const { namespace, meter, quantity } of groups) {
    weight.set(namespace, (weight.get(namespace) ?? 0n) + (meter === "actions" ? quantity : 0n));
  }
  return [...weight]
    .sort(([nameA, a], [nameB, b]) => (a === b ? (nameA < nameB ? -1 : 1) : a > b ? -1 : 1))
    .slice(0, Math.floor(INVOICE_LINES_MAX / linesPerNamespace) - 1)
    .map(([namespace]) => namespace);
}

function meterOf(kind: string): Meter {
  return kind === "active_storage" || kind === "retained_storage" ? kind : "actions";
}

const METER_NAMES: Record<Meter, string> = {
  actions: "actions",
  active_storage: "active storage",
  retained_storage: "retained storage",
};

function describe({ namespace, meter, isLate, quantity }: Group): string {
  const name = namespace === OTHER_NAMESPACES ? "Other namespaces" : namespace;
  const amount =
    meter === "actions"
      ? `${quantity} actions`
      : `${METER_NAMES[meter]}, ${gigabyteHours(quantity)} GB-hours`;
  return `${name}: ${amount}${isLate ? " (late usage of an earlier period)" : ""}`;
}

/** Byte-milliseconds as GB-hours with six decimals, rounded down. */
function gigabyteHours(byteMilliseconds: bigint): string {
  const millionths = byteMilliseconds / 3_600_000_000n;
  return `${millionths / 1_000_000n}.${String(millionths % 1_000_000n).padStart(6, "0")}`;
}
