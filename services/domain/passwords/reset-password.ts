// Sets a forgotten password anew with the token of the mail. A token works once and within its time.
import { forgetAttempts } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { personAnywhere } from "#domain/sessions";
import { checkPassword, hashPassword, personActor } from "#domain/users";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import { setPassword } from "./set-password.ts";

/** Errors: INVALID_ARGUMENT for a token that is unknown, used or expired, and for a password that is not taken. */
export async function resetPassword(
  context: DomainContext,
  input: { token: string; password: string },
): Promise<{ email: string }> {
  const tokenHash = hashToken(input.token);
  const user = await findPerson(context, tokenHash);
  const account = await context.database.query.account.findUniqueOrThrow({ where: { id: user.accountId } });
  checkPassword(input.password, { email: user.email, accountName: account.name });
  const passwordHash = await hashPassword(input.password);
  await context.database.transaction(async (tx) => {
    const now = new Date(context.clock.now());
    // Compare-and-set: of two at once, one is refused.
    const used = await tx.passwordReset.deleteMany({ where: { tokenHash, expiresAt: { gt: now } } });
    if (used.count === 0) throw invalidLink();
    await setPassword(tx, context, { user, passwordHash });
    // Whoever holds the mailbox is no guesser: a flood of guesses does not keep them out.
    await forgetAttempts(tx, personAnywhere(user.email));
    await appendAudit(
      tx,
      { ...context, actor: personActor(user) },
      {
        action: "cloud.password.reset",
        operation: "ResetPassword",
        status: "OK",
        resourceType: "user",
        resourceId: user.id,
      },
    );
  });
  await context.jobs.wake("mail");
  return { email: user.email };
}

async function findPerson(context: DomainContext, tokenHash: string): Promise<User> {
  const { query } = context.database;
  const reset = await query.passwordReset.findUnique({ where: { tokenHash } });
  const isOpen = reset !== null && reset.expiresAt.getTime() > context.clock.now();
  const user = isOpen ? await query.user.findUnique({ where: { id: reset.userId } }) : null;
  if (user === null) throw invalidLink();
  return user;
}

function invalidLink(): CloudError {
  return new CloudError("INVALID_ARGUMENT", "This link is not valid any more. Ask for a new one.", {
    field: "token",
  });
}
