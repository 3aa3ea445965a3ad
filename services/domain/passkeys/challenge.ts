// Challenges that browsers answer with a passkey: each good once, within five minutes, for who asked for it.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";

export const CHALLENGE_MS = 5 * 60_000;
const NAME_BYTES = 24;

/** Nobody is known yet who signs in. */
export const ANYBODY = { accountId: "", userId: "" };

interface Owner {
  accountId: string;
  userId: string;
}

/** Answers what names it. */
export async function keepChallenge(
  context: DomainContext,
  { accountId, userId, challenge }: Owner & { challenge: string },
): Promise<string> {
  const challengeId = context.ids.secret(NAME_BYTES);
  const expiresAt = new Date(context.clock.now() + CHALLENGE_MS);
  await context.database.transaction((tx) =>
    tx.passkeyChallenge.create({
      data: { idHash: hashToken(challengeId), accountId, userId, challenge, expiresAt },
    }),
  );
  return challengeId;
}

/** Errors: FAILED_PRECONDITION for one that was used, is too old, or is another's. */
export async function takeChallenge(
  tx: Transaction,
  context: Pick<DomainContext, "clock">,
  { accountId, userId, challengeId }: Owner & { challengeId: string },
): Promise<string> {
  const where = {
    ...{ idHash: hashToken(challengeId), accountId, userId },
    expiresAt: { gt: new Date(context.clock.now()) },
  };
  const found = await tx.passkeyChallenge.findFirst({ where });
  const { count } = await tx.passkeyChallenge.deleteMany({ where });
  if (found === null || count !== 1) {
    throw new CloudError("FAILED_PRECONDITION", "It took too long, or was done already. Begin again.", {
      field: "challengeId",
    });
  }
  return found.challenge;
}
