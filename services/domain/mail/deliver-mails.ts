// Sends what is due in the outbox. Each mail is claimed by moving its next attempt forward, so two senders do not send
// the same one; a sender that dies leaves the mail to be tried again.
import type { Database } from "#domain/database";
import type { Mail } from "#prisma";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import type { Logger } from "#shared/log";
import { mailPurpose } from "./mail-purpose.ts";

/** Hands one mail over. Throws when it was not taken; `id` lets a receiver recognise a repeat. */
export type MailTransport = (mail: {
  id: string;
  to: string;
  subject: string;
  text: string;
}) => Promise<void>;

export interface DeliveryPorts {
  database: Database;
  clock: Clock;
  envelope: Envelope;
  log: Logger;
  send: MailTransport;
}

const MAILS_PER_RUN_MAX = 100;
const ATTEMPTS_MAX = 8;
const FIRST_DELAY_MS = 30_000;
const REASON_LENGTH_MAX = 300;

/** Answers how many mails were sent. */
export async function deliverMails(ports: DeliveryPorts): Promise<number> {
  const now = ports.clock.now();
  const due = await ports.database.query.mail.findMany({
    where: { state: "QUEUED", nextAttemptAt: { lte: new Date(now) } },
    orderBy: { nextAttemptAt: "asc" },
    take: MAILS_PER_RUN_MAX,
  });
  let sent = 0;
  for (const mail of due) if ((await claim(ports, mail)) && (await sendOne(ports, mail))) sent += 1;
  return sent;
}

/** Compare-and-set on the number of attempts. */
async function claim(ports: DeliveryPorts, mail: Mail): Promise<boolean> {
  const { count } = await ports.database.query.mail.updateMany({
    where: { id: mail.id, state: "QUEUED", attempts: mail.attempts },
    data: {
      attempts: { increment: 1 },
      nextAttemptAt: new Date(ports.clock.now() + FIRST_DELAY_MS * 2 ** mail.attempts),
    },
  });
  return count === 1;
}

async function sendOne(ports: DeliveryPorts, mail: Mail): Promise<boolean> {
  try {
    await ports.send({
      id: mail.id,
      to: mail.toAddress,
      subject: mail.subject,
      text: ports.envelope.open(mail.sealedText, mailPurpose(mail.id)).toString("utf8"),
    });
  } catch (error) {
    await recordFailedAttempt(ports, mail, error);
    return false;
  }
  await ports.database.query.mail.updateMany({
    where: { id: mail.id, state: "QUEUED" },
    data: { state: "SENT", sentAt: new Date(ports.clock.now()) },
  });
  return true;
}

async function recordFailedAttempt(ports: DeliveryPorts, mail: Mail, error: unknown): Promise<void> {
  const isLast = mail.attempts + 1 >= ATTEMPTS_MAX;
  ports.log.warn({ err: error, mailId: mail.id, isLast }, "mail not sent");
  const failureReason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH_MAX);
  await ports.database.query.mail.updateMany({
    where: { id: mail.id, state: "QUEUED" },
    data: { failureReason, ...(isLast ? { state: "FAILED" } : {}) },
  });
}
