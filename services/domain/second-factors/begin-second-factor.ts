// Makes the secret that a person puts into an authenticator app. It is asked for only once a first code has shown that
// the app has it; until then it can be made anew.
import type { cloudV1 } from "#contracts";
import { appendAudit } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import { checkOwnPassword } from "#domain/users";
import { CloudError } from "#shared/errors";
import { findSecondFactor, secretPurpose } from "./second-factor-store.ts";
import { otpauthUri, toBase32 } from "./time-code.ts";

/** As RFC 4226 recommends: 160 bits. */
const SECRET_BYTES = 20;

/** Errors: those of a wrong password, FAILED_PRECONDITION for who has a second factor already. */
export async function beginSecondFactor(
  context: DomainContext,
  shown: { password: string; sessionId: string | undefined },
): Promise<cloudV1.IBeginSecondFactorResponse> {
  await checkOwnPassword(context, shown);
  const { accountId, principalId: userId, principalName: email } = context.actor;
  const secret = Buffer.from(context.ids.secret(SECRET_BYTES), "base64url");
  const sealedSecret = context.envelope.seal(secret, secretPurpose(userId));
  const createdAt = new Date(context.clock.now());
  await context.database.transaction(async (tx) => {
    const present = await findSecondFactor(tx, { accountId, userId });
    if (present?.confirmedAt != null) {
      throw new CloudError(
        "FAILED_PRECONDITION",
        "You have a second factor already. Remove it first to change to another app.",
      );
    }
    const data = { sealedSecret, createdAt, lastStep: 0 };
    await tx.secondFactor.upsert({
      where: { userId },
      create: { ...data, userId, accountId },
      update: data,
    });
    await appendAudit(tx, context, {
      action: "cloud.secondfactor.begin",
      operation: "BeginSecondFactor",
      status: "OK",
      resourceType: "user",
      resourceId: userId,
    });
  });
  return { secret: toBase32(secret), otpauthUri: otpauthUri({ email, secret }) };
}
