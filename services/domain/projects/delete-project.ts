// Deletes a project that nothing belongs to, with the roles that were given on it.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import { dropProjectAccess } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { defaultProjectId } from "./default-project.ts";
import type { ProjectRow } from "./project.ts";
import { checkProjectVersion, findProject } from "./project-store.ts";

const ACTION = "cloud.project.delete";

export async function deleteProject(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteProjectRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IDeleteProjectResponse> {
  const projectId = request.projectId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteProject",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.DeleteProjectRequest", message: request },
      resourceType: "project",
      resourceId: projectId,
    },
    async (tx) => {
      const row = await findProject(context, tx, { projectId, action: ACTION });
      checkProjectVersion(row, request.resourceVersion);
      checkMayGo(row);
      await checkEmpty(tx, row);
      await dropProjectAccess(tx, { accountId: row.accountId, projectId: row.id });
      await tx.project.delete({ where: { id: row.id } });
      await touchDirectory(tx);
      return { resourceId: row.id, before: { displayName: row.displayName, description: row.description } };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

function checkMayGo(row: ProjectRow): void {
  if (row.id === defaultProjectId(row.accountId)) {
    throw new CloudError("FAILED_PRECONDITION", "The default project of an account cannot be deleted.");
  }
  if (!row.deleteProtection) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "The project is protected from deletion. Disable lifecycle.enable_delete_protection first.",
  );
}

/** Reads the rows of other nouns directly: they depend on this one. The account's lock keeps new ones away. */
async function checkEmpty(tx: Transaction, row: ProjectRow): Promise<void> {
  const where = { accountId: row.accountId, projectId: row.id };
  const left = [
    ["namespaces", await tx.namespace.count({ where })],
    ["connectivity rules", await tx.connectivityRule.count({ where })],
    ["Nexus endpoints", await tx.nexusEndpoint.count({ where })],
    [
      "service accounts",
      await tx.serviceAccount.count({
        where: { accountId: row.accountId, scope: "project", scopeId: row.id, state: { not: "DELETED" } },
      }),
    ],
  ] as const;
  const held = left.filter(([, count]) => count > 0).map(([noun, count]) => `${count} ${noun}`);
  if (held.length === 0) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `The project still has ${held.join(" and ")}. Delete them first: what belongs to a project cannot move.`,
  );
}
