// Step 6: the test clock ends the billing period; the invoice is rated, collected by Stripe, and paid by its webhook.
import { z } from "zod";
import { delay } from "#shared/clock";
import type { Customer } from "../customer.ts";

const PAID_TIMEOUT_MS = 30_000;
const PAID_POLL_MS = 200;

const advanced = z.object({ asyncOperation: z.object({ id: z.string() }) });
const invoices = z.object({
  invoices: z
    .array(
      z.object({
        invoiceId: z.string(),
        stripeInvoiceId: z.string().default(""),
        state: z.string(),
        totalCents: z.coerce.number().default(0),
        stripeTotalCents: z.coerce.number().default(0),
      }),
    )
    .default([]),
});
const stripeInvoice = z.object({
  id: z.string(),
  total: z.number(),
  status: z.string(),
  amount_paid: z.number(),
});

export interface InvoiceFacts {
  invoiceId: string;
  invoiceCents: number;
  stripeInvoiceCents: number;
}

/** `readStripe` asks Stripe itself for the invoice, past everything of ours. */
export async function closePeriod(
  customer: Customer,
  readStripe: (stripeInvoiceId: string) => Promise<unknown>,
): Promise<InvoiceFacts> {
  const { asyncOperation } = await customer.post("/api/v1/billing/test-clock/advance", {}, advanced);
  await customer.fulfilled(asyncOperation.id);
  const invoice = await untilPaid(customer);
  const stripe = stripeInvoice.parse(await readStripe(invoice.stripeInvoiceId));
  if (stripe.status !== "paid") throw new Error(`Stripe says that ${stripe.id} is ${stripe.status}`);
  if (stripe.total !== invoice.totalCents || stripe.amount_paid !== stripe.total) {
    throw new Error(
      `we rated ${invoice.totalCents} cents, Stripe has ${stripe.total} and was paid ${stripe.amount_paid}`,
    );
  }
  return { invoiceId: invoice.invoiceId, invoiceCents: invoice.totalCents, stripeInvoiceCents: stripe.total };
}

async function untilPaid(customer: Customer) {
  const deadline = performance.now() + PAID_TIMEOUT_MS;
  for (;;) {
    const [invoice] = (await customer.get("/api/v1/invoices", invoices)).invoices;
    if (invoice?.state === "PAID") return invoice;
    if (performance.now() > deadline)
      throw new Error(`the invoice is ${invoice?.state ?? "not there"}, not paid`);
    await delay(PAID_POLL_MS);
  }
}
