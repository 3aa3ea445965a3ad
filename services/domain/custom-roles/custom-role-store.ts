// Custom roles in the database. Every query names the account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkAllowed } from "#domain/roles";
import type { CustomRole } from "#prisma";
import { CloudError } from "#shared/errors";

/** Errors: PERMISSION_DENIED, and NOT_FOUND in the same words for one that is not there and another account's. */
export async function findCustomRole(
  context: Pick<DomainContext, "actor">,
  tx: Transaction,
  wanted: { roleId: string; action: string },
): Promise<CustomRole> {
  const { actor } = context;
  checkAllowed(actor, wanted.action, { id: wanted.roleId });
  const row = await tx.customRole.findFirst({ where: { id: wanted.roleId, accountId: actor.accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no custom role with this id in your account.", {
    field: "roleId",
  });
}

/** Errors: ALREADY_EXISTS when another role of the account has the name. */
export async function checkNameFree(
  tx: Transaction,
  role: { accountId: string; name: string; except?: string },
): Promise<void> {
  const { accountId, name, except } = role;
  const taken = await tx.customRole.count({
    where: { accountId, name, ...(except === undefined ? {} : { id: { not: except } }) },
  });
  if (taken === 0) return;
  throw new CloudError("ALREADY_EXISTS", "There is already a custom role with this name.", {
    field: "spec.name",
  });
}
