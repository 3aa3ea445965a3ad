// Projects in the database. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { defaultProjectId } from "./default-project.ts";
import type { ProjectRow } from "./project.ts";

/** The project that a new thing belongs to: the named one, or the account's default. Errors: NOT_FOUND. */
export async function findProjectOf(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  projectId: string,
): Promise<ProjectRow> {
  const { accountId } = context.actor;
  const id = projectId === "" ? defaultProjectId(accountId) : projectId;
  const row = await tx.project.findFirst({ where: { id, accountId, state: "ACTIVE" } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no project with this id.", { field: "projectId" });
}

/**
 * The project, when the actor may do `action` on it.
 * Errors: NOT_FOUND for one that is not there, another account's or not to be seen; PERMISSION_DENIED.
 */
export async function findProject(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { projectId: string; action: string },
): Promise<ProjectRow> {
  const { actor } = context;
  const id = wanted.projectId;
  const row = await tx.project.findFirst({ where: { id, accountId: actor.accountId, state: "ACTIVE" } });
  if (row === null || !actor.can("cloud.project.get", { project: id })) {
    throw new CloudError("NOT_FOUND", "There is no project with this id.", { field: "projectId" });
  }
  checkAllowed(actor, wanted.action, { project: id });
  return row;
}

/** Projects that the actor may see, in ascending order of their ids; empty `ids` do not restrict. */
export async function listProjects(
  context: Pick<DomainContext, "actor" | "database">,
  query: { ids: readonly string[]; pageSize: number; pageToken: string },
): Promise<{ rows: ProjectRow[]; nextPageToken: string }> {
  const { actor, database } = context;
  const wanted = readPage(query);
  const all = await database.query.project.findMany({
    where: {
      accountId: actor.accountId,
      state: "ACTIVE",
      id: { gt: wanted.after ?? "", ...(query.ids.length === 0 ? {} : { in: [...query.ids] }) },
    },
    orderBy: { id: "asc" },
  });
  // A quota keeps an account's projects few, so that all of them are read.
  const rows = all.filter(({ id }) => actor.can("cloud.project.get", { project: id }));
  return cutPage(rows, wanted, (row) => row.id);
}

/** Errors: FAILED_PRECONDITION when the client read an older state than the present one. */
export function checkProjectVersion(row: ProjectRow, given: string | null | undefined): void {
  if (given === String(row.resourceVersion)) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    given == null || given === ""
      ? "resource_version is required: send the one that GetProject answered."
      : "The project has changed since it was read: read it again and send its resource_version.",
    { field: "resourceVersion" },
  );
}
