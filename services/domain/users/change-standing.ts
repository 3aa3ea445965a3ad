// Suspends a user, or gives a suspended one everything back: by hand what an identity provider does with `active`.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { accessDetails, checkGrant, readPrincipalAccess } from "#domain/roles";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { findUser } from "./find-user.ts";
import { restoreUser, suspendUser } from "./suspend-user.ts";

const SUSPENDED = "SUSPENDED";

/**
 * Errors: NOT_FOUND, INVALID_ARGUMENT when nothing would change, FAILED_PRECONDITION for oneself and the last owner,
 * PERMISSION_DENIED for people with roles that the caller could not give.
 */
export async function changeStanding(
  context: DomainContext,
  verb: "suspend" | "restore",
  request: cloudV1.ISuspendUserRequest,
): Promise<OperationRow> {
  const operationType = verb === "suspend" ? "SuspendUser" : "RestoreUser";
  const { operation } = await mutate(
    context,
    {
      action: "cloud.user.update",
      operationType,
      operationId: request.asyncOperationId,
      request: { typeName: `cellplane.cloud.v1.${operationType}Request`, message: request },
      resourceType: "user",
      resourceId: request.userId ?? "",
    },
    async (tx, asyncOperationId) => {
      const user = await findUser(tx, context, request.userId);
      checkResourceVersion(user, request.resourceVersion);
      if ((user.state === SUSPENDED) === (verb === "suspend")) throw nothingToChange();
      const access = await checkMayDecide(tx, context, user, verb);
      const change = { user, now: context.clock.now() };
      await (verb === "suspend" ? suspendUser(tx, change) : restoreUser(tx, change));
      await tx.user.update({ where: { id: user.id }, data: { asyncOperationId } });
      await touchDirectory(tx);
      return {
        resourceId: user.id,
        before: { ...access, active: verb === "suspend" },
        after: { ...access, active: verb === "restore" },
      };
    },
  );
  return operation;
}

/** Whoever suspends or restores somebody must be able to give what they have. Answers it for the audit trail. */
async function checkMayDecide(
  tx: Transaction,
  context: DomainContext,
  user: User,
  verb: "suspend" | "restore",
): Promise<object> {
  if (user.id === context.actor.principalId && context.actor.principalType === "user") {
    throw new CloudError("FAILED_PRECONDITION", "You cannot suspend yourself. Somebody else can.");
  }
  const access = (await readPrincipalAccess(tx, user.accountId, [user])).get(user.id);
  if (access === undefined) return {};
  await checkGrant(tx, context, verb === "suspend" ? { before: access } : { after: access });
  return accessDetails(access);
}
