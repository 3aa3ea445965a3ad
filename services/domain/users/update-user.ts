// Changes what a user may do. The address is who the user is, so it does not change.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import {
  accessDetails,
  checkGrant,
  isSameAccess,
  readPrincipalAccess,
  writePrincipalAccess,
  type PrincipalAccess,
} from "#domain/roles";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { findUser } from "./find-user.ts";
import { checkNotLastOwner } from "./last-owner.ts";
import { readUserSpec } from "./user.ts";

export async function updateUser(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateUserRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.user.update",
      operationType: "UpdateUser",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateUserRequest", message: request },
      resourceType: "user",
      resourceId: request.userId ?? "",
    },
    async (tx, operationId) => {
      const user = await findUser(tx, context, request.userId);
      checkResourceVersion(user, request.resourceVersion);
      const spec = readUserSpec(request.spec);
      if (spec.email !== user.email) {
        throw new CloudError(
          "INVALID_ARGUMENT",
          "spec.email cannot be changed. Delete this user and invite the other address.",
          { field: "spec.email" },
        );
      }
      const before = await changeUserAccess(tx, context, { user, after: spec.access, operationId });
      return { resourceId: user.id, before: accessDetails(before), after: accessDetails(spec.access) };
    },
  );
  return operation;
}

/** Answers with the access from before. Errors: INVALID_ARGUMENT when nothing would change. */
async function changeUserAccess(
  tx: Transaction,
  context: DomainContext,
  change: { user: User; after: PrincipalAccess; operationId: string },
): Promise<PrincipalAccess> {
  const { user, after, operationId: asyncOperationId } = change;
  const { accountId, id } = user;
  const before = (await readPrincipalAccess(tx, accountId, [user])).get(id);
  if (before === undefined || isSameAccess(before, after)) throw nothingToChange();
  await checkGrant(tx, context, { before, after });
  if (after.accountRole !== "owner") await checkNotLastOwner(tx, user);
  await tx.user.update({
    where: { id },
    data: {
      ...{ accountRole: after.accountRole, asyncOperationId },
      updatedAt: new Date(context.clock.now()),
      resourceVersion: { increment: 1 },
    },
  });
  await writePrincipalAccess(tx, { accountId, principalType: "user", principalId: id }, after);
  await touchDirectory(tx);
  return before;
}
