// Writes a person's new password and ends what the old one opened: all sessions and all other links to set one. The
// person is told by mail, because it may not have been them.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { endSessionsOf } from "#domain/sessions";
import type { User } from "#prisma";
import { passwordChangedMail } from "./password-mails.ts";

export async function setPassword(
  tx: Transaction,
  context: DomainContext,
  change: { user: User; passwordHash: string },
): Promise<void> {
  const { user, passwordHash } = change;
  const { accountId, email, id: userId } = user;
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash, updatedAt: new Date(context.clock.now()), resourceVersion: { increment: 1 } },
  });
  await endSessionsOf(tx, { accountId, userId });
  await tx.passwordReset.deleteMany({ where: { accountId, userId } });
  const { publicUrl } = context.installation;
  const dedupeKey = `password-changed:${context.ids.uuid()}`;
  await enqueueMail(tx, context, { accountId, dedupeKey, to: email, ...passwordChangedMail({ publicUrl }) });
}
