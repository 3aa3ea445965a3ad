// Removes what has expired and is of no use to anybody: sessions, sign-ups, budgets of tries, old mails,
// API keys long after their end; and ends requests for approval that nobody decided.
import { sweepSignUps } from "#domain/accounts";
import { sweepApprovals } from "#domain/approvals";
import { sweepApiKeys, sweepSigningKeys } from "#domain/api-keys";
import { sweepBillingReports } from "#domain/billing-reports";
import type { Database } from "#domain/database";
import { sweepMails } from "#domain/mail";
import { sweepPasswordResets } from "#domain/passwords";
import { sweepSessions } from "#domain/sessions";
import { sweepSingleSignOn } from "#domain/single-sign-on";
import type { Clock } from "#shared/clock";
import { randomIds } from "#shared/ids";

export async function sweepExpired(ports: { database: Database; clock: Clock }): Promise<number> {
  const now = ports.clock.now();
  const { query } = ports.database;
  const removed = await Promise.all([
    sweepSessions(query, now),
    sweepSingleSignOn(query, now),
    sweepSignUps(query, now),
    sweepMails(query, now),
    sweepBillingReports(query, now),
    sweepApiKeys(query, now),
    ports.database.transaction((tx) => sweepSigningKeys(tx, now)),
    sweepPasswordResets(query, now),
    sweepApprovals({ ...ports, ids: randomIds }),
  ]);
  return removed.reduce((sum, count) => sum + count, 0);
}
