// Whom to tell about a namespace.
import type { Transaction } from "#domain/database";

const RECIPIENTS_MAX = 20;

/** Addresses of the account's administrators and of people who administer the namespace. */
export async function namespaceAdministrators(
  tx: Transaction,
  { accountId, namespace }: { accountId: string; namespace: string },
): Promise<string[]> {
  const admins = await tx.namespaceAccess.findMany({
    where: { accountId, namespace, permission: "admin" },
    select: { principalId: true },
  });
  const rows = await tx.user.findMany({
    where: {
      ...{ accountId, state: "ACTIVE", verifiedAt: { not: null } },
      OR: [
        { accountRole: { in: ["owner", "admin"] } },
        { id: { in: admins.map((access) => access.principalId) } },
      ],
    },
    orderBy: { id: "asc" },
    take: RECIPIENTS_MAX,
    select: { email: true },
  });
  return rows.map((row) => row.email);
}
