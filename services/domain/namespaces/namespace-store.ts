// Namespaces in the database. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import type { NamespaceRow } from "./namespace.ts";

/**
 * The namespace, when the actor may do `action` on it.
 * Errors: NOT_FOUND, in the same words, for one that does not exist, is another account's or may not be seen;
 * PERMISSION_DENIED for one that may be seen but not this.
 */
export async function findNamespace(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { namespace: string; action: string },
): Promise<NamespaceRow> {
  const { actor } = context;
  const row = await tx.namespace.findFirst({ where: { id: wanted.namespace, accountId: actor.accountId } });
  if (row === null || !actor.can("cloud.namespace.get", { namespace: row.id })) {
    throw new CloudError("NOT_FOUND", "There is no namespace with this id. Ids look like <name>.<account>.", {
      field: "namespace",
    });
  }
  checkAllowed(actor, wanted.action, { namespace: row.id });
  return row;
}

/** Namespaces of the account that the actor may see, in ascending order of their names. */
export async function listNamespaces(
  context: Pick<DomainContext, "actor" | "database">,
  query: { name: string; projectId: string; pageSize: number; pageToken: string },
): Promise<{ rows: NamespaceRow[]; nextPageToken: string }> {
  const { actor, database } = context;
  const wanted = readPage(query);
  const rows: NamespaceRow[] = [];
  let cursor = wanted.after ?? "";
  // Rows that may not be seen are skipped, so a page may take several reads; each read moves the cursor on.
  for (;;) {
    const read = await database.query.namespace.findMany({
      where: {
        accountId: actor.accountId,
        id: { gt: cursor },
        ...(query.name === "" ? {} : { name: query.name }),
        ...(query.projectId === "" ? {} : { projectId: query.projectId }),
      },
      orderBy: { id: "asc" },
      take: wanted.size + 1,
    });
    for (const row of read) {
      if (actor.can("cloud.namespace.get", { namespace: row.id })) rows.push(row);
      cursor = row.id;
    }
    if (read.length <= wanted.size || rows.length > wanted.size) break;
  }
  return cutPage(rows, wanted, (row) => row.id);
}

/** Namespaces of all accounts that no operation works on, by id: for the reconciler. */
export function listSettled(
  tx: Transaction,
  page: { after: string; limit: number },
): Promise<NamespaceRow[]> {
  return tx.namespace.findMany({
    where: { id: { gt: page.after }, state: "ACTIVE", asyncOperationId: "" },
    orderBy: { id: "asc" },
    take: page.limit,
  });
}

/** Whether this very namespace, not a later one of the same name, is still in the record. */
export async function isKnown(tx: Transaction, namespace: NamespaceRow): Promise<boolean> {
  const where = { id: namespace.id, accountId: namespace.accountId, namespaceId: namespace.namespaceId };
  return (await tx.namespace.count({ where })) > 0;
}
