// Recovery codes: each works once in the place of an app that was lost, or of a passkey.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { hashToken } from "#shared/link-token";
import type { Person } from "./second-factor-store.ts";

const RECOVERY_CODES = 10;
/** 80 random bits: too many to guess, also for who has the hashes. */
const RECOVERY_CODE_LENGTH = 16;

/** New ones in the place of those there are; shown once. */
export async function renewRecoveryCodes(
  tx: Transaction,
  context: Pick<DomainContext, "ids">,
  { accountId, userId }: Person,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => context.ids.short(RECOVERY_CODE_LENGTH));
  await dropRecoveryCodes(tx, { accountId, userId });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ codeHash: hashToken(code), accountId, userId })),
  });
  return codes;
}

export async function dropRecoveryCodes(tx: Transaction, { accountId, userId }: Person): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId, userId } });
}
