// Creates a project, empty.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { checkAllowed } from "#domain/roles";
import type { Prisma } from "#prisma";
import { parseProject } from "./parse-project.ts";

const ACTION = "cloud.project.create";
const ID_LENGTH = 12;

export async function createProject(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateProjectRequest,
): Promise<temporal.api.cloud.cloudservice.v1.ICreateProjectResponse> {
  const { accountId } = context.actor;
  checkAllowed(context.actor, ACTION);
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateProject",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.CreateProjectRequest", message: request },
      resourceType: "project",
    },
    async (tx) => {
      const spec = parseProject(request.spec ?? {});
      const present = await tx.project.count({ where: { accountId, state: "ACTIVE" } });
      await checkQuota(tx, { accountId, name: "projectsPerAccount", count: present });
      const id = `${accountId}-${context.ids.short(ID_LENGTH)}`;
      const now = new Date(context.clock.now());
      await tx.project.create({
        data: { id, accountId, ...spec, state: "ACTIVE", createdAt: now, updatedAt: now },
      });
      return { resourceId: id, after: { ...spec } satisfies Prisma.InputJsonObject };
    },
  );
  return { projectId: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}
