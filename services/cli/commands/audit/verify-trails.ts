// Opens the control plane's database, checks every audit trail in it and says what is broken. Changes nothing.
import { checkTrails, type BrokenRecord } from "#domain/audit";
import { createDatabase, type Database } from "#domain/database";
import { CONTROL_PLANE_DATABASE, openCloudPostgres } from "#standalone";
import { CloudError } from "#shared/errors";
import type { VerifyOptions } from "./verify-options.ts";

const REASON: Record<BrokenRecord["reason"], string> = {
  missing: "is missing",
  changed: "was changed after it was written",
  replaced: "does not follow the record before it",
};

/** Answers the exit code: 1 when a trail is broken. */
export async function verifyTrails(options: VerifyOptions, print: (line: string) => void): Promise<number> {
  if ("databaseUrl" in options) return verifyDatabase(options.databaseUrl, print);
  const postgres = await openCloudPostgres(options.dataDirectory);
  try {
    return await verifyDatabase(postgres.url(CONTROL_PLANE_DATABASE), print);
  } finally {
    await postgres.close();
  }
}

async function verifyDatabase(databaseUrl: string, print: (line: string) => void): Promise<number> {
  const database = createDatabase(databaseUrl, {
    connectionsMax: 1,
    applicationName: "cellplane-audit-verify",
  });
  try {
    await requireTrails(database);
    const sums = { accounts: 0, records: 0n, broken: 0 };
    for await (const { accountId, soundRecords, broken } of checkTrails(database.query)) {
      sums.accounts += 1;
      sums.records += soundRecords;
      if (broken === undefined) continue;
      sums.broken += 1;
      print(`account ${accountId}: record ${broken.sequence} ${REASON[broken.reason]}`);
    }
    print(
      `${sums.records} sound records in ${sums.accounts} trails` +
        (sums.broken === 0 ? "; none is broken" : `; ${sums.broken} broken`),
    );
    return sums.broken === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

/** Errors: FAILED_PRECONDITION for a database that is away, or is no control plane's. */
async function requireTrails(database: Database): Promise<void> {
  const found = await database.query.$queryRaw<
    { is_there: boolean }[]
  >`select to_regclass('audit_heads') is not null as is_there`.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
    throw new CloudError("FAILED_PRECONDITION", `the database cannot be read: ${reason}`, { cause: error });
  });
  if (found[0]?.is_there === true) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "the database has no audit trails: it is no control plane's, or one that has not started since the update",
  );
}
