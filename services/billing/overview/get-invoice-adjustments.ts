// GetInvoiceAdjustments: the corrections of an account's invoices by name, newest first.
import { listAdjustments, type KnownAdjustment } from "#billing/adjustments";
import { timestampOfMs, type cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import type { BillingReader } from "./reader.ts";

export async function getInvoiceAdjustments(
  { billing, accountId }: Pick<BillingReader, "billing" | "accountId">,
  request: cloudV1.IGetInvoiceAdjustmentsRequest,
): Promise<cloudV1.IGetInvoiceAdjustmentsResponse> {
  const wanted = readPage(request);
  const offset = wanted.after === undefined ? 0 : readOffset(wanted.after);
  const rows = await listAdjustments(billing, { accountId, offset, limit: wanted.size + 1 });
  const page = cutPage(rows, wanted, () => String(offset + wanted.size));
  return { adjustments: page.rows.map(toAdjustmentMessage), nextPageToken: page.nextPageToken };
}

export function toAdjustmentMessage(adjustment: KnownAdjustment): cloudV1.IInvoiceAdjustment {
  const { line, quantity } = adjustment;
  return {
    adjustmentId: adjustment.adjustmentId,
    invoiceId: adjustment.invoiceId,
    ...(line === undefined ? {} : { line: { value: line } }),
    namespace: adjustment.namespace,
    kind: adjustment.meter,
    quantity: quantity === undefined ? "" : String(quantity),
    amountCents: Number(adjustment.amountCents),
    openCents: Number(adjustment.openCents),
    reason: adjustment.reason,
    settlement: adjustment.settlement,
    settledOn: adjustment.settledOn,
    createdTime: timestampOfMs(adjustment.createdAtMs),
  };
}

function readOffset(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CloudError(
    "INVALID_ARGUMENT",
    "page_token is not one that this list gave. Start without a token.",
    { field: "pageToken" },
  );
}
