// Turns a second factor on with a first code, and answers with the recovery codes, once. Sessions that began without it
// end, but for the caller's own.
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { renewRecoveryCodes } from "./recovery-codes.ts";
import { endOtherSessions, findSecondFactor, openSecret } from "./second-factor-store.ts";
import { stepOfCode } from "./time-code.ts";

/** Errors: FAILED_PRECONDITION without a secret that waits, INVALID_ARGUMENT for a wrong code. */
export async function confirmSecondFactor(
  context: DomainContext,
  input: { code: string; sessionId: string | undefined },
): Promise<string[]> {
  const { accountId, principalId: userId } = context.actor;
  return context.database.transaction(async (tx) => {
    const factor = await findSecondFactor(tx, { accountId, userId });
    if (factor === null || factor.confirmedAt !== null) {
      throw new CloudError("FAILED_PRECONDITION", "There is no second factor to confirm. Begin one first.");
    }
    const now = context.clock.now();
    const step = stepOfCode(openSecret(context, factor), input.code.trim(), { now, lastStep: 0 });
    if (step === undefined) {
      throw new CloudError("INVALID_ARGUMENT", "The code is not right. Check the clock of your phone.", {
        field: "code",
      });
    }
    await tx.secondFactor.update({
      where: { userId },
      data: { confirmedAt: new Date(now), lastStep: step },
    });
    await endOtherSessions(tx, { accountId, userId, sessionId: input.sessionId });
    await appendAudit(tx, context, {
      action: "cloud.secondfactor.confirm",
      operation: "ConfirmSecondFactor",
      status: "OK",
      resourceType: "user",
      resourceId: userId,
    });
    return renewRecoveryCodes(tx, context, { accountId, userId });
  });
}
