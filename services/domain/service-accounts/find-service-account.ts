// Finds a service account of the caller's account for a change.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { readPrincipalAccess, type PrincipalAccess } from "#domain/roles";
import type { ServiceAccount } from "#prisma";
import { CloudError } from "#shared/errors";

/** Errors: NOT_FOUND for an id that is not a service account of this account, whatever else it is. */
export async function findServiceAccount(
  tx: Transaction,
  context: DomainContext,
  id: string | null | undefined,
): Promise<ServiceAccount & { access: PrincipalAccess }> {
  const { accountId } = context.actor;
  const row = await tx.serviceAccount.findFirst({ where: { id: id ?? "", accountId, state: "ACTIVE" } });
  const access = row === null ? undefined : (await readPrincipalAccess(tx, accountId, [row])).get(row.id);
  if (row !== null && access !== undefined) return { ...row, access };
  throw new CloudError("NOT_FOUND", "There is no service account with this id in your account.");
}
