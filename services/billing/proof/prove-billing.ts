// The proof of an account's bills: meter against recount, invoice against Stripe, and the clearing of all usage. It reads
// both sides anew each time and changes nothing.
import { listAdjustmentsOf, type KnownAdjustment } from "#billing/adjustments";
import { findOpenPeriod } from "#billing/customers";
import {
  chargedCents,
  LATE_USAGE_MS,
  listInvoices,
  listLines,
  readAdjustments,
  readBilledUsage,
  type Invoice,
} from "#billing/invoices";
import type { Pool } from "#shared/postgres";
import { DAY_MS, readMeteredUsage, readRecount, type Recount } from "#usage/reports";
import { clearUsage, type Clearing } from "./clear-usage.ts";
import { readCorrections, readLineSums, readReconciliations, type Compared } from "./proof-store.ts";

export interface PeriodProof {
  invoice: Invoice;
  /** What reports say of the period, and what the sources' own records sum to now. */
  metered: Recount;
  recounted: Recount;
  /** The newest comparison with Stripe; undefined when there was none yet. */
  compared: Compared | undefined;
  /** Lines whose quantity is not the sum of the usage that stands on them. */
  wrongLines: number;
  /** What corrects it by name, oldest first. */
  adjustments: KnownAdjustment[];
  /** What the period was charged with all of them, before credits. */
  adjustedCents: bigint;
}

export interface BillingProof {
  periods: PeriodProof[];
  clearing: Clearing[];
  checkedAtMs: number;
}

const PERIODS_MAX = 12;

export async function proveBilling(
  ports: { billing: Pool; usage: Pool },
  account: { accountId: string; nowMs: number },
): Promise<BillingProof> {
  const { accountId, nowMs } = account;
  const invoices = await listInvoices(ports.billing, { accountId, beforeMs: undefined, limit: PERIODS_MAX });
  const periods: PeriodProof[] = [];
  for (const invoice of invoices) periods.push(await provePeriod(ports, invoice));
  return { periods, clearing: await clear(ports, account), checkedAtMs: nowMs };
}

async function provePeriod(
  { billing, usage }: { billing: Pool; usage: Pool },
  invoice: Invoice,
): Promise<PeriodProof> {
  const { accountId, invoiceId } = invoice;
  const range = { fromMs: invoice.periodStartMs, toMs: invoice.periodEndMs };
  const metered = sumUp(await readMeteredUsage(usage, { accountId, range }));
  const reconciliations = await readReconciliations(billing, accountId, invoiceId);
  const lines = await readLineSums(billing, accountId, invoiceId);
  const adjustments = await listAdjustmentsOf(billing, accountId, invoiceId);
  const charged = chargedCents(await listLines(billing, accountId, invoiceId));
  return {
    invoice,
    metered,
    recounted: await readRecount(usage, { accountId, range }),
    compared: reconciliations[0],
    wrongLines: lines.filter(({ quantity, standing }) => quantity !== standing).length,
    adjustments,
    adjustedCents: adjustments.reduce((sum, { amountCents }) => sum + amountCents, charged),
  };
}

function sumUp(entries: readonly { kind: string; quantity: bigint }[]): Recount {
  const sum = { actions: 0n, activeByteMilliseconds: 0n, retainedByteMilliseconds: 0n };
  for (const { kind, quantity } of entries) {
    if (kind === "active_storage") sum.activeByteMilliseconds += quantity;
    else if (kind === "retained_storage") sum.retainedByteMilliseconds += quantity;
    else sum.actions += quantity;
  }
  return sum;
}

async function clear(
  { billing, usage }: { billing: Pool; usage: Pool },
  { accountId, nowMs }: { accountId: string; nowMs: number },
): Promise<Clearing[]> {
  const open = await findOpenPeriod(billing, accountId);
  const openFromMs =
    Math.floor((Math.min(open?.usageFromMs ?? 0, open?.startMs ?? 0) - LATE_USAGE_MS) / DAY_MS) * DAY_MS;
  const range = { fromMs: 0, toMs: Math.ceil((nowMs + 1) / DAY_MS) * DAY_MS };
  return clearUsage(
    {
      metered: await readMeteredUsage(usage, { accountId, range }),
      invoiced: await readBilledUsage(billing, accountId, 0),
      adjusted: await readAdjustments(billing, accountId, 0),
      corrected: await readCorrections(billing, accountId),
    },
    openFromMs,
  );
}
