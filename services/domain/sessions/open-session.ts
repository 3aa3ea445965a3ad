// Writes a new session for a person who has shown who it is. The secret is answered once and kept as its hash only.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { QUOTAS } from "#domain/quotas";
import type { User } from "#prisma";
import { rememberNetwork } from "./known-networks.ts";
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from "./session-limits.ts";
import { csrfTokenOf, SESSION_SECRET_BYTES, sessionIdOf } from "./session-token.ts";

export interface SignedIn {
  accountId: string;
  userId: string;
  email: string;
  accountName: string;
  cookieValue: string;
  csrfToken: string;
  expiresAt: number;
}

/** A new secret at each sign-in: a session that somebody planted before is ended. */
export async function openSession(
  tx: Transaction,
  context: DomainContext,
  user: User,
  previousSessionId: string | undefined,
  isSingleSignOn = false,
): Promise<SignedIn> {
  const now = context.clock.now();
  const account = await tx.account.findUniqueOrThrow({ where: { id: user.accountId } });
  await tx.session.deleteMany({ where: { userId: user.id, absoluteExpiresAt: { lte: new Date(now) } } });
  if (previousSessionId !== undefined) {
    await tx.session.deleteMany({ where: { idHash: previousSessionId } });
  }
  await endOldestSessions(tx, user.id);
  await rememberNetwork(tx, context, user);
  const cookieValue = context.ids.secret(SESSION_SECRET_BYTES);
  const sessionId = sessionIdOf(cookieValue);
  const expiresAt = now + SESSION_ABSOLUTE_MS;
  await tx.session.create({
    data: {
      idHash: sessionId,
      accountId: user.accountId,
      userId: user.id,
      remoteAddress: context.remoteAddress,
      isSingleSignOn,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      idleExpiresAt: new Date(now + SESSION_IDLE_MS),
      absoluteExpiresAt: new Date(expiresAt),
    },
  });
  return {
    accountId: user.accountId,
    userId: user.id,
    email: user.email,
    accountName: account.name,
    cookieValue,
    csrfToken: csrfTokenOf(sessionId),
    expiresAt,
  };
}

/** Makes room for one more session: at the limit, signing in ends the session that began first. */
async function endOldestSessions(tx: Transaction, userId: string): Promise<void> {
  const kept = await tx.session.findMany({
    where: { userId },
    orderBy: { createdAt: "desc" },
    take: QUOTAS.sessionsPerUser.max - 1,
    select: { idHash: true },
  });
  await tx.session.deleteMany({ where: { userId, idHash: { notIn: kept.map((row) => row.idHash) } } });
}
