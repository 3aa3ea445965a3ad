// What an account owes and what comes next if it is not paid, as a message.
import { DUNNING_STEPS, findDebtor, nextStepAtMs } from "#billing/dunning";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { BillingReader } from "./reader.ts";

export async function dunningOf({
  billing,
  accountId,
  nowMs,
}: BillingReader): Promise<Pick<cloudV1.IGetBillingResponse, "dunning">> {
  const debtor = await findDebtor(billing, accountId);
  if (debtor?.unpaidSinceMs === undefined) return {};
  const { step, unpaidSinceMs, owedCents, heldUntilMs } = debtor;
  const isHeld = heldUntilMs !== undefined && nowMs < heldUntilMs;
  const nextMs = step && nextStepAtMs(step, unpaidSinceMs, isHeld ? heldUntilMs : undefined);
  return {
    dunning: {
      step: step ?? "",
      owedCents: Number(owedCents),
      unpaidSince: timestampOfMs(unpaidSinceMs),
      ...(step === undefined || nextMs === undefined
        ? {}
        : {
            nextStep: DUNNING_STEPS[DUNNING_STEPS.indexOf(step) + 1] ?? "",
            nextStepTime: timestampOfMs(nextMs),
          }),
      ...(isHeld ? { heldUntil: timestampOfMs(heldUntilMs) } : {}),
    },
  };
}
