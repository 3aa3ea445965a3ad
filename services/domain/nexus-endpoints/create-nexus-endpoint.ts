// Creates an endpoint: takes the name in the account, and leaves its cells to a workflow.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, toAsyncOperation } from "#domain/operations";
import { defaultProjectId } from "#domain/projects";
import { checkQuota } from "#domain/quotas";
import { checkAllowed } from "#domain/roles";
import type { Prisma } from "#prisma";
import type { EndpointConfiguration } from "./configuration.ts";
import { checkAdministersTarget, checkNamespaces, checkProject } from "./endpoint-guards.ts";
import { checkNameIsFree } from "./nexus-endpoint-store.ts";
import { columnsOf } from "./nexus-endpoint.ts";
import { parseSpec } from "./parse-spec.ts";

const ACTION = "cloud.nexusendpoint.create";

export async function createNexusEndpoint(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateNexusEndpointRequest,
): Promise<temporal.api.cloud.cloudservice.v1.ICreateNexusEndpointResponse> {
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateNexusEndpoint",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateNexusEndpointRequest",
        message: request,
      },
      resourceType: "nexusendpoint",
    },
    async (tx, operationId) => {
      const configuration = parseSpec(request.spec ?? {});
      await checkNamespaces(tx, context.actor.accountId, configuration);
      checkAdministersTarget(context, configuration.target.namespace);
      const projectId = request.projectId || defaultProjectId(context.actor.accountId);
      await checkProject(tx, { accountId: context.actor.accountId, projectId });
      checkAllowed(context.actor, ACTION, { project: projectId });
      const endpointId = await insert(context, tx, { configuration, projectId, operationId });
      return {
        resourceId: endpointId,
        after: configuration as unknown as Prisma.InputJsonObject,
        workflow: { workflowType: "createNexusEndpoint", input: { endpointId } },
      };
    },
  );
  return { endpointId: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}

async function insert(
  context: DomainContext,
  tx: Transaction,
  intent: { configuration: EndpointConfiguration; projectId: string; operationId: string },
): Promise<string> {
  const { accountId } = context.actor;
  const { configuration, projectId, operationId } = intent;
  const present = await checkNameIsFree(tx, { accountId, name: configuration.name });
  await checkQuota(tx, { accountId, name: "nexusEndpointsPerAccount", count: present.length });
  const id = context.ids.uuid();
  const now = new Date(context.clock.now());
  await tx.nexusEndpoint.create({
    data: {
      id,
      accountId,
      projectId,
      ...columnsOf(configuration),
      state: "ACTIVATING",
      asyncOperationId: operationId,
      spec: configuration as unknown as Prisma.InputJsonObject,
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}
