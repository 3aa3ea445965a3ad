// Tells by mail of credits that end soon or are nearly used, each once: the mail's key makes a repeat no second mail.
import { dueNotices, listGrantsToTell, type CreditGrant, type CreditNotice } from "#billing/credits";
import { formatMoney, readCurrency } from "#billing/prices";
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import type { Pool } from "#shared/postgres";

export interface CreditNoticePorts extends Pick<DomainContext, "ids" | "clock" | "envelope"> {
  database: Database;
  billing: Pool;
  publicUrl: string;
}

export async function runCreditNotices(ports: CreditNoticePorts, signal: AbortSignal): Promise<void> {
  const now = ports.clock.now();
  for (const { grant, email } of await listGrantsToTell(ports.billing, now)) {
    for (const notice of dueNotices(grant, now)) {
      signal.throwIfAborted();
      const { subject, text } = mailOf(grant, notice);
      await ports.database.transaction((tx) =>
        enqueueMail(tx, ports, {
          accountId: grant.accountId,
          dedupeKey: `credit/${grant.accountId}/${grant.grantId}/${notice.kind}-${notice.kind === "used" ? notice.percent : notice.days}`,
          to: email,
          subject,
          text: `${text}\n\nYour credits: ${ports.publicUrl}/billing\n`,
        }),
      );
    }
  }
}

function mailOf(grant: CreditGrant, notice: CreditNotice): { subject: string; text: string } {
  const left = formatMoney(grant.balanceCents, readCurrency(grant.currency, "currency"));
  const credit = `The credit "${grant.name}"`;
  if (notice.kind === "used") {
    return {
      subject: `${credit} is used to ${notice.percent} %`,
      text: `${credit} is used to ${notice.percent} % or more; ${left} are left. What comes after it is charged.`,
    };
  }
  const end = new Date(grant.expiresAtMs ?? 0).toISOString().slice(0, 10);
  return {
    subject: `${credit} ends in ${notice.days} ${notice.days === 1 ? "day" : "days"} or less`,
    text: `${credit} ends on ${end} (UTC) with ${left} left. What is left then pays nothing any more.`,
  };
}
