// Deletes a user, and with it all ways in: sessions and keys are dead with the transaction, at the gateways within 10 s
// (T2). No row is left, so the address can be invited again, by any account.
import type { temporal } from "#contracts";
import { endKeysOf } from "#domain/api-keys";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { accessDetails, checkGrant, dropPrincipalAccess, readPrincipalAccess } from "#domain/roles";
import { checkResourceVersion } from "#shared/resource-version";
import { findUser } from "./find-user.ts";
import { checkNotLastOwner } from "./last-owner.ts";

export async function deleteUser(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteUserRequest,
): Promise<OperationRow> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.user.delete",
      operationType: "DeleteUser",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.DeleteUserRequest", message: request },
      resourceType: "user",
      resourceId: request.userId ?? "",
    },
    async (tx) => {
      const user = await findUser(tx, context, request.userId);
      checkResourceVersion(user, request.resourceVersion);
      const before = (await readPrincipalAccess(tx, user.accountId, [user])).get(user.id);
      if (before !== undefined) await checkGrant(tx, context, { before });
      await checkNotLastOwner(tx, user);
      await removeUser(tx, { accountId: user.accountId, userId: user.id, now: context.clock.now() });
      await touchDirectory(tx);
      return {
        resourceId: user.id,
        before: { email: user.email, ...(before === undefined ? {} : accessDetails(before)) },
      };
    },
  );
  return operation;
}

/** Removes all rows of a user; the caller touches the directory. Its keys stay as deleted ones, so that their use is recognised. */
export async function removeUser(
  tx: Transaction,
  user: { accountId: string; userId: string; now: number },
): Promise<void> {
  const { accountId, userId } = user;
  const own = { where: { accountId, userId } };
  await tx.session.deleteMany(own);
  await tx.userNetwork.deleteMany(own);
  await tx.recoveryCode.deleteMany(own);
  await tx.passkey.deleteMany(own);
  await tx.passkeyChallenge.deleteMany(own);
  await tx.secondFactor.deleteMany(own);
  await tx.userInvitation.deleteMany(own);
  await tx.passwordReset.deleteMany(own);
  await tx.scimUser.deleteMany(own);
  await tx.ssoIdentity.deleteMany(own);
  await tx.userGroupMember.deleteMany(own);
  await dropPrincipalAccess(tx, { accountId, principalId: userId });
  await endKeysOf(tx, { accountId, ownerId: userId, now: user.now });
  await tx.user.deleteMany({ where: { accountId, id: userId } });
}
