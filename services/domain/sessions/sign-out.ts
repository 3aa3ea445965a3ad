// Ends the caller's session. Ending one that is gone succeeds.
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";

export async function signOut(context: DomainContext, sessionId: string): Promise<void> {
  await context.database.transaction(async (tx) => {
    await tx.session.deleteMany({ where: { idHash: sessionId, userId: context.actor.principalId } });
    await appendAudit(tx, context, {
      action: "cloud.session.delete",
      operation: "SignOut",
      status: "OK",
      resourceType: "session",
    });
  });
}
