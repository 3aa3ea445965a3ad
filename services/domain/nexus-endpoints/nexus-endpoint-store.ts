// Endpoints in the database. Every query of a tenant names the account.
import type { Actor, DomainContext, Resource } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { appliedConfigurationOf, configurationOf, type NexusEndpointRow } from "./nexus-endpoint.ts";

/**
 * The endpoint, when the actor may do `action` on it.
 * Errors: NOT_FOUND, in the same words, for one that does not exist, is another account's or may not be seen;
 * PERMISSION_DENIED for one that may be seen but not this.
 */
export async function findEndpoint(
  { actor }: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { endpointId: string; action: string },
): Promise<NexusEndpointRow> {
  const row = await tx.nexusEndpoint.findFirst({
    where: { id: wanted.endpointId, accountId: actor.accountId },
  });
  if (row === null || !maySee(actor, row)) {
    throw new CloudError("NOT_FOUND", "There is no Nexus endpoint with this id in your account.", {
      field: "endpointId",
    });
  }
  checkAllowed(actor, wanted.action, resourceOf(row));
  return row;
}

function maySee(actor: Actor, row: NexusEndpointRow): boolean {
  return actor.can("cloud.nexusendpoint.get", resourceOf(row));
}

function resourceOf({ id, projectId }: NexusEndpointRow): Resource {
  return { id, project: projectId };
}

export interface EndpointQuery {
  targetNamespace: string;
  targetTaskQueue: string;
  name: string;
  projectId: string;
  pageSize: number;
  pageToken: string;
}

/** Endpoints of the account that the actor may see, by id; every filter that is set must match. */
export async function listEndpoints(
  { actor, database }: Pick<DomainContext, "actor" | "database">,
  query: EndpointQuery,
): Promise<{ rows: NexusEndpointRow[]; nextPageToken: string }> {
  const wanted = readPage(query);
  const rows: NexusEndpointRow[] = [];
  let cursor = wanted.after ?? "";
  // Rows that may not be seen are skipped, so a page may take several reads; each read moves the cursor on.
  for (;;) {
    const read = await readEndpoints(database.query, actor.accountId, {
      query,
      after: cursor,
      limit: wanted.size + 1,
    });
    rows.push(...read.filter((row) => maySee(actor, row)));
    cursor = read.at(-1)?.id ?? cursor;
    if (read.length <= wanted.size || rows.length > wanted.size) break;
  }
  return cutPage(rows, wanted, (row) => row.id);
}

function readEndpoints(
  tx: Transaction,
  accountId: string,
  { query, after, limit }: { query: EndpointQuery; after: string; limit: number },
): Promise<NexusEndpointRow[]> {
  return tx.nexusEndpoint.findMany({
    where: {
      accountId,
      id: { gt: after },
      ...(query.name === "" ? {} : { name: query.name }),
      ...(query.projectId === "" ? {} : { projectId: query.projectId }),
      ...(query.targetNamespace === "" ? {} : { targetNamespace: query.targetNamespace }),
      ...(query.targetTaskQueue === "" ? {} : { targetTaskQueue: query.targetTaskQueue }),
    },
    orderBy: { id: "asc" },
    take: limit,
  });
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
