// Step 5: the usage report, which must equal the customer's own recount exactly, and the same as CSV.
import { writeFileSync } from "node:fs";
import { z } from "zod";
import { delay } from "#shared/clock";
import { comparableKind, isActionKind } from "#usage/actions";
import type { Customer } from "../customer.ts";
import type { Recount } from "../recount.ts";

const FINAL_TIMEOUT_MS = 30_000;
const FINAL_POLL_MS = 250;

const report = z.object({
  rows: z
    .array(z.object({ kind: z.string().default(""), actions: z.coerce.number().default(0) }))
    .default([]),
  totalActions: z.coerce.number().default(0),
  totalActiveByteSeconds: z.string().default("0"),
  totalRetainedByteSeconds: z.string().default("0"),
  finalUntil: z.iso.datetime({ offset: true }).optional(),
});

export interface UsageFacts {
  actions: number;
  byKind: Map<string, number>;
  storageByteSeconds: string;
}

/** Waits until everything that happened before `happenedUntilMs` is in the report. */
export async function pullUsage(
  customer: Customer,
  { namespace, happenedUntilMs }: { namespace: string; happenedUntilMs: number },
): Promise<UsageFacts> {
  const deadline = performance.now() + FINAL_TIMEOUT_MS;
  for (;;) {
    const usage = await customer.get(
      `/api/v1/usage-report?namespace=${encodeURIComponent(namespace)}`,
      report,
    );
    const finalUntilMs = usage.finalUntil === undefined ? 0 : Date.parse(usage.finalUntil);
    if (finalUntilMs >= happenedUntilMs) {
      const storage = BigInt(usage.totalActiveByteSeconds) + BigInt(usage.totalRetainedByteSeconds);
      return {
        actions: usage.totalActions,
        byKind: kindsOf(usage.rows),
        storageByteSeconds: storage.toString(),
      };
    }
    if (performance.now() > deadline)
      throw new Error(`the usage report is final only until ${usage.finalUntil ?? "never"}`);
    await delay(FINAL_POLL_MS);
  }
}

function kindsOf(rows: readonly { kind: string; actions: number }[]): Map<string, number> {
  const byKind = new Map<string, number>();
  for (const row of rows) {
    if (row.actions === 0) continue;
    const kind = isActionKind(row.kind) ? comparableKind(row.kind) : row.kind;
    byKind.set(kind, (byKind.get(kind) ?? 0) + row.actions);
  }
  return byKind;
}

/** Throws naming every kind in which the meter and the recount differ. */
export function compareUsage(usage: UsageFacts, recount: Recount): void {
  const kinds = new Set([...usage.byKind.keys(), ...recount.byKind.keys()]);
  const differences = [...kinds]
    .map((kind) => ({ kind, metered: usage.byKind.get(kind) ?? 0, counted: recount.byKind.get(kind) ?? 0 }))
    .filter(({ metered, counted }) => metered !== counted)
    .map(({ kind, metered, counted }) => `${kind}: metered ${metered}, counted ${counted}`);
  if (differences.length > 0 || usage.actions !== recount.total) {
    throw new Error(`metered ${usage.actions} actions, counted ${recount.total}: ${differences.join("; ")}`);
  }
}

/** Downloads the report as CSV into `file`; answers its number of rows. */
export async function downloadUsage(customer: Customer, namespace: string, file: string): Promise<number> {
  const csv = await customer.text(`/api/v1/usage-report.csv?namespace=${encodeURIComponent(namespace)}`);
  writeFileSync(file, csv);
  const rows = csv.trim().split("\n").length - 1;
  if (rows < 1) throw new Error("the CSV report has no rows");
  return rows;
}
