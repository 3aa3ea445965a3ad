// Whether a person may come in by a password: not where the account demands single sign-on, but for owners who are named
// as the way in when the provider is away.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { User } from "#prisma";

/** As #domain/single-sign-on writes it. */
interface Demand {
  ssoRequired: boolean;
  breakGlassUserIds: readonly string[];
}

export async function isPasswordEnough(tx: Transaction, user: User): Promise<boolean> {
  const row = await tx.identityProvider.findUnique({ where: { accountId: user.accountId } });
  if (row === null) return true;
  const { ssoRequired, breakGlassUserIds } = row.spec as unknown as Demand;
  if (!ssoRequired) return true;
  return user.accountRole === "owner" && breakGlassUserIds.includes(user.id);
}

export function signInUrlOf(installation: DomainContext["installation"], accountId: string): string {
  return `${installation.publicUrl}/sso/${accountId}`;
}
