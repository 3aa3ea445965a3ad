// Changes the account's settings that the Cloud Ops API knows: whose clients may read the account's metrics.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { parseCaBundle } from "#domain/namespaces";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange, specMissing } from "#shared/resource-version";
import { findAccount } from "./find-account.ts";

const CA_FIELD = "spec.metrics.acceptedClientCa";

/** Replaces the whole spec: what is left out is cleared. Errors: INVALID_ARGUMENT naming the broken rule. */
export async function updateAccount(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateAccountRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.account.update",
    operationType: "UpdateAccount",
    operationId: request.asyncOperationId,
    request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateAccountRequest", message: request },
    resourceType: "account",
    resourceId: accountId,
  };
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findAccount(tx, accountId);
    checkResourceVersion(row, request.resourceVersion);
    if (request.spec == null) throw specMissing();
    const now = context.clock.now();
    const metricsClientCa = await readClientCa(request.spec?.metrics?.acceptedClientCa, now);
    if (metricsClientCa === row.metricsClientCa) throw nothingToChange();
    await tx.account.update({
      where: { id: accountId },
      data: {
        ...{ metricsClientCa, asyncOperationId },
        updatedAt: new Date(now),
        resourceVersion: { increment: 1 },
      },
    });
    return {
      resourceId: accountId,
      before: { metricsClientCa: row.metricsClientCa },
      after: { metricsClientCa },
    };
  });
  return operation;
}

/** The bundle as text, by the rules of a namespace's client CAs; empty for none. */
async function readClientCa(pem: Uint8Array | null | undefined, now: number): Promise<string> {
  if (pem == null || pem.length === 0) return "";
  const { hasPublicRoot } = await parseCaBundle(pem, now).catch((error: unknown) => {
    // The rules are those of namespaces; the field is not.
    throw error instanceof CloudError ? refused(error.publicMessage, error) : error;
  });
  if (hasPublicRoot) throw refused("accepted_client_ca must not hold a public certificate authority.");
  return Buffer.from(pem).toString("utf8");
}

function refused(message: string, cause?: unknown): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field: CA_FIELD, cause });
}
