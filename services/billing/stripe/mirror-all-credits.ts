// Tells Stripe of every credit grant that is not there as it is here: granted, used, changed or taken back since the
// last round. Repeating it changes nothing; a grant that Stripe refuses keeps no other waiting.
import { listGrantsToMirror, recordMirrored } from "#billing/credits";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import type { Collector } from "./collector.ts";
import { mirrorCredit } from "./mirror-credits.ts";
import type { StripeClient } from "./stripe-client.ts";

export interface MirrorPorts {
  stripe: StripeClient;
  billing: Pool;
  collector: Pick<Collector, "spendsGrants">;
  clock: Clock;
  log: Logger;
}

/** Answers how many were told. Errors: UNAVAILABLE when Stripe does not answer: the rest waits for the next round. */
export async function mirrorCredits(ports: MirrorPorts, signal?: AbortSignal): Promise<number> {
  // There, Stripe would pay with them a second time what our lines of credit pay.
  if (ports.collector.spendsGrants) return 0;
  let told = 0;
  for (const { grant, stripeCustomerId } of await listGrantsToMirror(ports.billing, ports.clock.now())) {
    signal?.throwIfAborted();
    try {
      const stripeGrantId = await mirrorCredit(ports.stripe, stripeCustomerId, grant);
      await recordMirrored(ports.billing, grant, stripeGrantId);
      told += 1;
    } catch (error) {
      if (error instanceof CloudError && error.code === "UNAVAILABLE") throw error;
      ports.log.error(
        { err: error, grantId: grant.grantId, accountId: grant.accountId },
        "credit not mirrored",
      );
    }
  }
  return told;
}
