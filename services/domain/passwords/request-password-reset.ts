// Takes a request to set a forgotten password anew and mails the link. Known and unknown addresses get the same answer
// after the same work: one reset, one mail, one audit record. The mail to an unknown address says that it is unknown.
import { networkOf, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { UNKNOWN_ACCOUNT_ID } from "#domain/sessions";
import { personActor, readEmail } from "#domain/users";
import { CloudError } from "#shared/errors";
import { hashToken, LINK_TOKEN_BYTES } from "#shared/link-token";
import { resetMail, unknownAddressMail } from "./password-mails.ts";

const HOUR_MS = 3_600_000;
const RESET_LIFETIME_MS = HOUR_MS;
const REQUESTS_PER_NETWORK = { max: 60, windowMs: HOUR_MS };
/** Beyond it nothing is mailed, and the answer stays the same: a stranger cannot find out, nor flood a mailbox. */
const MAILS_PER_ADDRESS = { max: 5, windowMs: HOUR_MS };

export const PASSWORD_RESET_ANSWER =
  "If this address has an account, a mail with a link to set a new password is on its way.";

/** Errors: INVALID_ARGUMENT for what is no address, RESOURCE_EXHAUSTED after too many requests of one network. */
export async function requestPasswordReset(context: DomainContext, input: { email: string }): Promise<void> {
  const email = readEmail(input.email);
  const now = context.clock.now();
  const network = `password-reset:network:${networkOf(context.remoteAddress)}`;
  await spendAttempt(context.database.query, { subject: network, limit: REQUESTS_PER_NETWORK, now });
  if (await isFlooded(context, email)) return;
  await context.database.transaction((tx) => record(tx, context, email));
  await context.jobs.wake("mail");
}

async function isFlooded(context: DomainContext, email: string): Promise<boolean> {
  const attempt = { subject: `password-reset:address:${email}`, limit: MAILS_PER_ADDRESS };
  try {
    await spendAttempt(context.database.query, { ...attempt, now: context.clock.now() });
    return false;
  } catch (error) {
    if (error instanceof CloudError && error.code === "RESOURCE_EXHAUSTED") return true;
    throw error;
  }
}

/** Who never accepted an invitation has no password to forget: the invitation is the way in. */
async function record(tx: Transaction, context: DomainContext, email: string): Promise<void> {
  const user = await tx.user.findFirst({ where: { email, verifiedAt: { not: null } } });
  const token = context.ids.secret(LINK_TOKEN_BYTES);
  const tokenHash = hashToken(token);
  const now = context.clock.now();
  const person = user ?? { id: "", accountId: UNKNOWN_ACCOUNT_ID, email };
  await tx.passwordReset.create({
    data: {
      ...{ tokenHash, accountId: person.accountId, userId: person.id },
      createdAt: new Date(now),
      expiresAt: new Date(now + RESET_LIFETIME_MS),
    },
  });
  const { publicUrl } = context.installation;
  const mail = user === null ? unknownAddressMail({ publicUrl }) : resetMail({ publicUrl, token });
  await enqueueMail(tx, context, {
    ...{ accountId: user?.accountId ?? "", dedupeKey: `password-reset:${tokenHash}`, to: email },
    ...mail,
  });
  await appendAudit(
    tx,
    { ...context, actor: personActor(person) },
    {
      action: "cloud.password.requestreset",
      operation: "RequestPasswordReset",
      status: "OK",
      resourceType: "user",
      resourceId: person.id,
    },
  );
}
