// Closes a billing period of one account: waits for its usage, makes the invoice, has Stripe collect it, and compares
// both. Until the invoice is made final everything can be taken back; from then on it is carried through.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { BillingActivities, ClosingInput } from "./billing.activities.ts";

/** Calls Stripe several times, and waits for a webhook. */
const STEP_TIMEOUT = "60s";

const forward = proxyActivities<BillingActivities>({
  ...forwardOptions,
  startToCloseTimeout: STEP_TIMEOUT,
  // Usage or Stripe may be away for days; the period closes when they are back.
  scheduleToCloseTimeout: "7 days",
});
const onward = proxyActivities<BillingActivities>({ ...undoOptions, startToCloseTimeout: STEP_TIMEOUT });
const back = proxyActivities<BillingActivities>({ ...undoOptions, startToCloseTimeout: STEP_TIMEOUT });

export async function closeBillingPeriod(input: ClosingInput): Promise<void> {
  await runSaga({
    steps: [
      { run: () => forward.endPeriodAtStripe(input) },
      { run: () => forward.awaitUsage(input) },
      { run: () => forward.makeInvoice(input), undo: () => back.discardInvoice(input) },
      { run: () => forward.draftAtStripe(input), undo: () => back.discardAtStripe(input) },
      { run: () => forward.compareTotals(input) },
      { run: () => onward.collectInvoice(input) },
      { run: () => onward.awaitPayment(input) },
      { run: () => onward.finishClosing(input) },
    ],
    fail: (reason) => back.failClosing({ ...input, reason }),
  });
}
