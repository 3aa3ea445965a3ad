// Removes one of the caller's passkeys: it opens nothing from then on.
import type { cloudV1 } from "#contracts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { enqueueMail } from "#domain/mail";
import { dropRecoveryCodes, endOtherSessions, hasSecondFactor } from "#domain/second-factors";
import { isSecondFactorRequired } from "#domain/sign-in-rules";
import { checkOwnPassword } from "#domain/users";
import { CloudError } from "#shared/errors";

/** Errors: those of a wrong password, NOT_FOUND, FAILED_PRECONDITION for the last second factor where one is demanded. */
export async function removePasskey(
  context: DomainContext,
  input: cloudV1.IRemovePasskeyRequest,
  sessionId: string | undefined,
): Promise<void> {
  await checkOwnPassword(context, { password: input.currentPassword ?? "", sessionId });
  const { accountId, principalId: userId, principalName: email } = context.actor;
  const own = { accountId, userId };
  await context.database.transaction(async (tx) => {
    const where = { ...own, id: input.passkeyId ?? "" };
    const passkey = await tx.passkey.findFirst({ where });
    if (passkey === null) throw new CloudError("NOT_FOUND", "You have no passkey with this id.");
    await tx.passkey.deleteMany({ where });
    if (!(await hasSecondFactor(tx, own))) {
      if (await isSecondFactorRequired(tx, accountId))
        throw new CloudError("FAILED_PRECONDITION", "Your account demands a second factor: this one stays.");
      await dropRecoveryCodes(tx, own);
    }
    await endOtherSessions(tx, { ...own, sessionId });
    await appendAudit(tx, context, {
      ...{ action: "cloud.passkey.delete", operation: "RemovePasskey", status: "OK" },
      ...{ resourceType: "user", resourceId: userId, before: { displayName: passkey.displayName } },
    });
    await enqueueMail(tx, context, {
      ...{ accountId, to: email, dedupeKey: `passkey-removed:${context.ids.uuid()}` },
      subject: "A passkey was removed",
      text: `The passkey "${passkey.displayName}" no longer signs in to Cellplane as you.\n\nIf it was not you, set a new password at once: ${context.installation.publicUrl}/forgotten-password\n`,
    });
  });
  await context.jobs.wake("mail");
}
