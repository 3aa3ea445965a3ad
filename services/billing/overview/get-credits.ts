// GetCredits: the account's credit grants and what is left of each.
import { listGrants, type CreditGrant } from "#billing/credits";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { BillingReader } from "./reader.ts";

export async function getCredits({
  billing,
  accountId,
}: BillingReader): Promise<cloudV1.IGetCreditsResponse> {
  return { credits: (await listGrants(billing, accountId)).map(toMessage) };
}

function toMessage(grant: CreditGrant): cloudV1.ICreditGrant {
  return {
    grantId: grant.grantId,
    name: grant.name,
    category: grant.category,
    currency: grant.currency,
    amountCents: Number(grant.amountCents),
    balanceCents: Number(grant.balanceCents),
    priority: grant.priority,
    effectiveTime: timestampOfMs(grant.effectiveAtMs),
    ...(grant.expiresAtMs === undefined ? {} : { expireTime: timestampOfMs(grant.expiresAtMs) }),
    ...(grant.voidedAtMs === undefined ? {} : { voidedTime: timestampOfMs(grant.voidedAtMs) }),
  };
}
