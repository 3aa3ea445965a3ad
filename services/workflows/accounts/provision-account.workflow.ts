// Provisions a confirmed account: its customer and subscription at Stripe, then account and owner open for use.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { AccountActivities, AccountInput } from "./account.activities.ts";

// Several calls to Stripe; an account waits for Stripe as long as it is away, because its owner cannot start it again.
const billing = proxyActivities<AccountActivities>({
  ...forwardOptions,
  startToCloseTimeout: "20s",
  scheduleToCloseTimeout: "7 days",
});
const forward = proxyActivities<AccountActivities>(forwardOptions);
const back = proxyActivities<AccountActivities>(undoOptions);

export async function provisionAccount(input: AccountInput): Promise<void> {
  await runSaga({
    steps: [
      { run: () => billing.openBilling(input) },
      { run: () => forward.activateAccount(input), undo: () => back.deactivateAccount(input) },
    ],
    fail: (reason) => back.failAccount({ ...input, reason }),
  });
}
