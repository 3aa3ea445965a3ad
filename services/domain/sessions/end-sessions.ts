// Ends sessions: one of the caller's own, all of them but the current one, or all of a person's.
import type { cloudV1 } from "#contracts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { sessionNameOf } from "./session-token.ts";

/** Errors: INVALID_ARGUMENT unless exactly one kind is asked for, NOT_FOUND for a session that is not the caller's. */
export async function endSessions(
  context: DomainContext,
  request: cloudV1.IEndSessionsRequest,
  currentSessionId: string | undefined,
): Promise<number> {
  const { accountId, principalId: userId } = context.actor;
  const [name, isAllOthers] = [request.sessionId ?? "", request.allOthers ?? false];
  if ((name === "") !== isAllOthers) {
    throw new CloudError("INVALID_ARGUMENT", "Give either session_id or all_others.", { field: "sessionId" });
  }
  return context.database.transaction(async (tx) => {
    const rows = await tx.session.findMany({ where: { accountId, userId }, select: { idHash: true } });
    const ids = rows
      .map((row) => row.idHash)
      .filter((id) => (isAllOthers ? id !== currentSessionId : sessionNameOf(id) === name));
    if (ids.length === 0 && !isAllOthers) {
      throw new CloudError("NOT_FOUND", "You have no session with this id.", { field: "sessionId" });
    }
    const { count } = await tx.session.deleteMany({ where: { accountId, userId, idHash: { in: ids } } });
    await appendAudit(tx, context, {
      action: "cloud.session.delete",
      operation: "EndSessions",
      status: "OK",
      resourceType: "session",
      after: { ended: count },
    });
    return count;
  });
}

/** All sessions of a person: after a new password, for one. */
export async function endSessionsOf(
  tx: Transaction,
  person: { accountId: string; userId: string },
): Promise<void> {
  await tx.session.deleteMany({ where: { accountId: person.accountId, userId: person.userId } });
}
