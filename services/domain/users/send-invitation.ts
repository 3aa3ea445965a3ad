// Writes a user's open invitation and its mail. The invitation before it, if any, is dead with that.
import { spendAttempt } from "#domain/attempts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { hashToken, LINK_TOKEN_BYTES } from "#shared/link-token";
import { invitationMail } from "./invitation-mail.ts";

const HOUR_MS = 3_600_000;
const INVITATION_LIFETIME_MS = 7 * 24 * HOUR_MS;
/** Mails go to strangers: no account floods the world, nor one person. */
const INVITATIONS_PER_ACCOUNT = { max: 300, windowMs: HOUR_MS };
const INVITATIONS_PER_ADDRESS = { max: 5, windowMs: HOUR_MS };

/** Errors: RESOURCE_EXHAUSTED after too many invitations. */
export async function sendInvitation(
  tx: Transaction,
  context: DomainContext,
  user: { id: string; accountId: string; email: string },
): Promise<void> {
  const now = context.clock.now();
  const { accountId, id: userId, email } = user;
  await spendAttempt(tx, { subject: `invitation:account:${accountId}`, limit: INVITATIONS_PER_ACCOUNT, now });
  await spendAttempt(tx, { subject: `invitation:address:${email}`, limit: INVITATIONS_PER_ADDRESS, now });
  const token = context.ids.secret(LINK_TOKEN_BYTES);
  const tokenHash = hashToken(token);
  const times = { createdAt: new Date(now), expiresAt: new Date(now + INVITATION_LIFETIME_MS) };
  await tx.userInvitation.upsert({
    where: { userId },
    create: { userId, accountId, tokenHash, ...times },
    update: { tokenHash, ...times },
  });
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true } });
  const mail = invitationMail({
    publicUrl: context.installation.publicUrl,
    token,
    accountName: account.name,
    inviter: context.actor.principalName,
  });
  await enqueueMail(tx, context, { accountId, dedupeKey: `invitation:${tokenHash}`, to: email, ...mail });
}
