// Turns a person's own second factor off. It takes a code: whoever has only the password cannot.
import { refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { enqueueMail } from "#domain/mail";
import { isSecondFactorRequired } from "#domain/sign-in-rules";
import { checkOwnPassword } from "#domain/users";
import { CloudError } from "#shared/errors";
import { dropSecondFactor, endOtherSessions, findSecondFactor } from "./second-factor-store.ts";
import { takeCode } from "./take-code.ts";

const WRONG_CODES = { max: 10, windowMs: 15 * 60_000 };

/**
 * Errors: those of a wrong password, FAILED_PRECONDITION without a factor, PERMISSION_DENIED for a wrong code,
 * RESOURCE_EXHAUSTED after too many of them.
 */
export async function removeSecondFactor(
  context: DomainContext,
  input: { password: string; code: string; sessionId: string | undefined },
): Promise<void> {
  const { accountId, principalId: userId, principalName } = context.actor;
  await checkOwnPassword(context, input);
  const tries = { subject: `second-factor:${userId}`, limit: WRONG_CODES, now: context.clock.now() };
  await spendAttempt(context.database.query, tries);
  await context.database.transaction(async (tx) => {
    if (await isSecondFactorRequired(tx, accountId)) {
      throw new CloudError("FAILED_PRECONDITION", "Your account demands a second factor: it stays.");
    }
    const person = { accountId, userId };
    if ((await findSecondFactor(tx, person)) === null) {
      throw new CloudError("FAILED_PRECONDITION", "You have no second factor.");
    }
    const verdict = await takeCode(tx, context, { ...person, code: input.code });
    if (verdict === "missing" || verdict === "wrong") {
      throw new CloudError("PERMISSION_DENIED", "The code is not right.", { field: "code" });
    }
    await dropSecondFactor(tx, person);
    await endOtherSessions(tx, { ...person, sessionId: input.sessionId });
    await appendAudit(tx, context, {
      action: "cloud.secondfactor.remove",
      operation: "RemoveSecondFactor",
      status: "OK",
      resourceType: "user",
      resourceId: userId,
    });
    await enqueueMail(tx, context, {
      ...{ accountId, to: principalName, dedupeKey: `second-factor-removed:${context.ids.uuid()}` },
      subject: "Your second factor was removed",
      text: `Signing in to Cellplane takes your password alone from now on.\n\nIf it was not you, set a new password at once: ${context.installation.publicUrl}/forgotten-password\n`,
    });
  });
  await refundAttempt(context.database.query, tries.subject);
  await context.jobs.wake("mail");
}
