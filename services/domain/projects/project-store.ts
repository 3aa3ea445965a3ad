// Projects in the database. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { Project } from "#prisma";
import { CloudError } from "#shared/errors";
import { defaultProjectId } from "./default-project.ts";

/** The project that a new thing belongs to: the named one, or the account's default. Errors: NOT_FOUND. */
export async function findProjectOf(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  projectId: string,
): Promise<Project> {
  const { accountId } = context.actor;
  const id = projectId === "" ? defaultProjectId(accountId) : projectId;
  const row = await tx.project.findFirst({ where: { id, accountId, state: "ACTIVE" } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no project with this id.", { field: "projectId" });
}
