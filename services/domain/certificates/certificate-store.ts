// Certificates in the database. Every query names the account, and the namespace decides who may see one.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import type { CertificateRow } from "./certificate.ts";

/** Errors: NOT_FOUND for one that does not exist or may not be seen; PERMISSION_DENIED for `action` on a visible one. */
export async function findCertificate(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { certificateId: string; action: string },
): Promise<CertificateRow> {
  const { actor } = context;
  const row = await tx.certificate.findFirst({
    where: { id: wanted.certificateId, accountId: actor.accountId },
  });
  if (row === null || !actor.can("cloud.certificate.get", { namespace: row.namespace })) {
    throw new CloudError("NOT_FOUND", "There is no certificate with this id.", { field: "certificateId" });
  }
  checkAllowed(actor, wanted.action, { namespace: row.namespace });
  return row;
}

/** The newest issued renewal of a certificate, or itself. */
export async function latestOf(tx: Transaction, row: CertificateRow): Promise<CertificateRow> {
  const { accountId, lineageId } = row;
  const latest = await tx.certificate.findFirst({
    where: { accountId, lineageId, state: "ACTIVE" },
    orderBy: { notAfter: "desc" },
  });
  return latest ?? row;
}

/** Certificates that the actor may see, by id. */
export async function listCertificates(
  context: Pick<DomainContext, "actor" | "database">,
  query: { namespace: string; pageSize: number; pageToken: string },
): Promise<{ rows: CertificateRow[]; nextPageToken: string }> {
  const { actor, database } = context;
  const wanted = readPage(query);
  const visible = await visibleNamespaces(context, query.namespace);
  const rows = await database.query.certificate.findMany({
    where: { accountId: actor.accountId, id: { gt: wanted.after ?? "" }, namespace: { in: visible } },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  return cutPage(rows, wanted, (row) => row.id);
}

/** Certificates outlive their namespace, so the names are taken from them. */
async function visibleNamespaces(
  context: Pick<DomainContext, "actor" | "database">,
  namespace: string,
): Promise<string[]> {
  const { actor, database } = context;
  const found = await database.query.certificate.findMany({
    where: { accountId: actor.accountId, ...(namespace === "" ? {} : { namespace }) },
    select: { namespace: true },
    distinct: ["namespace"],
  });
  return found
    .map((row) => row.namespace)
    .filter((name) => actor.can("cloud.certificate.get", { namespace: name }));
}
