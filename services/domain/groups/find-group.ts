// Finds a group of the caller's account for a change.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { readPrincipalAccess, type PrincipalAccess } from "#domain/roles";
import type { UserGroup } from "#prisma";
import { CloudError } from "#shared/errors";
import { selectGroup } from "./group-store.ts";

/** Errors: NOT_FOUND for an id that is not a group of this account, whatever else it is. */
export async function findGroup(
  tx: Transaction,
  context: DomainContext,
  groupId: string | null | undefined,
): Promise<UserGroup & { access: PrincipalAccess }> {
  const { accountId } = context.actor;
  const row = await selectGroup(tx, { accountId, groupId: groupId ?? "" });
  const access = row === null ? undefined : (await readPrincipalAccess(tx, accountId, [row])).get(row.id);
  if (row !== null && access !== undefined) return { ...row, access };
  throw new CloudError("NOT_FOUND", "There is no user group with this id in your account.");
}

/** Who is in a group of an identity provider, and that it is there at all, is decided there. */
export function checkManagedHere(group: UserGroup, what: "members" | "group"): void {
  if (group.kind === "cloud" || (group.kind === "google" && what === "group")) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    what === "members"
      ? "The members of this group come from your identity provider: change them there."
      : "This group comes from your identity provider: delete it there.",
  );
}
