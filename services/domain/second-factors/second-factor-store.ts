// Reads and writes second factors and their recovery codes.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { SecondFactor } from "#prisma";

export interface Person {
  accountId: string;
  userId: string;
}

export function findSecondFactor(tx: Transaction, person: Person): Promise<SecondFactor | null> {
  return tx.secondFactor.findFirst({ where: { accountId: person.accountId, userId: person.userId } });
}

export function openSecret(context: Pick<DomainContext, "envelope">, factor: SecondFactor): Buffer {
  return context.envelope.open(factor.sealedSecret, secretPurpose(factor.userId));
}

/** What a secret is sealed for. */
export function secretPurpose(userId: string): string {
  return `second-factor:${userId}`;
}

/** Forgets the app, and the recovery codes where no passkey needs them. */
export async function dropSecondFactor(tx: Transaction, person: Person): Promise<void> {
  const own = { where: { accountId: person.accountId, userId: person.userId } };
  await tx.secondFactor.deleteMany(own);
  if (!(await hasSecondFactor(tx, person))) await tx.recoveryCode.deleteMany(own);
}

/** An authenticator app that was confirmed, or a passkey. */
export async function hasSecondFactor(tx: Transaction, { accountId, userId }: Person): Promise<boolean> {
  const apps = await tx.secondFactor.count({ where: { accountId, userId, confirmedAt: { not: null } } });
  return apps > 0 || (await tx.passkey.count({ where: { accountId, userId } })) > 0;
}

/** A change of how one comes in ends what came in before it (I9), but for the session that made it. */
export async function endOtherSessions(
  tx: Transaction,
  person: Person & { sessionId: string | undefined },
): Promise<void> {
  const { accountId, userId, sessionId } = person;
  const others = sessionId === undefined ? {} : { idHash: { not: sessionId } };
  await tx.session.deleteMany({ where: { accountId, userId, ...others } });
}
