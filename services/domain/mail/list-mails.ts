// The mailbox of a cloud that keeps its mail: the newest mails, or those to one address.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { mailPurpose } from "./mail-purpose.ts";

const MAILS_MAX = 100;

/** Errors: NOT_FOUND where mail is sent out: nobody may read other people's mail there. */
export async function listMails(context: DomainContext, query: { to: string }): Promise<cloudV1.IMail[]> {
  if (context.installation.mailMode !== "mailbox") {
    throw new CloudError("NOT_FOUND", "This cloud sends its mail and keeps no mailbox.");
  }
  const rows = await context.database.query.mail.findMany({
    where: query.to === "" ? {} : { toAddress: query.to.trim().toLowerCase() },
    orderBy: { createdAt: "desc" },
    take: MAILS_MAX,
  });
  return rows.map((row) => ({
    mailId: row.id,
    to: row.toAddress,
    subject: row.subject,
    text: context.envelope.open(row.sealedText, mailPurpose(row.id)).toString("utf8"),
    sentTime: timestampOfMs((row.sentAt ?? row.createdAt).getTime()),
  }));
}
