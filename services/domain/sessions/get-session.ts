// The caller's own session as a message, with the CSRF token for its next mutations.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { csrfTokenOf } from "./session-token.ts";

/** Errors: UNAUTHENTICATED when the caller came without a session. */
export async function getSession(
  context: DomainContext,
  sessionId: string | undefined,
): Promise<cloudV1.IGetSessionResponse> {
  const { accountId, principalId } = context.actor;
  const session =
    sessionId === undefined
      ? null
      : await context.database.query.session.findFirst({ where: { idHash: sessionId, userId: principalId } });
  if (session === null) throw new CloudError("UNAUTHENTICATED", "You are not signed in with a session.");
  const account = await context.database.query.account.findUniqueOrThrow({ where: { id: accountId } });
  return {
    session: {
      accountId,
      userId: principalId,
      email: context.actor.principalName,
      accountName: account.name,
      expiresTime: timestampOfMs(session.absoluteExpiresAt.getTime()),
    },
    csrfToken: csrfTokenOf(session.idHash),
  };
}
