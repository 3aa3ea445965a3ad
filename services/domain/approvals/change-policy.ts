// Makes, changes and removes consensus policies. A change of one waits for approval under that very policy: the frame
// of mutations sees to it, as for every other guarded change.
import { isDeepStrictEqual } from "node:util";
import type { cloudV1 } from "#contracts";
import type { PolicySpec } from "#domain/consensus";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation, type Mutation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { peopleFor } from "./eligible-people.ts";
import { policyOf, readPolicySpec } from "./policy-message.ts";
import { findPolicy, POLICIES_MAX } from "./policy-store.ts";

export async function createConsensusPolicy(
  context: DomainContext,
  request: cloudV1.ICreateConsensusPolicyRequest,
): Promise<cloudV1.ICreateConsensusPolicyResponse> {
  const { accountId, principalId } = context.actor;
  const { operation } = await mutate(context, mutationOf("create", request), async (tx) => {
    const spec = readPolicySpec(request.spec ?? {});
    await checkPossible(tx, accountId, spec);
    if ((await tx.consensusPolicy.count({ where: { accountId } })) >= POLICIES_MAX) {
      throw new CloudError(
        "RESOURCE_EXHAUSTED",
        `An account has at most ${POLICIES_MAX} consensus policies.`,
      );
    }
    const now = new Date(context.clock.now());
    const id = context.ids.uuid();
    await tx.consensusPolicy.create({
      data: {
        ...{ id, accountId, spec: spec as unknown as Prisma.InputJsonObject },
        ...{ createdBy: principalId, createdAt: now, updatedAt: now },
      },
    });
    await touchDirectory(tx);
    return { resourceId: id, after: spec as unknown as Prisma.InputJsonObject };
  });
  return { policyId: operation.resourceId, asyncOperation: toAsyncOperation(operation) };
}

export async function updateConsensusPolicy(
  context: DomainContext,
  request: cloudV1.IUpdateConsensusPolicyRequest,
): Promise<cloudV1.IUpdateConsensusPolicyResponse> {
  const { accountId } = context.actor;
  const { operation } = await mutate(context, mutationOf("update", request), async (tx) => {
    const row = await findPolicy(tx, { accountId, policyId: request.policyId ?? "" });
    checkResourceVersion(row, request.resourceVersion);
    const spec = readPolicySpec(request.spec ?? {});
    const before = policyOf(row).spec;
    if (isDeepStrictEqual(spec, before)) throw nothingToChange();
    await checkPossible(tx, accountId, spec);
    await tx.consensusPolicy.update({
      where: { id: row.id },
      data: {
        spec: spec as unknown as Prisma.InputJsonObject,
        resourceVersion: { increment: 1 },
        updatedAt: new Date(context.clock.now()),
      },
    });
    await touchDirectory(tx);
    return {
      resourceId: row.id,
      before: before as unknown as Prisma.InputJsonObject,
      after: spec as unknown as Prisma.InputJsonObject,
    };
  });
  return { asyncOperation: toAsyncOperation(operation) };
}

export async function deleteConsensusPolicy(
  context: DomainContext,
  request: cloudV1.IDeleteConsensusPolicyRequest,
): Promise<cloudV1.IDeleteConsensusPolicyResponse> {
  const { accountId } = context.actor;
  const { operation } = await mutate(context, mutationOf("delete", request), async (tx) => {
    const row = await findPolicy(tx, { accountId, policyId: request.policyId ?? "" });
    checkResourceVersion(row, request.resourceVersion);
    await tx.consensusPolicy.delete({ where: { id: row.id } });
    await touchDirectory(tx);
    return { resourceId: row.id, before: row.spec as Prisma.InputJsonObject };
  });
  return { asyncOperation: toAsyncOperation(operation) };
}

function mutationOf(
  verb: "create" | "update" | "delete",
  message: { policyId?: string | null; asyncOperationId?: string | null },
): Mutation {
  const operationType = `${{ create: "Create", update: "Update", delete: "Delete" }[verb]}ConsensusPolicy`;
  return {
    action: `cloud.consensuspolicy.${verb}`,
    operationType,
    operationId: message.asyncOperationId,
    request: { typeName: `cellplane.cloud.v1.${operationType}Request`, message },
    resourceType: "consensuspolicy",
    resourceId: message.policyId ?? "",
  };
}

/** A policy that too few people could satisfy would close its namespaces for ever. Errors: INVALID_ARGUMENT. */
async function checkPossible(tx: Transaction, accountId: string, spec: PolicySpec): Promise<void> {
  const known = await tx.namespace.findMany({
    where: { accountId, id: { in: spec.namespaces } },
    select: { id: true },
  });
  const missing = spec.namespaces.find((name) => !known.some(({ id }) => id === name));
  if (missing !== undefined) {
    throw refused("namespaces", `there is no namespace ${JSON.stringify(missing.slice(0, 80))}`);
  }
  const people = await peopleFor(tx, { accountId });
  const able = people.filter(({ id }) => spec.approverIds.length === 0 || spec.approverIds.includes(id));
  const stranger = spec.approverIds.find((wanted) => !people.some(({ id }) => id === wanted));
  if (stranger !== undefined) {
    throw refused("approverUserIds", "each must be an active owner or global admin of the account");
  }
  if (able.length > spec.approvals) return;
  throw refused(
    "approvals",
    `only ${able.length} people may approve, and whoever asks is never one of them: at least ${spec.approvals + 1} are needed`,
  );
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}
