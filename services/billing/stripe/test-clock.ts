// Moves a customer's test clock and waits until Stripe has worked through the time in between.
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

const POLL_MS = 200;
const POLLS_MAX = 300;

/** Does nothing when the clock is there already. Errors: UNAVAILABLE when Stripe takes too long. */
export function advanceTestClock(
  stripe: StripeClient,
  testClockId: string,
  options: { toMs: number; signal?: AbortSignal },
): Promise<void> {
  return collecting(async () => {
    const frozenTime = Math.floor(options.toMs / 1000);
    const clock = await stripe.testHelpers.testClocks.retrieve(testClockId);
    if (clock.frozen_time < frozenTime && clock.status === "ready") {
      await stripe.testHelpers.testClocks.advance(testClockId, { frozen_time: frozenTime });
    }
    for (let poll = 0; poll < POLLS_MAX; poll += 1) {
      const { status, frozen_time: reached } = await stripe.testHelpers.testClocks.retrieve(testClockId);
      if (status === "ready" && reached >= frozenTime) return;
      if (status === "internal_failure") break;
      await delay(POLL_MS, options.signal);
    }
    throw new CloudError("UNAVAILABLE", "The test clock did not arrive in time. It is tried again.");
  });
}
