// Checks the password of somebody who is signed in, before what a session alone must not do. Wrong tries count with
// those of signing in: a stolen session is no way to guess faster.
import { networkOf, refundAttempt, spendAttempt } from "#domain/attempts";
import type { DomainContext } from "#domain/context";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { verifyPassword } from "./password-hash.ts";

/** Failures of one network at one person: strangers elsewhere cannot lock the owner out. */
export const PASSWORD_FAILURES_PER_PERSON = { max: 10, windowMs: 15 * 60_000 };
const PASSWORD_LENGTH_READ_MAX = 1_000;

/** What counts tries of one network at one person. */
export function personFrom(network: string, email: string): string {
  return `sign-in:person:${network}:${email}`;
}

/**
 * Answers with the caller's row. Errors: FAILED_PRECONDITION without a session, PERMISSION_DENIED for a wrong password,
 * RESOURCE_EXHAUSTED after too many of them.
 */
export async function checkOwnPassword(
  context: DomainContext,
  shown: { password: string; sessionId: string | undefined },
): Promise<User> {
  if (shown.sessionId === undefined) {
    throw new CloudError("FAILED_PRECONDITION", "Sign in with a session for this.");
  }
  const { query } = context.database;
  const { accountId, principalId } = context.actor;
  const user = await query.user.findFirstOrThrow({ where: { id: principalId, accountId } });
  const subject = personFrom(networkOf(context.remoteAddress), user.email);
  await spendAttempt(query, { subject, limit: PASSWORD_FAILURES_PER_PERSON, now: context.clock.now() });
  const tried = shown.password.slice(0, PASSWORD_LENGTH_READ_MAX);
  if (!(await verifyPassword(user.passwordHash ?? undefined, tried))) {
    throw new CloudError("PERMISSION_DENIED", "The current password is not right.", {
      field: "currentPassword",
    });
  }
  await refundAttempt(query, subject);
  return user;
}
