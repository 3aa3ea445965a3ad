// Sinks in the database for the public API. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import type { ExportSinkRow } from "./export-sink.ts";

/** Errors: NOT_FOUND. */
export async function findSink(
  tx: Transaction,
  key: { accountId: string; namespace: string; name: string },
): Promise<ExportSinkRow> {
  const row = await tx.exportSink.findFirst({ where: key });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "The namespace has no export sink with this name.", { field: "name" });
}

/** Sinks of a namespace by name. */
export async function listSinks(
  { actor, database }: Pick<DomainContext, "actor" | "database">,
  query: { namespace: string; pageSize: number; pageToken: string },
): Promise<{ rows: ExportSinkRow[]; nextPageToken: string }> {
  const wanted = readPage(query);
  const rows = await database.query.exportSink.findMany({
    where: {
      accountId: actor.accountId,
      namespace: query.namespace,
      name: { gt: wanted.after ?? "" },
    },
    orderBy: { name: "asc" },
    take: wanted.size + 1,
  });
  return cutPage(rows, wanted, (row) => row.name);
}
