// Turns a second factor on with a first code, and answers with the recovery codes, once. Sessions that began without it
// end, but for the caller's own.
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import { endOtherSessions, findSecondFactor, openSecret } from "./second-factor-store.ts";
import { stepOfCode } from "./time-code.ts";

const RECOVERY_CODES = 10;
/** 80 random bits: too many to guess, also for who has the hashes. */
const RECOVERY_CODE_LENGTH = 16;

/** Errors: FAILED_PRECONDITION without a secret that waits, INVALID_ARGUMENT for a wrong code. */
export async function confirmSecondFactor(
  context: DomainContext,
  input: { code: string; sessionId: string | undefined },
): Promise<string[]> {
  const { accountId, principalId: userId } = context.actor;
  const codes = Array.from({ length: RECOVERY_CODES }, () => context.ids.short(RECOVERY_CODE_LENGTH));
  await context.database.transaction(async (tx) => {
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
    await tx.recoveryCode.deleteMany({ where: { accountId, userId } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({ codeHash: hashToken(code), accountId, userId })),
    });
    await appendAudit(tx, context, {
      action: "cloud.secondfactor.confirm",
      operation: "ConfirmSecondFactor",
      status: "OK",
      resourceType: "user",
      resourceId: userId,
    });
  });
  return codes;
}
