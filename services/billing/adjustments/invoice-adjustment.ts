// A correction by name of an invoice that is drawn up, or of one of its lines.

export interface InvoiceAdjustment {
  adjustmentId: string;
  accountId: string;
  /** The invoice that is corrected. */
  invoiceId: string;
  /** Undefined: the whole invoice. */
  line: number | undefined;
  /** Of the line, else empty. */
  namespace: string;
  meter: string;
  /** What the line's quantity changes by; undefined when the amount was given. */
  quantity: bigint | undefined;
  /** Negative lowers the bill. */
  amountCents: bigint;
  reason: string;
  settlement: "next_invoice" | "credit_note";
}

export interface KnownAdjustment extends InvoiceAdjustment {
  createdAtMs: number;
  /** The invoices it stands on, oldest first. */
  settledOn: string[];
  /** What goes onto the next invoices. */
  openCents: bigint;
}

export function describeAdjustment(adjustment: InvoiceAdjustment): string {
  const { invoiceId, quantity, namespace, meter, reason } = adjustment;
  const of =
    quantity === undefined ? "" : ` (${signed(quantity)} ${unitOf(meter)} of ${namespace || "others"})`;
  return `Adjustment of ${invoiceId}${of}: ${reason}`;
}

function unitOf(meter: string): string {
  return meter === "actions" ? meter : `byte-milliseconds of ${meter.replace("_", " ")}`;
}

function signed(quantity: bigint): string {
  return quantity > 0n ? `+${quantity}` : String(quantity);
}
