// Compares every invoice of the last months with Stripe's, to the cent (B2), and what was metered with what Stripe's
// meters say. A difference is an alert with both sides; nothing is corrected. Repeating it changes nothing.
import { listAdjustmentsOf } from "#billing/adjustments";
import { raiseAlert, resolveAlert, type AlertKind } from "#billing/alerts";
import { findCustomer } from "#billing/customers";
import {
  applyCollected,
  listLines,
  listRecentInvoices,
  readBilledDays,
  recordReconciliation,
  type Invoice,
} from "#billing/invoices";
import type { Collector } from "#billing/stripe";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";

export interface ReconciliationPorts {
  billing: Pool;
  collector: Collector;
  log: Logger;
}

export interface Reconciled {
  invoices: number;
  differences: number;
}

/** Errors: UNAVAILABLE when Stripe does not answer; what was compared until then is kept. */
export async function reconcileInvoices(
  ports: ReconciliationPorts,
  range: { sinceMs: number; accountId?: string; signal?: AbortSignal },
): Promise<Reconciled> {
  const counted: Reconciled = { invoices: 0, differences: 0 };
  for (const invoice of await listRecentInvoices(ports.billing, range.sinceMs, range.accountId)) {
    range.signal?.throwIfAborted();
    counted.invoices += 1;
    if (!(await reconcile(ports, invoice))) counted.differences += 1;
  }
  return counted;
}

/** Answers whether both sides are the same. */
async function reconcile(ports: ReconciliationPorts, invoice: Invoice): Promise<boolean> {
  const { stripeInvoiceId } = invoice;
  if (stripeInvoiceId === undefined) return true;
  const theirs = await readTheirs(ports.collector, stripeInvoiceId);
  if (theirs === undefined) {
    return report(ports, invoice, "invoice-missing", {
      stripeInvoiceId,
      ourCents: String(invoice.totalCents),
    });
  }
  await report(ports, invoice, "invoice-missing", undefined);
  await applyCollected(ports.billing, theirs.collected);
  const { totalCents } = theirs.collected;
  const difference = await recordReconciliation(ports.billing, {
    invoiceId: invoice.invoiceId,
    ourCents: invoice.totalCents,
    stripeCents: totalCents,
    stripeState: theirs.collected.state,
  });
  const ours = await listLines(ports.billing, invoice.accountId, invoice.invoiceId);
  const isSameTotal = await report(
    ports,
    invoice,
    "invoice-difference",
    difference === 0n
      ? undefined
      : {
          ourCents: String(invoice.totalCents),
          stripeCents: String(totalCents),
          ourLines: ours.map((line) => ({ description: line.description, cents: String(line.amountCents) })),
          stripeLines: theirs.lines,
        },
  );
  const isSameCredit = await compareCreditNotes(ports, invoice, stripeInvoiceId);
  const isSameUsage = await compareMeters(ports, invoice);
  return isSameTotal && isSameCredit && isSameUsage;
}

/** Somebody may have given one at Stripe without us. */
async function compareCreditNotes(
  ports: ReconciliationPorts,
  invoice: Invoice,
  stripeInvoiceId: string,
): Promise<boolean> {
  const adjustments = await listAdjustmentsOf(ports.billing, invoice.accountId, invoice.invoiceId);
  const ourCents = adjustments
    .filter(({ settlement }) => settlement === "credit_note")
    .reduce((sum, { amountCents }) => sum - amountCents, 0n);
  const stripeCents = await ports.collector.creditedCents(stripeInvoiceId);
  const detail = { ourCents: String(ourCents), stripeCents: String(stripeCents) };
  return report(ports, invoice, "credit-note-difference", ourCents === stripeCents ? undefined : detail);
}

async function readTheirs(collector: Collector, stripeInvoiceId: string) {
  try {
    const collected = await collector.read(stripeInvoiceId);
    const lines = await collector.readLines(stripeInvoiceId);
    return {
      collected,
      lines: lines.map(({ description, cents }) => ({ description, cents: String(cents) })),
    };
  } catch (error) {
    if (error instanceof CloudError && error.code === "NOT_FOUND") return undefined;
    throw error;
  }
}

/** Only where usage is metered at Stripe. */
async function compareMeters(ports: ReconciliationPorts, invoice: Invoice): Promise<boolean> {
  const customer = await findCustomer(ports.billing, invoice.accountId);
  if (ports.collector.meterDifferences === undefined || customer?.stripeCustomerId === undefined) return true;
  const days = await readBilledDays(ports.billing, invoice.accountId, invoice.invoiceId);
  const differences = await ports.collector.meterDifferences({
    stripeCustomerId: customer.stripeCustomerId,
    invoice,
    lines: [],
    days,
  });
  return report(ports, invoice, "meter-difference", differences.length === 0 ? undefined : { differences });
}

/** Raises the alert, or resolves it when there is nothing to tell. Answers whether all is well. */
async function report(
  ports: ReconciliationPorts,
  { accountId, invoiceId }: Invoice,
  kind: AlertKind,
  detail: Record<string, unknown> | undefined,
): Promise<boolean> {
  if (detail === undefined) {
    await resolveAlert(ports.billing, { accountId, kind, subject: invoiceId });
    return true;
  }
  await raiseAlert(ports.billing, { accountId, kind, subject: invoiceId, detail });
  ports.log.error({ alert: kind, accountId, invoiceId, detail }, "our bill and Stripe's differ");
  return false;
}
