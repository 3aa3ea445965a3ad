// Updates a project's spec as a whole: what the spec omits is cleared.
import { isDeepStrictEqual } from "node:util";
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { parseProject } from "./parse-project.ts";
import { checkProjectVersion, findProject } from "./project-store.ts";

const ACTION = "cloud.project.update";

export async function updateProject(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateProjectRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateProjectResponse> {
  const projectId = request.projectId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateProject",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateProjectRequest", message: request },
      resourceType: "project",
      resourceId: projectId,
    },
    async (tx) => {
      const row = await findProject(context, tx, { projectId, action: ACTION });
      checkProjectVersion(row, request.resourceVersion);
      const after = parseProject(request.spec ?? {});
      const { displayName, description, deleteProtection } = row;
      const before = { displayName, description, deleteProtection };
      // Clients recognise this text.
      if (isDeepStrictEqual(before, after)) throw new CloudError("INVALID_ARGUMENT", "nothing to change");
      await tx.project.update({
        where: { id: row.id },
        data: { ...after, resourceVersion: { increment: 1 }, updatedAt: new Date(context.clock.now()) },
      });
      return { resourceId: row.id, before, after: { ...after } };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
