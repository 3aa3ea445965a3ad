// Who is told about an API key.
import type { Transaction } from "#domain/database";
import type { ApiKey } from "#prisma";

const RECIPIENTS_MAX = 20;

/** A person is told about their own keys; a service account reads no mail, so its administrators are told. */
export async function recipientsOf(tx: Transaction, key: ApiKey): Promise<string[]> {
  const isUsers = key.ownerType === "user";
  const rows = await tx.user.findMany({
    where: {
      ...{ accountId: key.accountId, state: "ACTIVE", verifiedAt: { not: null } },
      ...(isUsers ? { id: key.ownerId } : { accountRole: { in: ["owner", "admin"] } }),
    },
    orderBy: { id: "asc" },
    take: RECIPIENTS_MAX,
    select: { email: true },
  });
  return rows.map((row) => row.email);
}
