// Sign-ins on their way to the provider and back. Each is taken once, within its time, by the browser that began it.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { SsoSignIn } from "#prisma";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";

export const PENDING_LIFETIME_MS = 10 * 60_000;

export interface Checks {
  nonce: string;
  codeVerifier: string;
}

export function checksPurpose(stateHash: string): string {
  return `sso-sign-in:${stateHash}`;
}

/** Errors: INVALID_ARGUMENT, with one text for every reason. */
export async function takePending(
  context: DomainContext,
  shown: { state: string; browserSecret: string },
): Promise<SsoSignIn & Checks> {
  const stateHash = hashToken(shown.state);
  const browserHash = hashToken(shown.browserSecret);
  const { query } = context.database;
  const row = await query.ssoSignIn.findUnique({ where: { stateHash } });
  // Compare-and-set: of two that come with the same state, one goes on.
  const taken = await query.ssoSignIn.deleteMany({
    where: { stateHash, browserHash, expiresAt: { gt: new Date(context.clock.now()) } },
  });
  if (row === null || taken.count === 0) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "This sign-in is over, or began in another browser. Begin again.",
      {
        field: "callbackQuery",
      },
    );
  }
  const checks = context.envelope.open(row.sealedChecks, checksPurpose(stateHash)).toString("utf8");
  // It was sealed by `beginSingleSignOn`.
  return { ...row, ...(JSON.parse(checks) as Checks) };
}

export async function sweepSingleSignOn(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.ssoSignIn.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
  return count;
}
