// The project that access is about, when the caller may do something in it.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import type { Project } from "#prisma";
import { CloudError } from "#shared/errors";

/**
 * Errors: NOT_FOUND, in the same words, for one that does not exist, is another account's or may not be seen;
 * PERMISSION_DENIED for one that may be seen but not this.
 */
export async function findProject(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { projectId: string; action: string },
): Promise<Project> {
  const { actor } = context;
  const row = await tx.project.findFirst({
    where: { id: wanted.projectId, accountId: actor.accountId, state: "ACTIVE" },
  });
  if (row === null || !actor.can("cloud.project.get", { project: row.id })) {
    throw new CloudError("NOT_FOUND", "There is no project with this id.", { field: "projectId" });
  }
  checkAllowed(actor, wanted.action, { project: row.id });
  return row;
}
