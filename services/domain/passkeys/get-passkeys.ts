// The caller's own passkeys, the newest first.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";

export async function getPasskeys(context: DomainContext): Promise<cloudV1.IGetPasskeysResponse> {
  const { accountId, principalId: userId } = context.actor;
  const rows = await context.database.query.passkey.findMany({
    where: { accountId, userId },
    orderBy: { createdAt: "desc" },
  });
  return {
    passkeys: rows.map((row) => ({
      passkeyId: row.id,
      displayName: row.displayName,
      createdTime: timestampOfMs(row.createdAt.getTime()),
      ...(row.lastUsedAt === null ? {} : { lastUsedTime: timestampOfMs(row.lastUsedAt.getTime()) }),
      backedUp: row.isBackedUp,
    })),
  };
}
