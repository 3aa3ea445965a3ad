// The contents of custom roles in the database, as far as access needs them.
import type { Transaction } from "#domain/database";
import type { CustomRolePermission } from "./custom-role-actions.ts";
import type { CustomRoleContent } from "./effective-access.ts";

/** Those of these roles that are in the account, by id. */
export async function customRoleContents(
  tx: Transaction,
  query: { accountId: string; roleIds: readonly string[] },
): Promise<ReadonlyMap<string, CustomRoleContent>> {
  if (query.roleIds.length === 0) return new Map();
  const rows = await tx.customRole.findMany({
    where: { accountId: query.accountId, id: { in: [...query.roleIds] } },
    select: { id: true, name: true, permissions: true },
  });
  return contentsById(rows);
}

/** Those of all accounts: for the directory. */
export async function allCustomRoleContents(
  tx: Transaction,
): Promise<ReadonlyMap<string, CustomRoleContent>> {
  return contentsById(await tx.customRole.findMany({ select: { id: true, name: true, permissions: true } }));
}

function contentsById(
  rows: readonly { id: string; name: string; permissions: unknown }[],
): ReadonlyMap<string, CustomRoleContent> {
  // The column holds only permissions that were read from a valid spec.
  return new Map(
    rows.map(({ id, name, permissions }) => [
      id,
      { name, permissions: permissions as CustomRolePermission[] },
    ]),
  );
}
