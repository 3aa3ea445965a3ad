// Takes a sign-up and sends the mail that confirms it. Known and unknown addresses get the same answer after the same
// work; account and user begin only with the confirmation (verify-email.ts).
import { networkOf, spendAttempt } from "#domain/attempts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { checkPassword, hashPassword, readEmail } from "#domain/users";
import { CloudError } from "#shared/errors";
import { hashToken, LINK_TOKEN_BYTES } from "#shared/link-token";
import { alreadyKnownMail, confirmationMail } from "./sign-up-mail.ts";

const HOUR_MS = 3_600_000;
const TOKEN_LIFETIME_MS = 24 * HOUR_MS;
const MAILS_PER_ADDRESS_AND_HOUR_MAX = 5;
const SIGN_UPS_PER_NETWORK = { max: 300, windowMs: HOUR_MS };
const ACCOUNT_ID_LENGTH = 6;
const ACCOUNT_NAME_LENGTH_MAX = 64;

export const SIGN_UP_ANSWER = "If this address can be used, a mail with a link to confirm it is on its way.";

/** Errors: INVALID_ARGUMENT for what is wrong with the input, RESOURCE_EXHAUSTED after too many sign-ups. */
export async function signUp(
  context: DomainContext,
  input: { email: string; password: string; accountName: string },
): Promise<void> {
  const email = readEmail(input.email);
  const accountName = readAccountName(input.accountName, email);
  checkPassword(input.password, { email, accountName });
  await spendAttempt(context.database.query, {
    subject: `sign-up:network:${networkOf(context.remoteAddress)}`,
    limit: SIGN_UPS_PER_NETWORK,
    now: context.clock.now(),
  });
  const passwordHash = await hashPassword(input.password);
  await context.database.transaction((tx) => accept(tx, context, { email, accountName, passwordHash }));
  await context.jobs.wake("mail");
}

interface Accepted {
  email: string;
  accountName: string;
  passwordHash: string;
}

async function accept(tx: Transaction, context: DomainContext, accepted: Accepted): Promise<void> {
  const { email } = accepted;
  const { publicUrl } = context.installation;
  const now = context.clock.now();
  const [user, recent] = await Promise.all([
    tx.user.findUnique({ where: { email }, select: { id: true } }),
    tx.signUp.count({ where: { email, createdAt: { gt: new Date(now - HOUR_MS) } } }),
  ]);
  if (user !== null) {
    // One such mail an hour is enough for whoever keeps trying.
    const dedupeKey = `already-known:${user.id}:${Math.floor(now / HOUR_MS)}`;
    await enqueueMail(tx, context, {
      accountId: "",
      dedupeKey,
      to: email,
      ...alreadyKnownMail({ publicUrl }),
    });
    return;
  }
  if (recent >= MAILS_PER_ADDRESS_AND_HOUR_MAX) return;
  const token = context.ids.secret(LINK_TOKEN_BYTES);
  const tokenHash = hashToken(token);
  await tx.signUp.create({
    data: {
      ...accepted,
      tokenHash,
      accountId: context.ids.short(ACCOUNT_ID_LENGTH),
      userId: context.ids.uuid().replaceAll("-", ""),
      createdAt: new Date(now),
      expiresAt: new Date(now + TOKEN_LIFETIME_MS),
    },
  });
  const mail = confirmationMail({ publicUrl, token, accountName: accepted.accountName });
  await enqueueMail(tx, context, { accountId: "", dedupeKey: `sign-up:${tokenHash}`, to: email, ...mail });
}

function readAccountName(text: string, email: string): string {
  const name = text.trim().replace(/\s+/g, " ");
  if (name === "") return email.slice(0, email.indexOf("@")).slice(0, ACCOUNT_NAME_LENGTH_MAX);
  if (name.length <= ACCOUNT_NAME_LENGTH_MAX && !/\p{C}/u.test(name)) return name;
  throw new CloudError(
    "INVALID_ARGUMENT",
    `account_name must be at most ${ACCOUNT_NAME_LENGTH_MAX} printable characters.`,
    { field: "accountName" },
  );
}
