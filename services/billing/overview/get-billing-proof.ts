// GetBillingProof: what proves the account's bills, as messages.
import { proveBilling, type PeriodProof } from "#billing/proof";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Recount } from "#usage/reports";
import { toAdjustmentMessage } from "./get-invoice-adjustments.ts";
import type { BillingReader } from "./reader.ts";

export async function getBillingProof(reader: BillingReader): Promise<cloudV1.IGetBillingProofResponse> {
  const proof = await proveBilling(reader, reader);
  return {
    periods: proof.periods.map(toMessage),
    clearing: proof.clearing.map((sum) => ({
      meter: sum.meter,
      metered: String(sum.metered),
      invoiced: String(sum.invoiced),
      adjusted: String(sum.adjusted),
      open: String(sum.open),
      stranded: String(sum.stranded),
      corrected: String(sum.corrected),
    })),
    checkedTime: timestampOfMs(proof.checkedAtMs),
  };
}

function toMessage(proof: PeriodProof): cloudV1.IPeriodProof {
  const { invoice, metered, recounted, compared, wrongLines } = proof;
  return {
    invoiceId: invoice.invoiceId,
    periodStart: timestampOfMs(invoice.periodStartMs),
    periodEnd: timestampOfMs(invoice.periodEndMs),
    metered: toTotals(metered),
    recounted: toTotals(recounted),
    isMeterProven:
      metered.actions === recounted.actions &&
      metered.activeByteMilliseconds === recounted.activeByteMilliseconds &&
      metered.retainedByteMilliseconds === recounted.retainedByteMilliseconds,
    ourCents: Number(invoice.totalCents),
    ...(compared === undefined
      ? {}
      : {
          stripeCents: { value: Number(compared.stripeCents) },
          differenceCents: { value: Number(compared.stripeCents - compared.ourCents) },
          comparedTime: timestampOfMs(compared.checkedAtMs),
        }),
    wrongLines,
    adjustments: proof.adjustments.map(toAdjustmentMessage),
    adjustedCents: Number(proof.adjustedCents),
  };
}

function toTotals(sum: Recount): cloudV1.IUsageTotals {
  return {
    actions: String(sum.actions),
    activeByteSeconds: String(sum.activeByteMilliseconds / 1000n),
    retainedByteSeconds: String(sum.retainedByteMilliseconds / 1000n),
  };
}
