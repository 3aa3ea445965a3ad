// Reads the service accounts that are bound to a project, in ascending order of their ids.
import type { temporal } from "#contracts";
import { findProject } from "#domain/access";
import type { DomainContext } from "#domain/context";
import { readPrincipalAccess } from "#domain/roles";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { toServiceAccount } from "./service-account.ts";

const ACTION = "cloud.project.getServiceAccountProjectAssignments";

/** Errors: NOT_FOUND for a project that the caller may not see, PERMISSION_DENIED. */
export async function getProjectScopedServiceAccounts(
  context: DomainContext,
  request: PageRequest & { projectId?: string | null },
): Promise<{
  serviceAccounts: temporal.api.cloud.identity.v1.IServiceAccount[];
  nextPageToken: string;
}> {
  const { query } = context.database;
  const project = await findProject(context, query, { projectId: request.projectId ?? "", action: ACTION });
  const { accountId } = context.actor;
  const wanted = readPage(request);
  const rows = await query.serviceAccount.findMany({
    where: {
      ...{ accountId, state: "ACTIVE", scope: "project", scopeId: project.id },
      ...(wanted.after === undefined ? {} : { id: { gt: wanted.after } }),
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.id);
  const accesses = await readPrincipalAccess(query, accountId, page.rows);
  const serviceAccounts = page.rows.flatMap((row) => {
    const access = accesses.get(row.id);
    return access === undefined ? [] : [toServiceAccount(row, access)];
  });
  return { serviceAccounts, nextPageToken: page.nextPageToken };
}
