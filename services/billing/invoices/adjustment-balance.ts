// What is left of an invoice and its lines after the adjustments made so far: no adjustment takes more. Pure.
import type { InvoiceAdjustment } from "#billing/adjustments";
import { METERS } from "#billing/prices";
import { CloudError } from "#shared/errors";
import type { InvoiceLine } from "./draw-up-invoice.ts";

/** Of the whole invoice, and of the line when one was named. */
export interface Balance {
  beforeCents: bigint;
  afterCents: bigint;
  lineBeforeCents: bigint | undefined;
  lineAfterCents: bigint | undefined;
  quantityBefore: bigint | undefined;
  quantityAfter: bigint | undefined;
}

/** What the period itself was charged: without what credits paid and what earlier periods were corrected by. */
export function chargedCents(lines: readonly InvoiceLine[]): bigint {
  return lines
    .filter(({ meter }) => meter !== "credit" && meter !== "adjustment")
    .reduce((sum, line) => sum + line.amountCents, 0n);
}

/** Errors: INVALID_ARGUMENT naming the field, for more than is left. */
export function checkBalance(of: {
  lines: readonly InvoiceLine[];
  earlier: readonly InvoiceAdjustment[];
  adjustment: InvoiceAdjustment;
}): Balance {
  const { lines, earlier, adjustment } = of;
  const { line, quantity, amountCents } = adjustment;
  const field = quantity === undefined ? "amount_cents" : "quantity";
  const beforeCents = chargedCents(lines) + sumCents(earlier);
  const own = line === undefined ? undefined : lines[line];
  const ofLine = earlier.filter((one) => one.line === line);
  const lineBeforeCents = own && own.amountCents + sumCents(ofLine);
  const quantityBefore =
    own && isUsage(own) ? ofLine.reduce((sum, one) => sum + (one.quantity ?? 0n), own.quantity) : undefined;
  const quantityAfter = quantityBefore === undefined ? undefined : quantityBefore + (quantity ?? 0n);
  if (quantity !== undefined && quantityAfter === undefined) {
    throw refused("line", "must be a line of usage when a quantity is corrected");
  }
  if (quantityAfter !== undefined && quantityAfter < 0n) {
    throw refused("quantity", `must not take more than the line has left (${String(quantityBefore)})`);
  }
  // A corrected quantity moves the tiers of the whole account, so that its line may change by more than it has.
  const lineAfterCents = lineBeforeCents === undefined ? undefined : lineBeforeCents + amountCents;
  if (quantity === undefined && lineAfterCents !== undefined && lineAfterCents < 0n && amountCents < 0n) {
    throw refused(field, `must not take more than the line has left (${String(lineBeforeCents)})`);
  }
  const afterCents = beforeCents + amountCents;
  if (afterCents < 0n && amountCents < 0n) {
    throw refused(field, `must not take more than the invoice has left (${beforeCents} minor units)`);
  }
  return { beforeCents, afterCents, lineBeforeCents, lineAfterCents, quantityBefore, quantityAfter };
}

export function isUsage({ meter }: { meter: string }): boolean {
  return METERS.some((each) => each === meter);
}

function sumCents(adjustments: readonly InvoiceAdjustment[]): bigint {
  return adjustments.reduce((sum, { amountCents }) => sum + amountCents, 0n);
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
