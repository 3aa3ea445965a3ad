// Corrects a closed period by name: by what one of its invoice's lines was too many or too few, or by an amount. The
// invoice itself stays as it was; the next ones carry the difference.
import { insertAdjustment, listAdjustmentsOf, type InvoiceAdjustment } from "#billing/adjustments";
import type { PriceBook } from "#billing/prices";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool, type Queryable } from "#shared/postgres";
import { chargedCents, checkBalance, type Balance } from "./adjustment-balance.ts";
import type { InvoiceLine } from "./draw-up-invoice.ts";
import { findInvoice, listLines, type Invoice } from "./invoices-store.ts";
import { quantityInCents } from "./rate-adjustment.ts";

export interface AdjustmentToMake {
  adjustmentId: string;
  accountId: string;
  invoiceId: string;
  line: number | undefined;
  /** Signed: actions or byte-milliseconds of the line. Either this or `amountCents`. */
  quantity: bigint | undefined;
  /** Signed. */
  amountCents: bigint | undefined;
  reason: string;
}

const REASON_LENGTH_MAX = 300;
const ADJUSTMENTS_PER_INVOICE_MAX = 1_000;
/** Fits what Stripe takes as an amount. */
const AMOUNT_CENTS_MAX = 999_999_999_999n;
const QUANTITY_DIGITS_MAX = 30;

/**
 * Idempotent by account and adjustment id. Answers what was left of the invoice before and after.
 * Errors: INVALID_ARGUMENT naming the field and the rule; NOT_FOUND for an invoice that the account does not have;
 * FAILED_PRECONDITION for one that is not final.
 */
export async function adjustInvoice(
  ports: { billing: Pool; defaultBook: PriceBook },
  wanted: AdjustmentToMake,
): Promise<{ adjustment: InvoiceAdjustment; balance: Balance }> {
  checkShape(wanted);
  return inTransaction(ports.billing, async (client) => {
    const invoice = await lockFinalInvoice(client, wanted);
    const lines = await listLines(client, wanted.accountId, invoice.invoiceId);
    const known = await listAdjustmentsOf(client, wanted.accountId, invoice.invoiceId);
    const repeated = known.find(({ adjustmentId }) => adjustmentId === wanted.adjustmentId);
    const earlier = known.filter((one) => one !== repeated);
    const line = wanted.line === undefined ? undefined : lineOf(lines, wanted.line);
    if (line === undefined && wanted.quantity !== undefined) {
      throw refused("line", "must name the line whose quantity is corrected");
    }
    if (repeated === undefined && known.length >= ADJUSTMENTS_PER_INVOICE_MAX) {
      throw refused("invoice_id", `must not have more than ${ADJUSTMENTS_PER_INVOICE_MAX} adjustments`);
    }
    const { quantity } = wanted;
    const rated =
      quantity === undefined || wanted.line === undefined
        ? undefined
        : { invoice, lines, earlier, line: wanted.line, quantity };
    const adjustment: InvoiceAdjustment = repeated ?? {
      ...wanted,
      namespace: line?.namespace ?? "",
      meter: line?.meter ?? "",
      amountCents:
        rated === undefined
          ? (wanted.amountCents ?? 0n)
          : await quantityInCents(client, ports.defaultBook, rated),
      settlement: "next_invoice",
    };
    const balance = checkBalance({ lines, earlier, adjustment });
    await insertAdjustment(client, adjustment);
    return { adjustment, balance };
  });
}

/** Locked, so that two adjustments never take the same balance. */
export async function lockFinalInvoice(
  client: Queryable,
  { accountId, invoiceId }: { accountId: string; invoiceId: string },
): Promise<Invoice> {
  await client.query("select 1 from invoices where account_id = $1 and invoice_id = $2 for update", [
    accountId,
    invoiceId,
  ]);
  const invoice = await findInvoice(client, accountId, invoiceId);
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  if (invoice.state === "DRAFT" || invoice.state === "VOID") {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "Only an invoice that is final can be adjusted: this one is a draft or void.",
    );
  }
  return invoice;
}

function checkShape({ reason, quantity, amountCents, line }: AdjustmentToMake): void {
  if (reason.trim() === "" || reason.length > REASON_LENGTH_MAX) {
    throw refused("reason", `must say why, in 1 to ${REASON_LENGTH_MAX} characters`);
  }
  if ((quantity === undefined) === (amountCents === undefined)) {
    throw refused("quantity", "or amount_cents must be given, and not both");
  }
  if (quantity === 0n || String(quantity ?? 1n).length > QUANTITY_DIGITS_MAX) {
    throw refused("quantity", `must not be 0, and have at most ${QUANTITY_DIGITS_MAX} digits`);
  }
  const size = amountCents ?? 1n;
  if (size === 0n || size > AMOUNT_CENTS_MAX || size < -AMOUNT_CENTS_MAX) {
    throw refused("amount_cents", `must not be 0, nor more than ${AMOUNT_CENTS_MAX} either way`);
  }
  if (line !== undefined && line < 0)
    throw refused("line", "must be a position in the invoice's lines, from 0");
}

/** Errors: INVALID_ARGUMENT for a number that no line of usage or fees has. */
function lineOf(lines: readonly InvoiceLine[], position: number): InvoiceLine {
  const line = lines[position];
  if (line !== undefined && chargedCents([line]) === line.amountCents) return line;
  throw refused("line", "must be the position of a line of the invoice that charges for something, from 0");
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
