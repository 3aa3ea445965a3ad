// Creates a connectivity rule. Nothing is reachable otherwise because of it: a namespace must name it first.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, toAsyncOperation } from "#domain/operations";
import { findProjectOf } from "#domain/projects";
import { checkQuota } from "#domain/quotas";
import { listRegions } from "#domain/regions";
import { checkAllowed } from "#domain/roles";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { specOf, type ConnectivitySpec } from "./connectivity-rule.ts";
import { parseRule } from "./parse-rule.ts";
import { allRules, isOpenPublic } from "./rule-store.ts";

const ACTION = "cloud.connectivityrule.create";
const ID_LENGTH = 16;

export async function createConnectivityRule(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateConnectivityRuleRequest,
): Promise<temporal.api.cloud.cloudservice.v1.ICreateConnectivityRuleResponse> {
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateConnectivityRule",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateConnectivityRuleRequest",
        message: request,
      },
      resourceType: "connectivity_rule",
    },
    async (tx) => {
      const regions = new Map((await listRegions(tx)).map(({ id, provider }) => [id, provider]));
      const spec = parseRule(request.spec ?? {}, (region) => regions.get(region));
      const project = await findProjectOf(context, tx, request.projectId ?? "");
      checkAllowed(context.actor, ACTION, { project: project.id });
      const id = await insertRule(context, tx, { spec, projectId: project.id });
      return { resourceId: id, after: { ...spec, projectId: project.id } };
    },
  );
  return {
    connectivityRuleId: mutated.operation.resourceId,
    asyncOperation: toAsyncOperation(mutated.operation),
  };
}

/** The account's lock is held, so the look before the insert is enough. Errors: ALREADY_EXISTS, RESOURCE_EXHAUSTED. */
async function insertRule(
  context: DomainContext,
  tx: Transaction,
  rule: { spec: ConnectivitySpec; projectId: string },
): Promise<string> {
  const { accountId } = context.actor;
  const present = await allRules(tx, accountId);
  await checkQuota(tx, { accountId, name: "connectivityRulesPerAccount", count: present.length });
  const twin = present.find((row) => isTwin(specOf(row), rule.spec, isOpenPublic(row)));
  if (twin !== undefined) {
    throw new CloudError(
      "ALREADY_EXISTS",
      rule.spec.kind === "public"
        ? `The account has the public rule ${twin.id} already. A second one needs a source address list on the first.`
        : `The account has the rule ${twin.id} for this connection already.`,
      { field: "spec" },
    );
  }
  const now = new Date(context.clock.now());
  const id = `cr-${context.ids.short(ID_LENGTH)}`;
  await tx.connectivityRule.create({
    data: {
      id,
      accountId,
      projectId: rule.projectId,
      spec: rule.spec as unknown as Prisma.InputJsonObject,
      sourceCidrs: [],
      createdAt: now,
      updatedAt: now,
    },
  });
  return id;
}

/** One rule per private connection, and one public rule that is open to everybody. */
function isTwin(held: ConnectivitySpec, wanted: ConnectivitySpec, isOpen: boolean): boolean {
  if (held.kind === "public" || wanted.kind === "public") return held.kind === wanted.kind && isOpen;
  return held.connectionId === wanted.connectionId && held.region === wanted.region;
}
