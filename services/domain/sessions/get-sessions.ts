// The caller's own living sessions, the newest first.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { QUOTAS } from "#domain/quotas";
import { sessionNameOf } from "./session-token.ts";

export async function getSessions(
  context: DomainContext,
  currentSessionId: string | undefined,
): Promise<cloudV1.ISessionInfo[]> {
  const now = new Date(context.clock.now());
  const { accountId, principalId: userId } = context.actor;
  const rows = await context.database.query.session.findMany({
    where: { accountId, userId, idleExpiresAt: { gt: now }, absoluteExpiresAt: { gt: now } },
    orderBy: [{ createdAt: "desc" }, { idHash: "asc" }],
    take: QUOTAS.sessionsPerUser.max,
  });
  return rows.map((row) => ({
    sessionId: sessionNameOf(row.idHash),
    remoteAddress: row.remoteAddress,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastSeenTime: timestampOfMs(row.lastSeenAt.getTime()),
    expiresTime: timestampOfMs(Math.min(row.idleExpiresAt.getTime(), row.absoluteExpiresAt.getTime())),
    current: row.idHash === currentSessionId,
  }));
}
