// Accepts an invitation: the person who holds its mail sets the password, which also shows that the address is theirs.
// A token works once and within its time.
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import { hashPassword } from "./password-hash.ts";
import { checkPassword } from "./password-rules.ts";
import { personActor } from "./person-actor.ts";

/** Errors: INVALID_ARGUMENT for a token that is unknown, used or expired, and for a password that is not taken. */
export async function acceptInvitation(
  context: DomainContext,
  input: { token: string; password: string },
): Promise<{ accountId: string; userId: string; email: string }> {
  const { query } = context.database;
  const tokenHash = hashToken(input.token);
  const invitation = await query.userInvitation.findUnique({ where: { tokenHash } });
  const user =
    invitation === null || invitation.expiresAt.getTime() <= context.clock.now()
      ? null
      : await query.user.findUnique({ where: { id: invitation.userId } });
  if (user === null) throw invalidInvitation();
  const { id: userId, accountId, email } = user;
  const account = await query.account.findUniqueOrThrow({ where: { id: accountId } });
  checkPassword(input.password, { email, accountName: account.name });
  const passwordHash = await hashPassword(input.password);
  await context.database.transaction((tx) => accept(tx, context, { user, tokenHash, passwordHash }));
  return { accountId, userId, email };
}

async function accept(
  tx: Transaction,
  context: DomainContext,
  accepted: { user: User; tokenHash: string; passwordHash: string },
): Promise<void> {
  const { user, tokenHash, passwordHash } = accepted;
  const now = new Date(context.clock.now());
  // Compare-and-set: of two acceptances at once, one is refused.
  const used = await tx.userInvitation.deleteMany({ where: { tokenHash, expiresAt: { gt: now } } });
  if (used.count === 0) throw invalidInvitation();
  await tx.user.update({
    where: { id: user.id },
    data: { passwordHash, verifiedAt: now, updatedAt: now, resourceVersion: { increment: 1 } },
  });
  await appendAudit(
    tx,
    { ...context, actor: personActor(user) },
    {
      action: "cloud.user.acceptinvitation",
      operation: "AcceptInvitation",
      status: "OK",
      resourceType: "user",
      resourceId: user.id,
    },
  );
}

function invalidInvitation(): CloudError {
  return new CloudError(
    "INVALID_ARGUMENT",
    "This invitation is not valid any more. Ask an administrator of the account to send it again.",
    { field: "token" },
  );
}
