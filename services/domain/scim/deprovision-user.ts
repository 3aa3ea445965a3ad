// Deletes a user whom the identity provider has deleted: sessions, keys and memberships go, and the address is free.
import { touchDirectory } from "#domain/directory";
import { checkNotLastOwner, removeUser } from "#domain/users";
import { checkMayManage } from "./managed-people.ts";
import { changeDirectory, type ScimContext } from "./scim-context.ts";
import { findUserFacts } from "./user-rows.ts";

/** Errors: NOT_FOUND, PERMISSION_DENIED, FAILED_PRECONDITION for the last owner. */
export async function deprovisionUser(context: ScimContext, userId: string): Promise<void> {
  await findUserFacts(context.database.query, context, userId);
  const change = {
    action: "cloud.user.delete",
    operationType: "DeprovisionUser",
    resourceType: "user",
  } as const;
  await changeDirectory(context, { ...change, resourceId: userId }, async (tx) => {
    const { user } = await findUserFacts(tx, context, userId);
    await checkMayManage(tx, context, user);
    await checkNotLastOwner(tx, user);
    await removeUser(tx, { accountId: user.accountId, userId, now: context.clock.now() });
    await touchDirectory(tx);
    return { resourceId: userId, before: { email: user.email, accountRole: user.accountRole } };
  });
}
