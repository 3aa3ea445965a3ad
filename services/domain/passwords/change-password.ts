// Changes the caller's own password. Needs a session and the password of now, so that neither an API key nor a screen
// left open is enough. All sessions end; the caller goes on with a new one.
import { appendAudit, recordFailure } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { openSession, type SignedIn } from "#domain/sessions";
import { checkOwnPassword, checkPassword, hashPassword } from "#domain/users";
import { CloudError } from "#shared/errors";
import { setPassword } from "./set-password.ts";

const ENTRY = { action: "cloud.password.change", operation: "ChangePassword", resourceType: "user" };

/**
 * Errors: FAILED_PRECONDITION without a session, PERMISSION_DENIED for a wrong password, RESOURCE_EXHAUSTED after too
 * many of them, INVALID_ARGUMENT for a new one that is not taken.
 */
export async function changePassword(
  context: DomainContext,
  input: { currentPassword: string; newPassword: string },
  sessionId: string | undefined,
): Promise<SignedIn> {
  const user = await checkOwnPassword(context, { password: input.currentPassword, sessionId }).catch(
    async (error: unknown) => {
      await recordFailure(context, { ...ENTRY, resourceId: context.actor.principalId }, error);
      throw error;
    },
  );
  const account = await context.database.query.account.findUniqueOrThrow({ where: { id: user.accountId } });
  checkPassword(input.newPassword, { email: user.email, accountName: account.name }, "newPassword");
  if (input.newPassword === input.currentPassword) {
    throw new CloudError("INVALID_ARGUMENT", "The new password is the one you have.", {
      field: "newPassword",
    });
  }
  const passwordHash = await hashPassword(input.newPassword);
  const opened = await context.database.transaction(async (tx) => {
    await setPassword(tx, context, { user, passwordHash });
    await appendAudit(tx, context, { ...ENTRY, status: "OK", resourceId: user.id });
    return openSession(tx, context, user, undefined);
  });
  await context.jobs.wake("mail");
  return opened;
}
