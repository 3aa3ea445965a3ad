// The account's rules for API keys: whether new ones are made, and whether any is accepted at all.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import {
  checkResourceVersion,
  nothingToChange,
  resourceVersionOf,
  specMissing,
} from "#shared/resource-version";

export async function getApiKeyPolicy(context: DomainContext): Promise<cloudV1.IApiKeyPolicy> {
  const row = await findAccount(context.database.query, context.actor.accountId);
  return {
    spec: { creationDisabled: row.isApiKeyCreationDisabled, useDisabled: row.isApiKeyUseDisabled },
    resourceVersion: resourceVersionOf(row),
  };
}

/** The version is the account's. The directory carries the change to the gateways (T2). */
export async function updateApiKeyPolicy(
  context: DomainContext,
  request: cloudV1.IUpdateApiKeyPolicyRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.account.update",
    operationType: "UpdateApiKeyPolicy",
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.UpdateApiKeyPolicyRequest", message: request },
    resourceType: "account",
    resourceId: accountId,
  };
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findAccount(tx, accountId);
    checkResourceVersion(row, request.resourceVersion);
    if (request.spec == null) throw specMissing();
    const isApiKeyCreationDisabled = request.spec?.creationDisabled ?? false;
    const isApiKeyUseDisabled = request.spec?.useDisabled ?? false;
    const isSame =
      isApiKeyCreationDisabled === row.isApiKeyCreationDisabled &&
      isApiKeyUseDisabled === row.isApiKeyUseDisabled;
    if (isSame) throw nothingToChange();
    await tx.account.update({
      where: { id: accountId },
      data: {
        ...{ isApiKeyCreationDisabled, isApiKeyUseDisabled, asyncOperationId },
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    await touchDirectory(tx);
    return {
      resourceId: accountId,
      before: { creationDisabled: row.isApiKeyCreationDisabled, useDisabled: row.isApiKeyUseDisabled },
      after: { creationDisabled: isApiKeyCreationDisabled, useDisabled: isApiKeyUseDisabled },
    };
  });
  return operation;
}

/** Errors: FAILED_PRECONDITION when the account takes no new keys. */
export async function checkKeyCreation(tx: Transaction, accountId: string): Promise<void> {
  const row = await findAccount(tx, accountId);
  if (!row.isApiKeyCreationDisabled && !row.isApiKeyUseDisabled) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "New API keys are turned off for this account. An administrator can turn them on again.",
  );
}

/** Whether keys of the account are accepted at all. */
export async function areKeysAccepted(tx: Transaction, accountId: string): Promise<boolean> {
  return !(await findAccount(tx, accountId)).isApiKeyUseDisabled;
}

interface AccountKeys {
  isApiKeyCreationDisabled: boolean;
  isApiKeyUseDisabled: boolean;
  resourceVersion: number;
}

async function findAccount(tx: Transaction, accountId: string): Promise<AccountKeys> {
  const row = await tx.account.findUnique({
    where: { id: accountId },
    select: { isApiKeyCreationDisabled: true, isApiKeyUseDisabled: true, resourceVersion: true },
  });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "You are not part of an account.");
}
