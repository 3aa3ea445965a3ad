// Charges an invoice that is due, now: what the daily try would do.
import { applyCollected, findInvoice, type InvoiceState } from "#billing/invoices";
import type { Collector } from "#billing/stripe";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";

/** Errors: NOT_FOUND; FAILED_PRECONDITION for one that is not due, and when the charge is declined. */
export async function payInvoice(
  { billing, collector }: { billing: Pool; collector: Collector },
  { accountId, invoiceId }: { accountId: string; invoiceId: string },
): Promise<{ state: InvoiceState; totalCents: bigint }> {
  const invoice = await findInvoice(billing, accountId, invoiceId);
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  const { stripeInvoiceId, state } = invoice;
  if (stripeInvoiceId === undefined || (state !== "OPEN" && state !== "UNCOLLECTIBLE")) {
    throw new CloudError("FAILED_PRECONDITION", `This invoice is not due: it is ${state}.`);
  }
  const paid = await collector.pay(stripeInvoiceId);
  await applyCollected(billing, paid);
  return paid;
}
