// Endpoints in the database. Every query of a tenant names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { appliedConfigurationOf, configurationOf, type NexusEndpointRow } from "./nexus-endpoint.ts";

/** Errors: NOT_FOUND, in the same words for one that does not exist and for another account's. */
export async function findEndpoint(
  tx: Transaction,
  key: { accountId: string; endpointId: string },
): Promise<NexusEndpointRow> {
  const row = await tx.nexusEndpoint.findFirst({ where: { id: key.endpointId, accountId: key.accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no Nexus endpoint with this id in your account.", {
    field: "endpointId",
  });
}

export interface EndpointQuery {
  targetNamespace: string;
  targetTaskQueue: string;
  name: string;
  projectId: string;
  pageSize: number;
  pageToken: string;
}

/** Endpoints of the account by id; every filter that is set must match. */
export async function listEndpoints(
  { actor, database }: Pick<DomainContext, "actor" | "database">,
  query: EndpointQuery,
): Promise<{ rows: NexusEndpointRow[]; nextPageToken: string }> {
  const wanted = readPage(query);
  const rows = await database.query.nexusEndpoint.findMany({
    where: {
      accountId: actor.accountId,
      id: { gt: wanted.after ?? "" },
      ...(query.name === "" ? {} : { name: query.name }),
      ...(query.projectId === "" ? {} : { projectId: query.projectId }),
      ...(query.targetNamespace === "" ? {} : { targetNamespace: query.targetNamespace }),
      ...(query.targetTaskQueue === "" ? {} : { targetTaskQueue: query.targetTaskQueue }),
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  return cutPage(rows, wanted, (row) => row.id);
}

/**
 * Refuses a name that another endpoint of the account has or, while it is changed, had: the change may be taken back.
 * The account's lock is held, and a unique index guards the name besides. Errors: ALREADY_EXISTS.
 */
export async function checkNameIsFree(
  tx: Transaction,
  wanted: { accountId: string; name: string; endpointId?: string },
): Promise<NexusEndpointRow[]> {
  const present = await tx.nexusEndpoint.findMany({ where: { accountId: wanted.accountId } });
  const isTaken = present.some(
    (row) =>
      row.id !== wanted.endpointId &&
      (configurationOf(row).name === wanted.name || appliedConfigurationOf(row)?.name === wanted.name),
  );
  if (!isTaken) return present;
  throw new CloudError("ALREADY_EXISTS", `The account has a Nexus endpoint named ${wanted.name} already.`, {
    field: "spec.name",
  });
}

/** Endpoints of all accounts that no operation works on, by id: for the reconciler. */
export function listSettledEndpoints(
  tx: Transaction,
  page: { after: string; limit: number },
): Promise<NexusEndpointRow[]> {
  return tx.nexusEndpoint.findMany({
    where: { id: { gt: page.after }, state: "ACTIVE", asyncOperationId: "" },
    orderBy: { id: "asc" },
    take: page.limit,
  });
}

/** Those of the ids that are in the record. */
export async function knownEndpoints(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.nexusEndpoint.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}
