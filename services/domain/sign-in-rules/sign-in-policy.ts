// The account's demand of a second factor: read, changed, and asked for each session.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import {
  checkResourceVersion,
  nothingToChange,
  resourceVersionOf,
  specMissing,
} from "#shared/resource-version";

export async function getSignInPolicy(context: DomainContext): Promise<cloudV1.ISignInPolicy> {
  const row = await findAccount(context.database.query, context.actor.accountId);
  return {
    spec: { secondFactorRequired: row.requiresSecondFactor },
    resourceVersion: resourceVersionOf(row),
  };
}

export async function updateSignInPolicy(
  context: DomainContext,
  request: cloudV1.IUpdateSignInPolicyRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    ...{ action: "cloud.signinpolicy.update", operationType: "UpdateSignInPolicy" },
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.UpdateSignInPolicyRequest", message: request },
    ...{ resourceType: "account", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findAccount(tx, accountId);
    checkResourceVersion(row, request.resourceVersion);
    if (request.spec == null) throw specMissing();
    const requiresSecondFactor = request.spec.secondFactorRequired ?? false;
    if (requiresSecondFactor === row.requiresSecondFactor) throw nothingToChange();
    await tx.account.update({
      where: { id: accountId },
      data: {
        ...{ requiresSecondFactor, asyncOperationId },
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    return {
      resourceId: accountId,
      before: { secondFactorRequired: row.requiresSecondFactor },
      after: { secondFactorRequired: requiresSecondFactor },
    };
  });
  return operation;
}

/** Whether a person who came in by a password has to set a second factor up before anything else. */
export async function isSecondFactorDue(
  tx: Transaction,
  person: { accountId: string; userId: string },
): Promise<boolean> {
  if (!(await isSecondFactorRequired(tx, person.accountId))) return false;
  const { accountId, userId } = person;
  const confirmed = await tx.secondFactor.count({
    where: { accountId, userId, confirmedAt: { not: null } },
  });
  return confirmed === 0 && (await tx.passkey.count({ where: { accountId, userId } })) === 0;
}

export async function isSecondFactorRequired(tx: Transaction, accountId: string): Promise<boolean> {
  const row = await tx.account.findUnique({
    where: { id: accountId },
    select: { requiresSecondFactor: true },
  });
  return row?.requiresSecondFactor ?? false;
}

async function findAccount(
  tx: Transaction,
  accountId: string,
): Promise<{ requiresSecondFactor: boolean; resourceVersion: number }> {
  const row = await tx.account.findUnique({
    where: { id: accountId },
    select: { requiresSecondFactor: true, resourceVersion: true },
  });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "You are not part of an account.");
}
