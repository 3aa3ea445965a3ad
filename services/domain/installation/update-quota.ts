// Sets or resets one limit, of one account or of the whole installation. For operators.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, toAsyncOperation } from "#domain/operations";
import { FIXED_QUOTAS, isQuotaName, QUOTA_MAX, QUOTA_NAMES, WHOLE_INSTALLATION } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";

interface Change {
  accountId: string;
  name: string;
  /** Undefined resets. */
  max: number | undefined;
}

export async function updateQuota(
  context: DomainContext,
  request: cloudV1.IUpdateQuotaRequest,
): Promise<cloudV1.IUpdateQuotaResponse> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.quota.update",
      operationType: "UpdateQuota",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.UpdateQuotaRequest", message: request },
      resourceType: "quota",
      resourceId: request.name ?? "",
    },
    async (tx) => {
      const change = parseChange(request);
      await checkAccount(tx, change.accountId);
      const before = await write(tx, change, {
        version: request.resourceVersion,
        now: new Date(context.clock.now()),
      });
      return {
        resourceId: change.name,
        before: { accountId: change.accountId, max: before },
        after: { accountId: change.accountId, max: change.max ?? null },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}

/** The lock of the operators' account is held, so that what was read is still so. Answers the setting from before. */
async function write(
  tx: Transaction,
  { accountId, name, max }: Change,
  { version, now }: { version: string | null | undefined; now: Date },
): Promise<number | null> {
  const where = { scope_name: { scope: accountId, name } };
  const present = await tx.quota.findUnique({ where });
  if (present !== null) checkResourceVersion(present, version);
  if ((present?.max ?? undefined) === max) throw nothingToChange();
  if (max === undefined) {
    await tx.quota.delete({ where });
  } else {
    await tx.quota.upsert({
      where,
      create: { scope: accountId, name, max, updatedAt: now },
      update: { max, resourceVersion: { increment: 1 }, updatedAt: now },
    });
  }
  return present?.max ?? null;
}

function parseChange(request: cloudV1.IUpdateQuotaRequest): Change {
  const name = request.name ?? "";
  if (!isQuotaName(name)) throw refused("name", `must be one of ${QUOTA_NAMES.join(", ")}`);
  if (FIXED_QUOTAS.includes(name)) throw refused("name", `${name} is the same in every installation`);
  const accountId = request.accountId ?? "";
  const max = request.max ?? 0;
  if (request.reset === true) {
    if (max !== 0) throw refused("max", "must be left out when the limit is reset");
    return { accountId, name, max: undefined };
  }
  if (max < 1 || max > QUOTA_MAX) throw refused("max", `must be 1 to ${QUOTA_MAX}`);
  return { accountId, name, max };
}

/** Errors: INVALID_ARGUMENT for an unknown account. */
async function checkAccount(tx: Transaction, accountId: string): Promise<void> {
  if (accountId === WHOLE_INSTALLATION) return;
  if ((await tx.account.findUnique({ where: { id: accountId } })) !== null) return;
  throw refused("accountId", `there is no account ${JSON.stringify(accountId.slice(0, 80))}`);
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field}: ${rule}.`, { field });
}
