// Changes the caller's own password. Needs a session and the password of now, so that neither an API key nor a screen
// left open is enough. All sessions end; the caller goes on with a new one.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit, recordFailure } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { openSession, SIGN_IN_FAILURES_PER_PERSON, type SignedIn } from "#domain/sessions";
import { checkPassword, hashPassword, verifyPassword } from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { setPassword } from "./set-password.ts";

const ENTRY = { action: "cloud.password.change", operation: "ChangePassword", resourceType: "user" };
const PASSWORD_LENGTH_READ_MAX = 1_000;

/**
 * Errors: FAILED_PRECONDITION without a session, PERMISSION_DENIED for a wrong password, RESOURCE_EXHAUSTED after too
 * many of them, INVALID_ARGUMENT for a new one that is not taken.
 */
export async function changePassword(
  context: DomainContext,
  input: { currentPassword: string; newPassword: string },
  sessionId: string | undefined,
): Promise<SignedIn> {
  if (sessionId === undefined) {
    throw new CloudError("FAILED_PRECONDITION", "Sign in with a session to change your password.");
  }
  const { accountId, principalId } = context.actor;
  const { query } = context.database;
  const user = await query.user.findFirstOrThrow({ where: { id: principalId, accountId } });
  await checkCurrentPassword(context, user, input.currentPassword);
  const account = await query.account.findUniqueOrThrow({ where: { id: accountId } });
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

/** Wrong tries count with those of signing in: a stolen session is no way to guess faster. */
async function checkCurrentPassword(context: DomainContext, user: User, password: string): Promise<void> {
  const { query } = context.database;
  const subject = `sign-in:person:${networkOf(context.remoteAddress)}:${user.email}`;
  await spendAttempt(query, { subject, limit: SIGN_IN_FAILURES_PER_PERSON, now: context.clock.now() });
  const tried = password.slice(0, PASSWORD_LENGTH_READ_MAX);
  if (await verifyPassword(user.passwordHash ?? undefined, tried)) {
    await refundAttempt(query, subject);
    return;
  }
  const error = new CloudError("PERMISSION_DENIED", "The current password is not right.", {
    field: "currentPassword",
  });
  await recordFailure(context, { ...ENTRY, resourceId: user.id }, error);
  throw error;
}
