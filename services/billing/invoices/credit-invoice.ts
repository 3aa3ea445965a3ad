// Lowers a final invoice by a credit note at the payment provider: what is due while it is open, by a refund once it is
// paid. It is an adjustment by name like the others, and takes from the same balance.
import { insertAdjustment, listAdjustmentsOf, type InvoiceAdjustment } from "#billing/adjustments";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool } from "#shared/postgres";
import { lockFinalInvoice } from "./adjust-invoice.ts";
import { checkBalance, type Balance } from "./adjustment-balance.ts";
import { listLines } from "./invoices-store.ts";

export interface CreditNoteToMake {
  noteId: string;
  accountId: string;
  invoiceId: string;
  cents: bigint;
  reason: string;
}

/** Repeating it with the same id is making one note. */
type MakeNote = (
  stripeInvoiceId: string,
  note: { noteId: string; cents: bigint; reason: string },
) => Promise<void>;

/**
 * Idempotent by account and note id. Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for an invoice that the account
 * does not have; FAILED_PRECONDITION for one that is neither open nor paid.
 */
export async function creditInvoice(
  ports: { billing: Pool; makeNote: MakeNote },
  note: CreditNoteToMake,
): Promise<Balance> {
  const { accountId, invoiceId, cents, reason } = note;
  if (reason.trim() === "") throw refused("reason", "must say why the invoice is lowered");
  return inTransaction(ports.billing, async (client) => {
    const invoice = await lockFinalInvoice(client, note);
    if (invoice.stripeInvoiceId === undefined || invoice.state === "UNCOLLECTIBLE") {
      throw new CloudError("FAILED_PRECONDITION", "Only an invoice that is open or paid can be lowered.");
    }
    const known = await listAdjustmentsOf(client, accountId, invoiceId);
    const earlier = known.filter(({ adjustmentId }) => adjustmentId !== note.noteId);
    const noted = earlier.filter(({ settlement }) => settlement === "credit_note");
    const left = noted.reduce((sum, { amountCents }) => sum + amountCents, invoice.totalCents);
    if (cents <= 0n || cents > left) {
      throw refused("amount_cents", `must be from 1 to what is left of the invoice's total (${left})`);
    }
    const adjustment: InvoiceAdjustment = {
      ...{ adjustmentId: note.noteId, accountId, invoiceId, reason },
      ...{ line: undefined, namespace: "", meter: "", quantity: undefined },
      amountCents: -cents,
      settlement: "credit_note",
    };
    const lines = await listLines(client, accountId, invoiceId);
    const balance = checkBalance({ lines, earlier, adjustment });
    await ports.makeNote(invoice.stripeInvoiceId, { noteId: note.noteId, cents, reason });
    await insertAdjustment(client, adjustment);
    return balance;
  });
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
