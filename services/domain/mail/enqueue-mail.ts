// Puts a mail into the outbox in the transaction of what it tells about. The sender is woken after the commit.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mailPurpose } from "./mail-purpose.ts";

export interface NewMail {
  /** Empty when the mail belongs to no account yet. */
  accountId: string;
  /** What makes it unique: a second mail with the same key is not queued. */
  dedupeKey: string;
  to: string;
  subject: string;
  text: string;
}

export async function enqueueMail(
  tx: Transaction,
  context: Pick<DomainContext, "ids" | "clock" | "envelope">,
  mail: NewMail,
): Promise<void> {
  const id = context.ids.uuid();
  const now = new Date(context.clock.now());
  await tx.mail.createMany({
    data: [
      {
        id,
        accountId: mail.accountId,
        dedupeKey: mail.dedupeKey,
        toAddress: mail.to,
        subject: mail.subject,
        sealedText: context.envelope.seal(mail.text, mailPurpose(id)),
        state: "QUEUED",
        nextAttemptAt: now,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
}
