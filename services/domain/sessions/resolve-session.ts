// Finds out whose session a cookie is, and keeps the session awake. A dead session is the same as none.
import type { Actor } from "#domain/context";
import type { Database } from "#domain/database";
import { resolveActor } from "#domain/roles";
import { isSecondFactorDue } from "#domain/sign-in-rules";
import type { Clock } from "#shared/clock";
import { SESSION_IDLE_MS, SESSION_TOUCH_MS } from "./session-limits.ts";
import { csrfTokenOf, sessionIdOf } from "./session-token.ts";

export interface ResolvedSession {
  actor: Actor;
  sessionId: string;
  csrfToken: string;
  /** Until when it may act for the installation. */
  operatorUntilMs: number;
}

export async function resolveSession(
  ports: { database: Database; clock: Clock },
  cookieValue: string,
): Promise<ResolvedSession | undefined> {
  const { query } = ports.database;
  const now = ports.clock.now();
  const sessionId = sessionIdOf(cookieValue);
  const session = await query.session.findUnique({ where: { idHash: sessionId } });
  if (session === null) return undefined;
  if (session.idleExpiresAt.getTime() <= now || session.absoluteExpiresAt.getTime() <= now) return undefined;
  const actor = await resolveActor(query, {
    accountId: session.accountId,
    principalType: "user",
    principalId: session.userId,
  });
  if (actor === undefined) return undefined;
  if (now - session.lastSeenAt.getTime() >= SESSION_TOUCH_MS) {
    // updateMany, because the session may end while we look at it.
    await query.session.updateMany({
      where: { idHash: sessionId },
      data: { lastSeenAt: new Date(now), idleExpiresAt: new Date(now + SESSION_IDLE_MS) },
    });
  }
  const isDue = !session.isSingleSignOn && (await isSecondFactorDue(query, session));
  return {
    actor: isDue ? limited(actor) : actor,
    sessionId,
    csrfToken: csrfTokenOf(sessionId),
    operatorUntilMs: session.operatorUntil?.getTime() ?? 0,
  };
}

/** Good for setting a second factor up, and for leaving. */
const POSSIBLE_WITHOUT_FACTOR = /^cloud\.(session|identity)\./;

function limited(actor: Actor): Actor {
  return {
    ...actor,
    limitation: "Your account demands a second factor: set one up first, then go on.",
    can: (action, resource) => POSSIBLE_WITHOUT_FACTOR.test(action) && actor.can(action, resource),
  };
}
