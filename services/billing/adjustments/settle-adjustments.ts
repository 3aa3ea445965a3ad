// Which open adjustments go onto an invoice, and with how much of them: what raises the bill whole, then what lowers it as
// far as there is a bill, oldest first; the rest stays open for the next one. Pure.

export interface OpenAdjustment {
  adjustmentId: string;
  namespace: string;
  description: string;
  /** Negative lowers the bill. */
  openCents: bigint;
}

export interface AdjustmentUse {
  adjustmentId: string;
  cents: bigint;
}

/** Stripe takes 250 items on an invoice: what does not fit waits for the next. */
export const ADJUSTMENTS_PER_INVOICE_MAX = 20;

/** `owedCents` is what is charged without them. In the order given. */
export function settleAdjustments(open: readonly OpenAdjustment[], owedCents: bigint): AdjustmentUse[] {
  const taken = open.slice(0, ADJUSTMENTS_PER_INVOICE_MAX);
  let left = taken.reduce((sum, { openCents }) => sum + (openCents > 0n ? openCents : 0n), owedCents);
  return taken.flatMap(({ adjustmentId, openCents }) => {
    if (openCents >= 0n) return [{ adjustmentId, cents: openCents }];
    const cents = -openCents < left ? openCents : -left;
    left += cents;
    return cents === 0n ? [] : [{ adjustmentId, cents }];
  });
}
