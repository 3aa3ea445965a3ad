// Sets the account's provisioning gate and, apart from it, the password with which its directory is asked: operations
// keep their requests, and a request with a secret in it is none that could be kept.
import { isDeepStrictEqual } from "node:util";
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange, specMissing } from "#shared/resource-version";
import { findGate, passwordPurpose, specOf } from "./get-gate.ts";
import { readGateSpec } from "./gate-spec.ts";

const PASSWORD_LENGTH_MAX = 1_000;
const ACTION = "cloud.provisioninggate.update";

export async function setProvisioningGate(
  context: DomainContext,
  request: cloudV1.ISetProvisioningGateRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    ...{ action: ACTION, operationType: "SetProvisioningGate", operationId: request.asyncOperationId },
    request: { typeName: "cellplane.cloud.v1.SetProvisioningGateRequest", message: request },
    ...{ resourceType: "provisioninggate", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    if (request.spec == null) throw specMissing();
    const spec = readGateSpec(request.spec);
    const present = await tx.provisioningGate.findUnique({ where: { accountId } });
    const given = request.resourceVersion ?? "";
    if (present !== null) checkResourceVersion(present, given);
    else if (given !== "")
      throw new CloudError(
        "FAILED_PRECONDITION",
        "There is no provisioning gate with this version any more.",
      );
    const before = present === null ? undefined : specOf(present);
    if (isDeepStrictEqual(before, spec)) throw nothingToChange();
    const now = new Date(context.clock.now());
    const data = { spec: { ...spec }, updatedAt: now };
    // A password is not sent to another directory, nor under another name.
    const isSameDirectory = before?.url === spec.url && before.bindDn === spec.bindDn;
    await tx.provisioningGate.upsert({
      where: { accountId },
      create: { accountId, ...data, createdAt: now },
      update: {
        ...data,
        resourceVersion: { increment: 1 },
        ...(isSameDirectory ? {} : { sealedBindPassword: "" }),
      },
    });
    return {
      resourceId: accountId,
      ...(before === undefined ? {} : { before: { ...before } }),
      after: { ...spec },
    };
  });
  return operation;
}

/** Errors: NOT_FOUND while the account has no gate, INVALID_ARGUMENT for an empty one. */
export async function setProvisioningGatePassword(
  context: DomainContext,
  request: cloudV1.ISetProvisioningGatePasswordRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const { bindPassword, ...message } = request;
  const password = bindPassword ?? "";
  const mutation = {
    ...{
      action: ACTION,
      operationType: "SetProvisioningGatePassword",
      operationId: request.asyncOperationId,
    },
    request: { typeName: "cellplane.cloud.v1.SetProvisioningGatePasswordRequest", message },
    ...{ resourceType: "provisioninggate", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    if (password === "" || password.length > PASSWORD_LENGTH_MAX) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        `bind_password must have 1 to ${PASSWORD_LENGTH_MAX} characters.`,
        {
          field: "bindPassword",
        },
      );
    }
    const row = await findGate(tx, accountId);
    await tx.provisioningGate.update({
      where: { accountId },
      data: {
        sealedBindPassword: context.envelope.seal(password, passwordPurpose(accountId)),
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    const before = { hasBindPassword: row.sealedBindPassword !== "" };
    return { resourceId: accountId, before, after: { hasBindPassword: true } };
  });
  return operation;
}
