// Records refused webhooks in the operators' trail: who pretends to be the payment provider is worth knowing. Anybody may
// send them, so only some a minute are records; the next one tells how many were left out.
import { recordFailure } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { operatorActor } from "#domain/roles";
import { CloudError } from "#shared/errors";

export const REFUSALS_PER_MINUTE_MAX = 10;
const MINUTE_MS = 60_000;

export type RecordRefusal = (error: unknown, remoteAddress: string) => Promise<void>;

export function refusedWebhooks(
  ports: Pick<DomainContext, "database" | "clock" | "ids" | "log">,
): RecordRefusal {
  let [minute, recorded, leftOut] = [0, 0, 0];
  return async (error, remoteAddress) => {
    if (!(error instanceof CloudError) || error.code !== "INVALID_ARGUMENT") return;
    const now = Math.floor(ports.clock.now() / MINUTE_MS);
    if (now !== minute) [minute, recorded] = [now, 0];
    if (recorded >= REFUSALS_PER_MINUTE_MAX) {
      leftOut += 1;
      return;
    }
    recorded += 1;
    const more = leftOut === 0 ? "" : ` ${leftOut} more were refused before and are not recorded.`;
    leftOut = 0;
    const refusal = new CloudError(error.code, `${error.publicMessage}${more}`, { cause: error });
    await recordFailure(
      { ...ports, actor: operatorActor("stripe-webhook"), requestId: "", remoteAddress },
      { action: "cloud.billingadmin.update", operation: "StripeWebhook", resourceType: "webhook" },
      refusal,
    );
  };
}
