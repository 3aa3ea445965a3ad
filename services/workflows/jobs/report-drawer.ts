// How the jobs of this process draw up billing reports: from usage and prices, under the account's name.
import type { PriceBook } from "#billing/prices";
import { drawUpReport } from "#billing/reports";
import type { DrawUpReport } from "#domain/billing-reports";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Pool } from "#shared/postgres";

export function reportDrawer(ports: {
  database: Database;
  usage: Pool;
  billing: Pool;
  clock: Clock;
  /** Of accounts without terms of their own. */
  book: PriceBook;
}): DrawUpReport {
  return async (report) => {
    const account = await ports.database.query.account.findUniqueOrThrow({ where: { id: report.accountId } });
    return drawUpReport(
      { usage: ports.usage, billing: ports.billing, book: ports.book },
      { ...report, accountName: account.name, now: ports.clock.now() },
    );
  };
}
