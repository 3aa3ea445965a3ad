// Who may act for the installation: people whose addresses the installation names, in a session for which they have shown
// the password, and the code of a second factor if they have one, once more. It ends by itself after half an hour.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { refundAttempt, spendAttempt } from "#domain/attempts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { takeCode } from "#domain/second-factors";
import { checkOwnPassword } from "#domain/users";
import { CloudError } from "#shared/errors";

const AREA_MS = 30 * 60_000;
const WRONG_CODES = { max: 10, windowMs: 15 * 60_000 };

function isEligible({ actor, installation }: DomainContext): boolean {
  return actor.principalType === "user" && installation.operatorEmails.includes(actor.principalName);
}

/** For who is not eligible there is nothing to see. */
export async function getOperatorAccess(
  context: DomainContext,
  sessionId: string | undefined,
): Promise<cloudV1.IGetOperatorAccessResponse> {
  if (sessionId === undefined || !isEligible(context)) return { eligible: false };
  const session = await context.database.query.session.findFirst({
    where: { idHash: sessionId, userId: context.actor.principalId },
  });
  const untilMs = session?.operatorUntil?.getTime() ?? 0;
  return {
    eligible: true,
    ...(untilMs > context.clock.now() ? { untilTime: timestampOfMs(untilMs) } : {}),
  };
}

/**
 * Errors: FAILED_PRECONDITION without a session, PERMISSION_DENIED for who is no operator, for a wrong password, and
 * naming the field `code` for a missing or wrong one; RESOURCE_EXHAUSTED after too many tries.
 */
export async function enterOperatorArea(
  context: DomainContext,
  shown: { password: string; code: string; sessionId: string | undefined },
): Promise<cloudV1.IEnterOperatorAreaResponse> {
  const { sessionId, code } = shown;
  const { accountId, principalId: userId } = context.actor;
  await checkOwnPassword(context, shown);
  if (!isEligible(context) || sessionId === undefined) {
    throw new CloudError("PERMISSION_DENIED", "You are not an operator of this installation.");
  }
  const now = context.clock.now();
  const tries = { subject: `operator-area:${userId}`, limit: WRONG_CODES, now };
  await spendAttempt(context.database.query, tries);
  const untilMs = now + AREA_MS;
  await context.database.transaction(async (tx) => {
    const verdict = await takeCode(tx, context, { accountId, userId, code });
    if (verdict === "missing" || verdict === "wrong") {
      throw new CloudError("PERMISSION_DENIED", "Give the code that your authenticator app shows.", {
        field: "code",
      });
    }
    await tx.session.updateMany({
      where: { idHash: sessionId, accountId, userId },
      data: { operatorUntil: new Date(untilMs) },
    });
    await appendAudit(tx, context, entry("cloud.operatorarea.enter", "EnterOperatorArea", userId));
  });
  await refundAttempt(context.database.query, tries.subject);
  return { untilTime: timestampOfMs(untilMs) };
}

/** Errors: FAILED_PRECONDITION without a session. */
export async function leaveOperatorArea(
  context: DomainContext,
  sessionId: string | undefined,
): Promise<void> {
  if (sessionId === undefined)
    throw new CloudError("FAILED_PRECONDITION", "Sign in with a session for this.");
  const { accountId, principalId: userId } = context.actor;
  await context.database.transaction(async (tx) => {
    await tx.session.updateMany({
      where: { idHash: sessionId, accountId, userId },
      data: { operatorUntil: null },
    });
    await appendAudit(tx, context, entry("cloud.operatorarea.leave", "LeaveOperatorArea", userId));
  });
}

function entry(action: string, operation: string, userId: string) {
  return { action, operation, status: "OK", resourceType: "user", resourceId: userId } as const;
}
