// Finds out who calls: an API key in the authorization header, the installation's own token (its operators), or a
// session cookie. The rows of now decide, so a right that was taken away is gone at the next call.
import { createHash, timingSafeEqual } from "node:crypto";
import { authenticateApiKey } from "#domain/api-keys";
import type { Database } from "#domain/database";
import { operatorActor } from "#domain/roles";
import { resolveSession } from "#domain/sessions";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { CloudError } from "#shared/errors";
import type { Ids } from "#shared/ids";
import type { Logger } from "#shared/log";
import type { Authenticate, Caller } from "./authenticate.ts";

export interface AuthenticatorPorts {
  database: Database;
  clock: Clock;
  ids: Ids;
  log: Logger;
  envelope: Envelope;
  /** Who has it runs the installation. */
  internalToken: string | undefined;
  /** Who may enter the operator area, by address. */
  operatorEmails: readonly string[];
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i;

export function createAuthenticator(ports: AuthenticatorPorts): Authenticate {
  return async ({ credentials, requestId, remoteAddress }): Promise<Caller | undefined> => {
    if (credentials.authorization !== undefined) {
      const token = BEARER.exec(credentials.authorization)?.[1];
      if (token === undefined) {
        throw new CloudError(
          "UNAUTHENTICATED",
          "The authorization header must be `Bearer` followed by an API key.",
        );
      }
      if (ports.internalToken !== undefined && isSame(token, ports.internalToken))
        return { actor: operatorActor("operator") };
      return { actor: await authenticateApiKey({ ...ports, requestId, remoteAddress }, token) };
    }
    if (credentials.sessionCookie === undefined) return undefined;
    const session = await resolveSession(ports, credentials.sessionCookie);
    if (session === undefined)
      throw new CloudError("UNAUTHENTICATED", "The session has ended. Sign in again.");
    const { actor, sessionId, csrfToken } = session;
    const caller = { actor, session: { sessionId, csrfToken } };
    return credentials.isOperator === true ? asOperator(ports, caller, session.operatorUntilMs) : caller;
  };
}

/** A session acts for the installation only in calls that say so, and only while its person is in the operator area. */
function asOperator(ports: AuthenticatorPorts, caller: Caller, untilMs: number): Caller {
  const email = caller.actor.principalName;
  const isInside = untilMs > ports.clock.now() && ports.operatorEmails.includes(email);
  if (!isInside || caller.actor.limitation !== undefined) {
    throw new CloudError(
      "PERMISSION_DENIED",
      "You are not in the operator area, or no longer. Enter it again.",
    );
  }
  return { ...caller, actor: operatorActor(email) };
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
