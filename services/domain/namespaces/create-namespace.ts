// Creates a namespace: takes the name, chooses a cell, gives the creator its permission, and leaves the rest to a workflow.
import type { temporal } from "#contracts";
import { chooseCell } from "#domain/cells";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, toAsyncOperation } from "#domain/operations";
import { defaultProjectId, findProjectOf } from "#domain/projects";
import { checkQuota, ON_DEMAND_LIMITS } from "#domain/quotas";
import type { Prisma } from "#prisma";
import { checkAllowed, grantNamespaceAccess } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { newCapacityRequest } from "./capacity.ts";
import { checkRegions } from "./change-guards.ts";
import { checkConnectivityRules } from "./connectivity.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { withWarnings } from "./get-warnings.ts";
import { parseName, parseSpec } from "./parse-spec.ts";
import { changeTags, checkTagKeys, type Tags } from "./tags.ts";

const ACTION = "cloud.namespace.create";

interface Intent {
  name: string;
  configuration: NamespaceConfiguration;
  tags: Tags;
  projectId: string;
}

export async function createNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.ICreateNamespaceResponse> {
  const projectId = request.projectId ?? "";
  const project = projectId === "" ? defaultProjectId(context.actor.accountId) : projectId;
  checkAllowed(context.actor, ACTION, { project });
  // Before the transaction: a directory may take its time.
  const memberships = (await context.provisioningGate?.check(context)) ?? [];
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateNamespace",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.CreateNamespaceRequest", message: request },
      resourceType: "namespace",
      resourceId: `${request.spec?.name ?? ""}.${context.actor.accountId}`,
    },
    async (tx, operationId) => {
      const intent = {
        name: parseName(request.spec ?? {}),
        configuration: await parseSpec(request.spec ?? {}, context.clock.now()),
        tags: changeTags({}, { upsert: request.tags ?? {}, remove: [] }),
        projectId: (await findProjectOf(context, tx, projectId)).id,
      };
      await checkTagKeys(tx, { accountId: context.actor.accountId, namespace: "", tags: intent.tags });
      await checkRegions(tx, intent.configuration.regions);
      await checkConnectivityRules(tx, context.actor, intent.configuration);
      const id = await takeName(context, tx, { ...intent, operationId });
      return {
        resourceId: id,
        after: {
          name: intent.name,
          ...withWarnings(intent.configuration, context.clock.now()),
          ...(memberships.length === 0 ? {} : { passedGates: memberships }),
        },
        workflow: { workflowType: "createNamespace", input: { namespace: id } },
      };
    },
  );
  return { namespace: mutated.operation.resourceId, asyncOperation: toAsyncOperation(mutated.operation) };
}

/** The account's lock is held, and the primary key guards the name besides. Errors: ALREADY_EXISTS. */
async function takeName(
  context: DomainContext,
  tx: Transaction,
  intent: Intent & { operationId: string },
): Promise<string> {
  const { accountId, principalType, principalId } = context.actor;
  const id = `${intent.name}.${accountId}`;
  const present = await tx.namespace.findMany({ where: { accountId }, select: { id: true } });
  if (present.some((row) => row.id === id)) {
    throw new CloudError("ALREADY_EXISTS", `The account has a namespace named ${intent.name} already.`, {
      field: "spec.name",
    });
  }
  await checkQuota(tx, { accountId, name: "namespacesPerAccount", count: present.length });
  const cell = await chooseCell(tx, intent.configuration.regions[0] ?? "");
  const now = new Date(context.clock.now());
  const capacityRequest = newCapacityRequest(
    { before: null, after: intent.configuration.capacity },
    { operationId: intent.operationId, now: now.getTime() },
  );
  await tx.namespace.create({
    data: {
      id,
      accountId,
      name: intent.name,
      projectId: intent.projectId,
      namespaceId: context.ids.uuid(),
      cellId: cell.id,
      state: "ACTIVATING",
      asyncOperationId: intent.operationId,
      spec: intent.configuration as unknown as Prisma.InputJsonObject,
      tags: intent.tags,
      renamedAttributes: {},
      ...ON_DEMAND_LIMITS,
      ...(capacityRequest === undefined
        ? {}
        : { capacityRequest: capacityRequest as unknown as Prisma.InputJsonObject }),
      createdBy: principalId,
      createdAt: now,
      updatedAt: now,
    },
  });
  if (principalType === "user" || principalType === "service_account") {
    const principal = { accountId, principalType, principalId };
    await grantNamespaceAccess(tx, { ...principal, namespace: id, permission: "admin" });
  }
  return id;
}
